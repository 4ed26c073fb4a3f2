// SPDX-License-Identifier: Apache-2.0

import Demand

extension ProjectionModel {
  /// Divides the change of a measure since the base year among its causes, in one run.
  ///
  /// - Throws: `ProjectionError` for a measure, year or settings that are not there.
  public func attribution(
    _ measure: String, year: Int, run: Int, _ future: ProjectionCase = .withPlan,
    method: ProjectionAttribution.Method = .shapley, seed: UInt64? = nil,
    settings: LabSettings = LabSettings()
  ) throws(ProjectionError) -> ProjectionAttribution {
    guard run >= 0, run <= Ensemble.mostRuns else {
      throw .unknownRun(run, known: 0...Ensemble.mostRuns)
    }
    let sums = try AttributionSums(
      self, measures: [measure], years: [year], future, method, runs: run..<(run + 1),
      chance: chance(seed: seed ?? self.seed, settings), threads: 1)
    return sums.attribution(0, 0)
  }

  /// Divides the mean change of a measure since the base year among its causes: for each cause the
  /// mean of its shares over all runs drawn.
  ///
  /// - Throws: `ProjectionError` for a measure or year that is not there.
  public func attribution(
    _ measure: String, year: Int, mean ensemble: Ensemble, _ future: ProjectionCase = .withPlan,
    method: ProjectionAttribution.Method = .shapley
  ) throws(ProjectionError) -> ProjectionAttribution {
    try attributions([measure], years: [year], mean: ensemble, future, method: method)[0]
  }

  /// The same for several measures and years at once: by measure, then by year.
  public func attributions(
    _ measures: [String], years: [Int], mean ensemble: Ensemble,
    _ future: ProjectionCase = .withPlan, method: ProjectionAttribution.Method = .shapley,
    threads: Int? = nil
  ) throws(ProjectionError) -> [ProjectionAttribution] {
    let sums = try AttributionSums(
      self, measures: measures, years: years, future, method, runs: ensemble.runs,
      chance: chance(seed: ensemble.seed, ensemble.settings), threads: threads)
    return sums.all
  }
}

/// Shares of changes, summed over runs as whole numbers of the last digit that a measure keeps.
///
/// Whole numbers add up without rounding, so that parts of an ensemble can be summed apart.
struct AttributionSums: Sendable {
  /// By measure and year: the sums of the base, of both futures, and of the share of each cause.
  struct Sums: Sendable {
    var base = 0
    var doNothing = 0
    var withPlan = 0
    var parts: [Int]

    mutating func add(_ other: Sums) {
      base += other.base
      doNothing += other.doNothing
      withPlan += other.withPlan
      for index in parts.indices { parts[index] += other.parts[index] }
    }
  }

  let measures: [ProjectionMeasure]
  let years: [Int]
  let future: ProjectionCase
  let method: ProjectionAttribution.Method
  let causes: CauseList
  private(set) var runs: Int
  private(set) var sums: [Sums]

  init(
    _ model: ProjectionModel, measures names: [String], years: [Int], _ future: ProjectionCase,
    _ method: ProjectionAttribution.Method, runs: Range<Int>, chance: RunChance, threads: Int?
  ) throws(ProjectionError) {
    let places = try model.places(of: names)
    if let year = years.first(where: { !model.years.contains($0) }) {
      throw .unknownYear(year, known: (model.years.first ?? 0)...(model.years.last ?? 0))
    }
    let causes = CauseList(model)
    let engines = model.engines
    let measures = places.map { model.measures[$0] }
    let sources = places.map { engines.sources[$0] }
    // Nothing to divide, nothing to run.
    let divided = names.isEmpty ? runs.lowerBound..<runs.lowerBound : runs
    let blocks = try RunBlocks.map(divided, threads: threads, progress: nil) {
      (block) throws(ProjectionError) -> [Sums] in
      var sums = [Sums](
        repeating: Sums(parts: Array(repeating: 0, count: causes.causes.count)),
        count: places.count * years.count)
      var runner = ProjectionRunner(engines, chance)
      for run in block {
        let outcome = try runner.outcome(run)
        for (yearPlace, year) in years.enumerated() {
          let shares = try DemandShares(engines.demand, outcome, year, future, method)
          for place in sources.indices {
            let account = RunAccount(
              engines, outcome, sources[place], causes, shares,
              year: year - engines.demand.inputs.baseYear, future,
              scale: measures[place].isMoney ? 1e6 : 1e3)
            sums[place * years.count + yearPlace].add(account.sums)
          }
        }
      }
      return sums
    }
    var total = [Sums](
      repeating: Sums(parts: Array(repeating: 0, count: causes.causes.count)),
      count: places.count * years.count)
    for block in blocks { for index in total.indices { total[index].add(block[index]) } }
    self.measures = measures
    self.years = years
    self.future = future
    self.method = method
    self.causes = causes
    self.runs = runs.count
    sums = total
  }

  /// Nothing yet, to which the sums of parts are added.
  init(empty model: ProjectionModel, measures names: [String], years: [Int]) {
    measures = names.compactMap { name in model.measures.first { $0.id == name } }
    self.years = years
    future = .withPlan
    method = .shapley
    causes = CauseList(model)
    runs = 0
    sums = Array(
      repeating: Sums(parts: Array(repeating: 0, count: causes.causes.count)),
      count: measures.count * years.count)
  }

  /// Takes in the sums of other runs.
  mutating func add(_ others: [Sums], runs: Int) {
    self.runs += runs
    for index in sums.indices { sums[index].add(others[index]) }
  }

  /// Every attribution, by measure and then by year.
  var all: [ProjectionAttribution] {
    measures.indices.flatMap { measure in years.indices.map { attribution(measure, $0) } }
  }

  /// The mean over the runs; its parts add up to the change in every digit.
  func attribution(_ measure: Int, _ year: Int) -> ProjectionAttribution {
    let sum = sums[measure * years.count + year]
    let scale = measures[measure].isMoney ? 1e6 : 1e3
    let base = WholeNumbers.mean(sum.base, runs)
    let doNothing = WholeNumbers.mean(sum.doNothing, runs)
    let withPlan = WholeNumbers.mean(sum.withPlan, runs)
    let change = (future == .doNothing ? doNothing : withPlan) - base
    let exact = sum.parts.map { Double($0) / Double(runs) }
    let parts = WholeNumbers.rounded(exact, addingTo: change)
    return ProjectionAttribution(
      measure: measures[measure].id, year: years[year], future: future,
      base: Double(base) / scale, doNothing: Double(doNothing) / scale,
      withPlan: Double(withPlan) / scale,
      parts: causes.causes.indices.filter { sum.parts[$0] != 0 || parts[$0] != 0 }.map {
        ProjectionAttribution.Part(
          id: causes.causes[$0].id, label: causes.causes[$0].label, kind: causes.causes[$0].kind,
          amount: Double(parts[$0]) / scale)
      }, method: method)
  }
}

/// Rounding that keeps sums.
enum WholeNumbers {
  /// A mean to the nearest whole number; halves go away from zero.
  static func mean(_ sum: Int, _ count: Int) -> Int {
    let twice = 2 * sum
    return twice >= 0 ? (twice + count) / (2 * count) : -((-twice + count) / (2 * count))
  }

  /// Whole numbers near some numbers that add up to a total: what is missing goes to those that
  /// rounding wronged most, the first of equals.
  static func rounded(_ numbers: [Double], addingTo total: Int) -> [Int] {
    var whole = numbers.map { $0.magnitude < 9e15 ? Int($0.rounded()) : 0 }
    var missing = total - whole.reduce(0, +)
    guard missing != 0 else { return whole }
    let step = missing.signum()
    // Only what is not nothing takes from the difference, so that no cause appears from nowhere.
    let known = numbers.indices.filter { numbers[$0] != 0 }
    let order = (known.isEmpty ? Array(numbers.indices) : known).sorted { first, second in
      let a = (numbers[first] - Double(whole[first])) * Double(step)
      let b = (numbers[second] - Double(whole[second])) * Double(step)
      return a == b ? first < second : a > b
    }
    guard !order.isEmpty else { return whole }
    let each = missing / order.count
    for index in order { whole[index] += each }
    missing -= each * order.count
    for index in order.prefix(missing.magnitude.asInt) { whole[index] += step }
    return whole
  }
}

extension UInt {
  fileprivate var asInt: Int { Int(self) }
}

extension ProjectionModel {
  /// The positions of measures.
  func places(of names: [String]) throws(ProjectionError) -> [Int] {
    var places: [Int] = []
    for name in names {
      guard let place = measures.firstIndex(where: { $0.id == name }) else {
        throw .unknownMeasure(name, nearest: nearestMeasure(to: name))
      }
      places.append(place)
    }
    return places
  }
}
