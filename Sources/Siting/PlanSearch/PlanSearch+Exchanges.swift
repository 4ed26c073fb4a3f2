// SPDX-License-Identifier: Apache-2.0

extension PlanSearch {
  /// Finds a first plan, and tries to leave it for better ones.
  mutating func startWithSwaps() {
    var swap = SwapSearch(lists, free: free, siteCount: siteCount)
    swap.startByClosing(choose: choose)
    swap.improve()
    consider(swap.open)
    nearbyLists = hasDistances ? lists.shortened(at: Self.nearbyRank, open: best).lists : lists
    restart(over: nearbyLists, free: free, choose: choose)
  }

  /// Tries exchanges among the sites that a node has not decided.
  mutating func restart(within node: PlanNode) {
    restart(
      over: node.reduced.lists, free: free.filter { node.states[$0] == .free },
      choose: node.choose)
  }

  /// Exchanges some sites of the best plan at random and improves what comes of it, a few times.
  private mutating func restart(over lists: CostLists, free: [Int], choose: Int) {
    let goodEnough = goal ?? -.infinity
    var swap = SwapSearch(lists, free: free, siteCount: siteCount)
    for _ in 0..<(hasDistances ? 8 : 24) {
      let open = free.filter { best[$0] }
      let closed = free.filter { !best[$0] }
      guard !open.isEmpty, !closed.isEmpty, bestCost > goodEnough else { return }
      var plan = best
      for _ in 0..<max(1, choose / 3) {
        let leaving = open[random.below(open.count)]
        let entering = closed[random.below(closed.count)]
        guard plan[leaving], !plan[entering] else { continue }
        plan[leaving] = false
        plan[entering] = true
      }
      swap.start(open: plan)
      swap.improve()
      consider(swap.open)
    }
  }

  /// Tries the sites of least reduced cost as a plan.
  mutating func offer(_ ascent: LagrangianAscent, of node: PlanNode) {
    guard ascent.lists.cost(open: ascent.chosen) < bestCost * (hasDistances ? 1.01 : 1.5) else {
      return
    }
    var open = ascent.chosen
    for site in free where node.states[site] == .open { open[site] = true }
    if nodes == 1 && open != lastImproved {
      lastImproved = open
      var swap = SwapSearch(nearbyLists, free: free, siteCount: siteCount)
      swap.start(open: open)
      swap.improve()
      open = swap.open
    }
    consider(open)
  }
}
