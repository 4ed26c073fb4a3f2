// SPDX-License-Identifier: Apache-2.0

/// Shares the expected change of every line out to its causes, so that they add up to it.
///
/// What is expected of a row is its baseline times factors, times what avoidance leaves, times what
/// the strategy that is picked leaves: a sum of products. The Shapley value (1953) of a cause is the
/// integral over `t` from 0 to 1 of what the cause adds when every other cause is there with chance
/// `t` (Owen 1972, "Multilinear extensions of games", Management Science 18). The integrand is a
/// polynomial, so that a few points give the integral exactly.
struct Attribution: Sendable {
  let groups: AttributionGroups
  let levels: ListTable
  let familyOfLevel: [Int32]
  let familyCount: Int
  let sets: SetTables
  let strategies: [RowStrategy]
  let frame: ResultFrame
  /// For each strategy that moves care and each place, where it goes to, or -1.
  let destinations: [[Int32]]
  let daysBeyondStay: Int
  private let nodes: [QuadratureNodes]

  /// What a run needs of the sets of strategies.
  struct SetTables: Sendable {
    let entries: [AvoidanceEntry]
    let avoidances: ListTable
    let efficiencies: ListTable
  }

  init(
    groups: AttributionGroups, classes: (levels: ListTable, familyOfLevel: [Int32]),
    familyCount: Int, sets: SetTables, strategies: [RowStrategy], frame: ResultFrame,
    destinations: [[Int32]], daysBeyondStay: Int
  ) {
    self.groups = groups
    levels = classes.levels
    familyOfLevel = classes.familyOfLevel
    self.familyCount = familyCount
    self.sets = sets
    self.strategies = strategies
    self.frame = frame
    self.destinations = destinations
    self.daysBeyondStay = daysBeyondStay
    nodes = (1...groups.largestPacks).map(QuadratureNodes.init(packs:))
  }

  var causeCount: Int { familyCount + strategies.count }

  /// For each line and then each cause, its share, with the factor of each level and the value of
  /// each strategy.
  func shares(factors: [Double], remaining: [Double]) -> [Double] {
    var account = Account(self, factors, remaining)
    for bundle in groups.bundles { account.add(bundle) }
    return account.scratch.shares.prefix(frame.lines.count * causeCount).map {
      ($0 * 0x1p20).rounded() * 0x1p-20
    }
  }

  /// Adds up the shares of one run.
  private struct Account {
    let scratch: AccountScratch
    private let owner: Attribution
    private let remaining: [Double]
    private let vectors: [(levels: CauseVectors, entries: CauseVectors)]
    private let causeCount: Int
    private var shares: UnsafeMutablePointer<Double>
    private let growth: UnsafeMutablePointer<SIMD4<Double>>
    private let value: UnsafeMutablePointer<SIMD4<Double>>
    private let sum: UnsafeMutablePointer<SIMD4<Double>>
    private let bedSum: UnsafeMutablePointer<SIMD4<Double>>
    private let timed: UnsafeMutablePointer<SIMD4<Double>>
    // Of the bundle that is being added.
    private var levelScales: UnsafeMutablePointer<SIMD4<Double>>
    private var levelSlopes: UnsafeMutablePointer<SIMD4<Double>>
    private var entryScales: UnsafeMutablePointer<SIMD4<Double>>
    private var entrySlopes: UnsafeMutablePointer<SIMD4<Double>>

    init(_ owner: Attribution, _ factors: [Double], _ remaining: [Double]) {
      self.owner = owner
      self.remaining = remaining
      causeCount = owner.causeCount
      scratch = AccountScratch(
        shares: max(1, owner.frame.lines.count * owner.causeCount), packs: owner.nodes.count)
      let entries = owner.sets.entries.map { 1 - $0.rate * (1 - remaining[$0.strategy]) }
      vectors = owner.nodes.map { (CauseVectors(factors, $0), CauseVectors(entries, $0)) }
      // The scratch always has room for a share, so that it has a place in memory.
      shares = scratch.shares.baseAddress ?? .allocate(capacity: 1)
      (growth, value, sum) = (scratch.growth, scratch.value, scratch.sum)
      (bedSum, timed) = (scratch.bedSum, scratch.timed)
      levelScales = vectors[0].levels.scales
      levelSlopes = vectors[0].levels.slopes
      entryScales = vectors[0].entries.scales
      entrySlopes = vectors[0].entries.slopes
    }

    mutating func add(_ bundle: AttributionBundle) {
      let packs = Int(bundle.packs)
      let nodes = owner.nodes[packs - 1]
      let levels = owner.levels.range(Int(bundle.rowClass))
      levelScales = vectors[packs - 1].levels.scales
      levelSlopes = vectors[packs - 1].levels.slopes
      entryScales = vectors[packs - 1].entries.scales
      entrySlopes = vectors[packs - 1].entries.slopes
      for pack in 0..<packs {
        growth[pack] = nodes.weights[pack]
        sum[pack] = .zero
        bedSum[pack] = .zero
      }
      for item in levels {
        let level = Int(owner.levels.items[item]) * packs
        for pack in 0..<packs { growth[pack] *= levelScales[level + pack] }
      }
      let line = Int(owner.frame.lineOfPlace[Int(bundle.place)])
      let hasBedDays = owner.frame.hasBedDays[Int(bundle.place)]
      for group in bundle.groups {
        add(owner.groups.groups[Int(group)], bundle, nodes, line, hasBedDays)
      }
      for item in levels {
        let level = Int(owner.levels.items[item])
        let cause = Int(owner.familyOfLevel[level])
        var (share, bedShare) = (0.0, 0.0)
        for pack in 0..<packs {
          share += (levelSlopes[level * packs + pack] * sum[pack]).sum()
          bedShare += (levelSlopes[level * packs + pack] * bedSum[pack]).sum()
        }
        shares[line * causeCount + cause] += share
        if hasBedDays { shares[(line + 1) * causeCount + cause] += bedShare }
      }
    }

    private mutating func add(
      _ group: AttributionGroup, _ bundle: AttributionBundle, _ nodes: QuadratureNodes, _ line: Int,
      _ hasBedDays: Bool
    ) {
      let packs = Int(bundle.packs)
      for pack in 0..<packs { value[pack] = growth[pack] }
      let avoidances = owner.sets.avoidances.range(Int(group.avoidance))
      for item in avoidances {
        let entry = Int(owner.sets.avoidances.items[item]) * packs
        for pack in 0..<packs { value[pack] *= entryScales[entry + pack] }
      }
      var change = (activity: 0.0, bedDays: 0.0)
      if group.efficiency != 0 { change = addEfficiencies(group, bundle, nodes, line, hasBedDays) }
      let count = Double(group.count)
      let bedDays = Double(group.nights + group.count * owner.daysBeyondStay)
      for pack in 0..<packs {
        let point = nodes.points[pack]
        let activity = value[pack] * (SIMD4(repeating: count) + point * change.activity)
        sum[pack] += activity
        timed[pack] = activity
        if hasBedDays {
          let days = value[pack] * (SIMD4(repeating: bedDays) + point * change.bedDays)
          bedSum[pack] += days
          value[pack] = days
        }
      }
      for item in avoidances {
        let entry = Int(owner.sets.avoidances.items[item])
        let cause = owner.familyCount + owner.sets.entries[entry].strategy
        shares[line * causeCount + cause] += dot(entry, packs, timed)
        if hasBedDays { shares[(line + 1) * causeCount + cause] += dot(entry, packs, value) }
      }
    }

    private func dot(_ entry: Int, _ packs: Int, _ other: UnsafeMutablePointer<SIMD4<Double>>)
      -> Double
    {
      var share = 0.0
      for pack in 0..<packs { share += (entrySlopes[entry * packs + pack] * other[pack]).sum() }
      return share
    }

    /// One of the strategies is picked, each as likely as the others.
    private mutating func addEfficiencies(
      _ group: AttributionGroup, _ bundle: AttributionBundle, _ nodes: QuadratureNodes, _ line: Int,
      _ hasBedDays: Bool
    ) -> (activity: Double, bedDays: Double) {
      let packs = Int(bundle.packs)
      let picks = owner.sets.efficiencies.range(Int(group.efficiency))
      var whole = 0.0
      for pack in 0..<packs { whole += value[pack].sum() }
      var change = (activity: 0.0, bedDays: 0.0)
      for item in picks {
        let strategy = Int(owner.sets.efficiencies.items[item])
        let lost = (1 - remaining[strategy]) / Double(picks.count)
        let own = owner.change(group, strategy, lost)
        let cause = owner.familyCount + strategy
        shares[line * causeCount + cause] += own.activity * whole
        if hasBedDays { shares[(line + 1) * causeCount + cause] += own.bedDays * whole }
        change.activity += own.activity
        change.bedDays += own.bedDays
        guard !owner.destinations[strategy].isEmpty else { continue }
        let destination = Int(owner.destinations[strategy][Int(bundle.place)])
        if destination >= 0 {
          move(-own.activity, whole, to: destination, group, bundle, nodes, cause)
        }
      }
      return change
    }

    /// What arrives at another place is shared out there, also to growth and avoidance.
    private mutating func move(
      _ moved: Double, _ whole: Double, to place: Int, _ group: AttributionGroup,
      _ bundle: AttributionBundle, _ nodes: QuadratureNodes, _ cause: Int
    ) {
      let packs = Int(bundle.packs)
      let line = Int(owner.frame.lineOfPlace[place])
      // A day case counts the days that every spell counts beyond its nights.
      let days = owner.frame.hasBedDays[place] ? moved * Double(owner.daysBeyondStay) : 0
      func give(_ share: Double, _ cause: Int) {
        shares[line * causeCount + cause] += share * moved
        if days != 0 { shares[(line + 1) * causeCount + cause] += share * days }
      }
      for pack in 0..<packs { timed[pack] = value[pack] * nodes.points[pack] }
      give(whole, cause)
      for item in owner.sets.avoidances.range(Int(group.avoidance)) {
        let entry = Int(owner.sets.avoidances.items[item])
        give(dot(entry, packs, timed), owner.familyCount + owner.sets.entries[entry].strategy)
      }
      for item in owner.levels.range(Int(bundle.rowClass)) {
        let level = Int(owner.levels.items[item])
        var share = 0.0
        for pack in 0..<packs { share += (levelSlopes[level * packs + pack] * timed[pack]).sum() }
        give(share, Int(owner.familyOfLevel[level]))
      }
    }
  }

  /// What a strategy that takes a share of a group changes at the place of the group.
  private func change(
    _ group: AttributionGroup, _ strategy: Int, _ lost: Double
  ) -> (activity: Double, bedDays: Double) {
    switch strategies[strategy].effect {
    case .avoidance: (0, 0)
    case .lengthOfStay: (0, -lost * Double(group.nights))
    case .preOperativeDays(let days):
      (0, -lost * Double(group.count * min(days, Int(group.stay))))
    case .dayCase, .outpatient, .sameDay, .remote:
      (
        -lost * Double(group.count),
        -lost * Double(group.nights + group.count * daysBeyondStay)
      )
    }
  }
}
