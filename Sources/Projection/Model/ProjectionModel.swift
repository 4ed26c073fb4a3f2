// SPDX-License-Identifier: Apache-2.0

public import Assessment
public import PlanPackage

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
  /// The assumptions that it rests on, those that vary first.
  public let inputs: [ProjectionInput]
  /// What the plan promises.
  public let promises: [ProjectionPromise]
  /// What a reader of results has to know.
  public let warnings: [ProjectionWarning]
  /// Financial years by their first calendar year, the base year first.
  public let years: [Int]
  /// The seed that the plan states; 1 when it states none.
  public let seed: UInt64

  /// Reads and checks what a plan says, under the scenario of its assessment.
  ///
  /// - Throws: `PlanError` with everything that is wrong, each with file, row and column.
  public init(_ assessment: Assessment) throws(PlanError) {
    throw PlanError([])
  }

  /// Whether a plan has anything to project.
  public static func exists(in plan: Plan) -> Bool { !plan.projection.services.isEmpty }
}
