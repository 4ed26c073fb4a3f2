// SPDX-License-Identifier: Apache-2.0

public import Assessment
import Capacity
public import Costing
import Demand
import Facts
public import PlanPackage
import Sampling

/// Everything that a plan says about demand, capacity and money, read, checked and made ready to run.
///
/// ```swift
/// let model = try ProjectionModel(Assessment(PlanReader(folder: path)))
/// let ensemble = try model.ensemble(runs: 1_000)
/// ensemble.values("beds.general", 2020, .withPlan)  // one value for each run drawn
/// ```
public struct ProjectionModel: Sendable {
  /// The plan.
  public let plan: Plan
  /// What is measured.
  public let measures: [ProjectionMeasure]
  /// The assumptions that it rests on, in the order of assumptions.csv.
  public let inputs: [ProjectionInput]
  /// What the plan promises.
  public let promises: [ProjectionPromise]
  /// What a reader of results has to know.
  public let warnings: [ProjectionWarning]
  /// The gap that documents state and what they say closes it; nil when the plan names none.
  public let publishedStack: Stack?
  /// Financial years by their first calendar year, the base year first.
  public let years: [Int]
  /// The seed that the plan states; 1 when it states none.
  public let seed: UInt64

  let engines: ProjectionEngines
  let entries: [InputRegistry.Entry]
  let correlations: [RankCorrelation]

  /// Reads and checks what a plan says, under the scenario of its assessment.
  ///
  /// - Throws: `PlanError` with everything that is wrong, each with file, row and column.
  public init(_ assessment: Assessment) throws(PlanError) {
    let plan = assessment.plan
    let draft = try ProjectionDraft(plan, assessment.graph)
    self.plan = plan
    years = draft.years.all
    seed = draft.years.seed
    engines = draft.engines
    entries = draft.registry.entries
    correlations = draft.correlations
    measures = draft.measures
    promises = draft.promises
    publishedStack = PublishedStack.stack(plan, assessment.graph)
    let evidence = EvidenceBook(plan)
    inputs = draft.registry.entries.enumerated().map { position, entry in
      ProjectionInput(
        entry, evidence.ranges(entry.row.id.rawValue), draft.reach.measures(ofInput: position))
    }
    warnings = WarningList(draft, evidence, assessment.graph, inputs).all
    try check(draft)
  }

  /// Whether a plan has anything to project.
  public static func exists(in plan: Plan) -> Bool { !plan.projection.services.isEmpty }

  /// The name of a measure that a misspelt one was most likely meant to be, or nil.
  func nearestMeasure(to id: String) -> String? { nearest(to: id, in: measures.map(\.id)) }

  /// The name of an assumption that a misspelt one was most likely meant to be, or nil.
  func nearestInput(to id: String) -> String? { nearest(to: id, in: entries.map(\.input.id)) }

  /// What is wrong only when the central run is worked out, such as a driver of cost that is nothing
  /// in the base year.
  private func check(_ draft: ProjectionDraft) throws(PlanError) {
    do {
      var runner = try ProjectionRunner(engines, chance(seed: seed, LabSettings()))
      _ = try runner.outcome(0)
    } catch {
      throw PlanError([
        Violation(
          file: "costs/drivers.csv", found: error.plainEnglish, expected: "a central run",
          advice: "Correct what the engine names.")
      ])
    }
  }
}
