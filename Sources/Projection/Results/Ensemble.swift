// SPDX-License-Identifier: Apache-2.0

/// Many runs of a projection: for each, the draws of its inputs and every measure in every year.
///
/// Run 0 is central: every assumption has its central value and the population its most probable
/// variant. Runs 1 and up are drawn. A run depends on the plan, the seed and its own number alone, so
/// ensembles can be made in parts, in any order and on any machine.
public struct Ensemble: Sendable {
  /// The most runs of an ensemble.
  public static let mostRuns = 1_000_000

  /// What is measured, in the order of the model.
  public let measures: [ProjectionMeasure]
  /// The assumptions, in the order of the model.
  public let inputs: [ProjectionInput]
  /// Financial years by their first calendar year, the base year first.
  public let years: [Int]
  /// The numbers of the runs that were drawn; run 0 is there beside them.
  public let runs: Range<Int>
  /// What chance was drawn from.
  public let seed: UInt64
  /// What was changed of the plan.
  public let settings: LabSettings

  /// By run, measure, future and year; run 0 comes first.
  let figures: [Double]
  /// By run and assumption, likewise.
  let draws: [[Double]]
  /// By run: the place of its projection of the population, likewise.
  let variants: [Int]
  private let places: [String: Int]

  init(
    model: ProjectionModel, runs: Range<Int>, seed: UInt64, settings: LabSettings,
    figures: [Double], draws: [[Double]], variants: [Int]
  ) {
    measures = model.measures
    inputs = model.inputs
    years = model.years
    self.runs = runs
    self.seed = seed
    self.settings = settings
    self.figures = figures
    self.draws = draws
    self.variants = variants
    places = Dictionary(
      model.measures.indices.map { (model.measures[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One value for each run drawn, in the order of the runs; none for a measure or year that is not there.
  ///
  /// Percentiles of a total come from the values of the total, never from percentiles of its parts.
  public func values(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan
  ) -> [Double] {
    guard let column = column(measure, year, future) else { return [] }
    return (1...runs.count).map { figures[$0 * width + column] }
  }

  /// The value of the central run; nil for a measure or year that is not there.
  public func central(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan
  ) -> Double? {
    column(measure, year, future).map { figures[$0] }
  }

  /// The value of one run, or nil.
  public func value(
    _ measure: String, _ year: Int, _ future: ProjectionCase, run: Int
  ) -> Double? {
    guard let column = column(measure, year, future), let place = place(ofRun: run) else {
      return nil
    }
    return figures[place * width + column]
  }

  /// The draws of an assumption, one for each run drawn; none for one that is not there.
  public func draws(_ input: String) -> [Double] {
    guard let place = inputs.firstIndex(where: { $0.id == input }) else { return [] }
    return draws.dropFirst().map { $0[place] }
  }

  /// The measure with a name, or nil.
  public func measure(_ id: String) -> ProjectionMeasure? { places[id].map { measures[$0] } }

  /// How many figures a run has.
  var width: Int { measures.count * 2 * years.count }

  /// Where a run is among the runs that are there, or nil.
  func place(ofRun run: Int) -> Int? {
    if run == 0 { return 0 }
    return runs.contains(run) ? run - runs.lowerBound + 1 : nil
  }

  /// Where a figure is within a run, or nil.
  private func column(_ measure: String, _ year: Int, _ future: ProjectionCase) -> Int? {
    guard let place = places[measure], let first = years.first, year >= first,
      year - first < years.count
    else { return nil }
    return (place * 2 + future.rawValue) * years.count + year - first
  }
}
