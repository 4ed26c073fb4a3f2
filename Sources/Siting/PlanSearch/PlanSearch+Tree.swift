// SPDX-License-Identifier: Apache-2.0

extension PlanSearch {
  /// What became of a node.
  enum Outcome {
    /// No plan of the node is of interest any more.
    case settled
    /// The node has to be divided.
    case open
    /// The caller asked to stop.
    case stopped
  }

  /// Raises the bound of a node and decides sites, again and again while that decides many.
  mutating func tighten(_ node: inout PlanNode) -> Outcome {
    while true {
      if !hasDistances { closeNeedless(&node) }
      if node.isSingle || node.isFlat && node.isExact {
        consider(completed(node.states, choose: node.choose))
        return .settled
      }
      if !node.isExact && (node.isFlat || node.freeCount * 2 <= free.count) { makeExact(&node) }
      if node.isFlat { continue }
      var ascent = LagrangianAscent(node.reduced, states: node.states, choose: node.choose)
      if let outcome = climb(&ascent, of: &node) { return outcome }
      node.usage = ascent.usage
      guard ascent.decided > 0 else { return .open }
      node.decide(ascent.states)
      guard node.choose >= 0, node.choose <= node.freeCount else { return .settled }
      if ascent.decided < enough(ascent) { return .open }
    }
  }

  /// So many decisions are worth a fresh start with shorter lists.
  private func enough(_ ascent: LagrangianAscent) -> Int { max(1, ascent.free.count / 5) }

  /// Raises a bound until it settles the node, decides enough sites or stalls.
  private mutating func climb(
    _ ascent: inout LagrangianAscent, of node: inout PlanNode
  ) -> Outcome? {
    let limit = nodes == 1 ? 1500 : 120
    while !ascent.isStalled && ascent.iterations < limit {
      ascent.step(cutoff: cutoff, aim: aim)
      iterations += 1
      node.bound = max(node.bound, ascent.bound)
      node.reduced.multipliers = ascent.multipliers
      if node.bound >= cutoff { return .settled }
      if ascent.iterations % (nodes == 1 ? 20 : 4) == 0 { offer(ascent, of: node) }
      guard ascent.iterations % 16 == 0 else { continue }
      raiseBound(with: node.bound)
      if !shouldContinue(self) { return .stopped }
      if ascent.decided >= enough(ascent) { break }
    }
    offer(ascent, of: node)
    return nil
  }

  private func makeExact(_ node: inout PlanNode) {
    node.reduced = lists.reduced(states: node.states, near: best)
    node.isExact = true
  }

  private func closeNeedless(_ node: inout PlanNode) {
    while node.reduced.lists.closeNeedless(&node.states, choose: node.choose) {
      node.decide(node.states)
    }
  }

  /// Divides a node at the site nearest to half used, and looks first at the likelier half.
  mutating func branch(_ node: PlanNode) {
    if nodes == 1 { restart(within: node) }
    var site = -1
    var doubt = Double.infinity
    for candidate in free where node.states[candidate] == .free {
      let distance = (node.usage[candidate] - 0.5).magnitude
      if distance < doubt {
        doubt = distance
        site = candidate
      }
    }
    var halves = [SiteState.closed, .open].map { state in
      var half = node
      var states = node.states
      states[site] = state
      half.decide(states)
      return half
    }
    if node.usage[site] < 0.5 { halves.swapAt(0, 1) }
    stack += halves
  }
}
