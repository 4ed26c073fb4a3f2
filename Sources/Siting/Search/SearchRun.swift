// SPDX-License-Identifier: Apache-2.0

/// A search under way.
struct SearchRun {
  let search: EvolutionarySearch
  let near: NearSites
  let optional: [Int]
  private let hasFixedUnits: Bool
  private let progress: (FrontProgress) -> SearchDecision
  var random: SplitMix64
  var state: ConfigurationState
  var archive: SearchArchive
  var scales: CostScales
  private(set) var evaluations = 0
  private var repeats = 0
  private var seen: SeenConfigurations
  private(set) var wasStopped = false
  private var isComplete = false
  private var nextReport = 1_000

  init(_ search: EvolutionarySearch, progress: @escaping (FrontProgress) -> SearchDecision) {
    self.search = search
    self.progress = progress
    near = NearSites(search.evaluator, count: 12)
    optional = search.evaluator.optionalSites
    seen = SeenConfigurations(optional: optional)
    hasFixedUnits = search.evaluator.roles.contains(where: \.isAlwaysOpen)
    random = SplitMix64(seed: search.seed)
    state = ConfigurationState(
      checked: search.evaluator.smallestConfiguration, in: search.evaluator)
    archive = SearchArchive(width: search.objectives.count)
    scales = CostScales(width: search.objectives.count)
  }

  /// Whether the limit is reached, hardly anything new turns up, or the caller has had enough.
  var isOver: Bool {
    wasStopped || evaluations >= search.evaluationLimit || repeats / 20 >= search.evaluationLimit
  }

  /// The sites that may be closed and are open.
  var openOptional: [Int] { optional.filter { state.isOpen[$0] } }

  /// The sites that may be opened and are closed.
  var closedOptional: [Int] { optional.filter { !state.isOpen[$0] } }

  /// What has been found.
  var result: SearchResult {
    let width = archive.width
    let order = archive.members.indices.sorted { left, right in
      for objective in 0..<width {
        let leftCost = archive.costs[left * width + objective]
        let rightCost = archive.costs[right * width + objective]
        if leftCost != rightCost { return leftCost < rightCost }
      }
      return false
    }
    return SearchResult(
      members: order.map {
        SearchResult.Member(
          configuration: archive.members[$0].configuration, measures: archive.members[$0].measures)
      },
      evaluations: evaluations, isComplete: isComplete, wasStopped: wasStopped)
  }

  /// Runs to the end.
  mutating func goToEnd() {
    for start in search.starts where !isOver { visit(start) }
    if optional.count < 62, 1 << optional.count <= search.evaluationLimit - evaluations {
      tryAll()
      return
    }
    // how many units are open says nothing about which to open next
    let chains = search.objectives.indices.filter { search.objectives[$0].measure != .units }
    for objective in chains where !isOver { openOneByOne(objective) }
    for objective in chains where !isOver { closeOneByOne(objective) }
    while !isOver {
      let before = evaluations
      exploreMember()
      let steps = max(evaluations - before, 4 * optional.count)
      walk(steps: steps, isCrossed: random.below(3) == 0)
    }
  }

  /// Moves to a configuration and offers it to the archive.
  mutating func visit(_ configuration: Configuration) {
    state.moveUnchecked(to: configuration)
    _ = offer(state.measures)
  }

  /// Evaluates one or two flips, offers the outcome to the archive, and returns its costs.
  mutating func trial(_ first: Int, _ second: Int? = nil) -> [Double] {
    let measures = state.trial(first, second)
    return offer(measures, first, second)
  }

  /// Counts an evaluation, unless it is a repeat, and keeps the configuration if it is non-dominated.
  ///
  /// The configuration is that of the state with up to two sites flipped. One with all sites closed
  /// costs infinitely much.
  private mutating func offer(
    _ measures: ConfigurationMeasures, _ first: Int? = nil, _ second: Int? = nil
  ) -> [Double] {
    let isEmpty = measures.units == 0 && !hasFixedUnits
    let costs = search.objectives.map { isEmpty ? .infinity : $0.cost(measures) }
    guard seen.insert(state.isOpen, first, second) else {
      repeats += 1
      return costs
    }
    evaluations += 1
    if !isEmpty, archive.welcomes(costs) {
      var configuration = state.configuration
      if let first { configuration[first].toggle() }
      if let second { configuration[second].toggle() }
      archive.add(.init(configuration: configuration, measures: measures), costs: costs)
    }
    scales.include(costs)
    report()
    return costs
  }

  private mutating func report() {
    guard evaluations >= nextReport else { return }
    nextReport += 1_000
    let decision = progress(
      FrontProgress(
        evaluations: evaluations, evaluationLimit: search.evaluationLimit,
        frontSize: archive.members.count))
    if decision == .stop { wasStopped = true }
  }

  /// Evaluates every configuration, each a flip away from the one before (Gray 1953).
  private mutating func tryAll() {
    visit(search.evaluator.smallestConfiguration)
    for index in 1..<(1 << optional.count) where !isOver {
      state.flipUnchecked(optional[index.trailingZeroBitCount])
      _ = offer(state.measures)
    }
    isComplete = !wasStopped
  }
}
