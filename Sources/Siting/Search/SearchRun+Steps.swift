// SPDX-License-Identifier: Apache-2.0

extension SearchRun {
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
    let near = near.sites[site].filter { state.isOpen[$0] }
    return near + (0..<2).map { _ in open[random.below(open.count)] }
  }

  /// Walks from a member, a cross of two or a newcomer, accepting what is better or only a little
  /// worse for random weights.
  ///
  /// Every step is an evaluation, so a search always comes to its limit.
  mutating func walk(steps: Int, isCrossed: Bool) {
    guard !isOver else { return }
    guard !archive.members.isEmpty else { return visit(newcomer()) }
    let target = WalkTarget(archive: archive, scales: scales, random: &random)
    visit(start(target, isCrossed: isCrossed))
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

  /// A member that suits a target, a cross of two, or now and then a newcomer.
  private mutating func start(_ target: WalkTarget, isCrossed: Bool) -> Configuration {
    if random.below(10) == 0 { return newcomer() }
    let first = archive.members[target.bestMember(of: archive, among: 8, random: &random)]
    guard isCrossed else { return first.configuration }
    let second = archive.members[target.bestMember(of: archive, among: 8, random: &random)]
    return cross(first.configuration, second.configuration)
  }

  /// A random configuration of random size.
  private mutating func newcomer() -> Configuration {
    var configuration = search.evaluator.smallestConfiguration
    let count = random.below(optional.count + 1)
    for site in random.shuffled(optional).prefix(count) { configuration[site] = true }
    return configuration
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
    for _ in 0..<8 {
      let site = optional[random.below(optional.count)]
      let kind = random.below(4)
      if kind == 0, !swapsOnly { return (site, nil) }
      let rivals = kind == 1 ? optional : near.sites[site]
      guard !rivals.isEmpty else { continue }
      // the stronger competitors are drawn more often
      let range = kind == 1 ? rivals.count : random.below(rivals.count) + 1
      let rival = rivals[random.below(range)]
      if state.isOpen[site] != state.isOpen[rival] { return (site, rival) }
    }
    return (optional[random.below(optional.count)], nil)
  }
}

/// Weights of the objectives for one walk.
struct WalkTarget {
  private let weights: [Double]
  private let ideal: [Double]
  private let isWorstOnly: Bool

  /// Draws weights, on the scale of the values in the archive, or of all values where the archive
  /// has only one.
  init(archive: SearchArchive, scales: CostScales, random: inout SplitMix64) {
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
  func bestMember(of archive: SearchArchive, among count: Int, random: inout SplitMix64) -> Int {
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
