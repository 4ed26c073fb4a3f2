// SPDX-License-Identifier: Apache-2.0

public import OutputAnalysis
public import PatientFlow

/// The replications of one model, with what was made of them.
public struct FlowStudy: Sendable {
  /// The model.
  public let model: FlowModel
  /// The seed.
  public let seed: UInt64
  /// How many replications were asked for.
  public let asked: ReplicationCount
  /// The results of the replications, numbered from 1.
  public let results: [FlowResult]
  /// Whether the network can keep up, before anything else.
  public let verdict: FlowVerdict
  /// How full each unit is by its numbers alone.
  public let loads: [UnitLoad]
  /// The measures of every unit.
  public let measures: [MeasuredFlow]
  /// The measures of every class.
  public let classes: [ClassMeasure]
  /// Where an exact answer exists, it beside the simulated one.
  public let comparisons: [ExactComparison]
  /// For units without a limit, what so many beds would come to.
  public let bedNeeds: [BedNeed]
  /// Whether every deciding measure is as precise as the model asks for.
  public let isPrecise: Bool
  /// What readers must know of this run.
  public let notes: [String]

  /// Makes of some results what can be made of them.
  ///
  /// - Parameters:
  ///   - model: what was run.
  ///   - seed: what chance was drawn from.
  ///   - asked: how many were asked for.
  ///   - results: of replications 1, 2 and so on, in this order. When the number was left to the rule
  ///     of precision, those beyond what it asks for are not used.
  public init(
    _ model: FlowModel, seed: UInt64, asked: ReplicationCount = .automatic, results: [FlowResult]
  ) {
    var rounds = ReplicationRounds(model, asked)
    rounds.add(
      results.enumerated().map { NumberedResult(number: $0.offset + 1, result: $0.element) })
    self.init(model, seed: seed, asked: asked, rounds)
  }

  /// Makes of finished rounds what can be made of them.
  public init(
    _ model: FlowModel, seed: UInt64, asked: ReplicationCount, _ rounds: ReplicationRounds
  ) {
    self.model = model
    self.seed = seed
    self.asked = asked
    results = rounds.results
    isPrecise = rounds.isPrecise
    let traffic = FlowTraffic(model.network, model.horizon)
    loads = UnitLoad.all(model, traffic)
    let results = results
    verdict = FlowVerdict(model, loads, results)
    measures = model.network.measures.compactMap { measure in
      measure.estimate(of: results, in: model).map {
        MeasuredFlow(measure: measure, estimate: $0)
      }
    }
    classes = ClassMeasure.all(results, model)
    let exact = ExactAnswers(model, traffic, loads)
    comparisons = exact.compared(with: results)
    bedNeeds = exact.bedNeeds(results)
    notes = StudyNotes.all(model, asked, rounds, hasExact: !exact.all.isEmpty)
  }

  /// Runs a model.
  ///
  /// - Parameters:
  ///   - model: what to run.
  ///   - seed: what chance is drawn from.
  ///   - replications: how many.
  ///   - threads: how many share the work; nil for one a core. Results do not depend on it.
  ///   - progress: told how many are done, and how many it will probably be; may be called on any
  ///     thread.
  /// - Returns: the replications and what was made of them.
  /// - Throws: `FlowProblems`, everything that is wrong with the network.
  public static func run(
    _ model: FlowModel, seed: UInt64, replications: ReplicationCount = .automatic,
    threads: Int? = nil, progress: (@Sendable (_ done: Int, _ planned: Int) -> Void)? = nil
  ) throws(FlowProblems) -> FlowStudy {
    let runner = try ReplicationRunner(model, seed: seed, threads: threads)
    return run(runner, replications, progress: progress)
  }

  package static func run(
    _ runner: ReplicationRunner, _ replications: ReplicationCount,
    progress: (@Sendable (_ done: Int, _ planned: Int) -> Void)? = nil
  ) -> FlowStudy {
    var rounds = ReplicationRounds(runner.model, replications)
    while !rounds.isDone {
      let round = rounds.next
      let found = runner.results(
        round, progress: { done in progress?(round.lowerBound - 1 + done, round.upperBound - 1) })
      rounds.add(found)
    }
    return FlowStudy(runner.model, seed: runner.seed, asked: replications, rounds)
  }

  /// What was found of a measure; nil when it was not measured.
  public func estimate(_ measure: FlowMeasure) -> Estimate? {
    measures.first { $0.measure == measure }?.estimate
  }

  /// The comparisons that raise an alarm.
  public var alarms: [ExactComparison] { comparisons.filter { !$0.agrees } }

  /// What is shown by day.
  public enum DailySeries: String, Sendable, Codable, CaseIterable {
    /// Beds in use.
    case occupied
    /// People who wait for the unit, wherever they are.
    case queue
    /// People held up in the unit.
    case blocked
  }

  /// What replications say of a unit day by day; nil when there is no such unit or nothing was kept.
  public func bands(
    _ unit: String, _ series: DailySeries, shares: [Double] = [0.05, 0.25, 0.5, 0.75, 0.95]
  ) -> DayBands? {
    guard let place = model.network.units.firstIndex(where: { $0.id == unit }) else { return nil }
    return DayBands.of(
      results.filter { $0.units.indices.contains(place) }.map { result in
        switch series {
        case .occupied: result.units[place].dailyOccupied.map(Double.init)
        case .queue: result.units[place].dailyQueue.map(Double.init)
        case .blocked: result.units[place].dailyBlocked.map(Double.init)
        }
      }, shares: shares)
  }
}
