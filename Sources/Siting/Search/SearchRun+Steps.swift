// SPDX-License-Identifier: Apache-2.0

extension SearchRun {
  /// Tries a few random moves from a random member.
  mutating func varyMember(tries: Int) {
    guard !archive.members.isEmpty else { return }
    let member = random.below(archive.members.count)
    state.moveUnchecked(to: archive.members[member].configuration)
    for _ in 0..<tries where !isOver {
      guard let move = randomMove(swapsOnly: false) else { return }
      _ = trial(move.first, move.second)
    }
  }

  /// Tries all neighbours of a member that hasn't been explored: one site more, one fewer, and swaps
  /// of sites that compete.
  mutating func exploreMember() {
    let waiting = archive.members.indices.filter { !archive.members[$0].isExplored }
    guard !waiting.isEmpty else { return }
    let configuration = archive.members[waiting[random.below(waiting.count)]].configuration
    archive.markExplored(configuration)
    state.moveUnchecked(to: configuration)
    for site in optional where !isOver { _ = trial(site) }
    let open = openOptional
    for site in closedOptional {
      for rival in rivals(of: site, among: open) where !isOver { _ = trial(rival, site) }
    }
  }

  /// The open sites to try to close for a site that opens: those that compete with it and a few
  /// others; all where few are open.
  mutating func rivals(of site: Int, among open: [Int]) -> [Int] {
    guard open.count > 6 else { return open }
    let near = near.open(near: site, isOpen: state.isOpen, atMost: 5)
    return near + [open[random.below(open.count)]]
  }

  /// Walks from a member or a cross of two, accepting what is better or only a little worse for
  /// random weights.
  ///
  /// Every step is an evaluation, so a search always comes to its limit.
  mutating func walk(steps: Int, isCrossed: Bool) {
    guard !isOver else { return }
    guard !archive.members.isEmpty else { return visit(search.evaluator.smallestConfiguration) }
    let target = WalkTarget(archive: archive, scales: scales, random: &random)
    let first = target.bestMember(of: archive, among: 8, random: &random)
    let second = isCrossed ? target.bestMember(of: archive, among: 8, random: &random) : first
    visit(cross(archive.members[first].configuration, archive.members[second].configuration))
    var current = target.cost(search.objectives.map { $0.cost(state.measures) })
    // mostly close to zero; now and then so large that the walk leaves for another part
    let boldness = random.fraction()
    let firstThreshold = 0.2 * boldness * boldness * boldness
    let swapsOnly = random.below(2) == 0
    for step in 0..<steps where !isOver {
      guard let move = randomMove(swapsOnly: swapsOnly) else { return }
      let cost = target.cost(trial(move.first, move.second))
      let threshold = firstThreshold * (1 - Double(step) / Double(steps))
      if cost <= current + threshold {
        state.flipUnchecked(move.first, move.second)
        current = cost
      }
    }
  }

  /// A configuration that has each site as one of two others has it.
  private mutating func cross(_ first: Configuration, _ second: Configuration) -> Configuration {
    guard first != second else { return first }
    var child = first
    for site in optional where first[site] != second[site] && random.below(2) == 0 {
      child[site] = second[site]
    }
    return child
  }

  /// A random opening, closing, or swap, mostly of sites that compete; nil when there is nothing to
  /// decide.
  private mutating func randomMove(swapsOnly: Bool) -> (first: Int, second: Int?)? {
    guard !optional.isEmpty else { return nil }
    let single = optional[random.below(optional.count)]
    if !swapsOnly, random.below(4) == 0 { return (single, nil) }
    let closed = closedOptional
    let open = openOptional
    guard !closed.isEmpty, !open.isEmpty else { return (single, nil) }
    let site = closed[random.below(closed.count)]
    let rivals = near.open(near: site, isOpen: state.isOpen, atMost: 6)
    if rivals.isEmpty || random.below(8) == 0 { return (site, open[random.below(open.count)]) }
    // the stronger competitors are drawn more often
    return (site, rivals[random.below(random.below(rivals.count) + 1)])
  }
}

/// Weights of the objectives for one walk.
struct WalkTarget {
  private let weights: [Double]
  private let ideal: [Double]
  private let isWorstOnly: Bool

  /// Draws weights, on the scale of the values in the archive, or of all values where the archive
  /// has only one.
  init(archive: SearchArchive, scales: CostScales, random: inout SearchRandom) {
    var inArchive = CostScales(width: archive.width)
    for member in archive.members.indices { inArchive.include(archive.costs(of: member)) }
    ideal = inArchive.low.map { $0.isFinite ? $0 : 0 }
    weights = inArchive.low.indices.map { objective in
      let share = random.fraction()
      let range = inArchive.range(objective) ?? scales.range(objective)
      return range.map { share * share / $0 } ?? 0
    }
    isWorstOnly = random.below(2) == 0
  }

  /// The weighted costs: their sum, or the greatest of them (Chebyshev), which also leads to members
  /// that no sum prefers.
  func cost(_ costs: some Collection<Double>) -> Double {
    var sum = 0.0
    var worst = 0.0
    for (objective, value) in costs.enumerated() where weights[objective] > 0 {
      let cost = weights[objective] * (value - ideal[objective])
      sum += cost
      worst = max(worst, cost)
    }
    return isWorstOnly ? worst + 0.05 * sum : sum
  }

  /// The member that suits the weights best among a few random ones.
  func bestMember(of archive: SearchArchive, among count: Int, random: inout SearchRandom) -> Int {
    var best = 0
    var least = Double.infinity
    for _ in 0..<count {
      let member = random.below(archive.members.count)
      let cost = cost(archive.costs(of: member))
      if cost < least { (best, least) = (member, cost) }
    }
    return best
  }
}

/// The least and the greatest finite cost of every objective.
struct CostScales: Sendable {
  private(set) var low: [Double]
  private(set) var high: [Double]

  init(width: Int) {
    low = Array(repeating: .infinity, count: width)
    high = Array(repeating: -.infinity, count: width)
  }

  /// Takes more costs into account.
  mutating func include(_ costs: some Sequence<Double>) {
    for (objective, cost) in costs.enumerated() where cost.isFinite {
      if cost < low[objective] { low[objective] = cost }
      if cost > high[objective] { high[objective] = cost }
    }
  }

  /// The greatest less the least cost of an objective; nil unless they differ.
  func range(_ objective: Int) -> Double? {
    high[objective] > low[objective] ? high[objective] - low[objective] : nil
  }
}
