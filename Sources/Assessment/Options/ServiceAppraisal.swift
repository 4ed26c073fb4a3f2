// SPDX-License-Identifier: Apache-2.0

public import Appraisal
import Facts
public import PlanPackage

/// The shortlist of a service weighed by its criteria, with everything that would change the answer.
public struct ServiceAppraisal: Sendable {
  /// The options that are weighed.
  public let options: [Choice]
  /// The criteria in force, in the order of the plan.
  public let criteria: [CriterionRow]
  /// The checked table.
  public let model: AppraisalModel
  /// Totals, ranks and every step.
  public let result: AppraisalResult
  /// Who is nowhere worse than whom.
  public let dominance: Dominance
  /// Who leads for every weight that a criterion could have.
  public let sensitivities: [WeightSensitivity]
  /// What would have to be true for each option to come first, in the order of the options.
  public let conditions: [ConditionsToLead]
  /// One weight at a time.
  public let tornado: Tornado
  /// Totals and regrets for each set of journey times and series of demand.
  public let comparison: ScenarioComparison
  /// What the scenarios are, in their order.
  public let scenarios: [Basis]
  /// What each change of the criteria did; nil when they never changed.
  public let history: CriteriaHistory?

  /// The number of draws for rank acceptability: standard errors stay below half a percent.
  public static let draws = 20_000
  /// The seed of the draws.
  public static let seed: UInt64 = 20_170_911

  /// An option that is weighed.
  public struct Choice: Sendable {
    /// The id: that of a named configuration, or its sites joined by plus signs.
    public let id: String
    /// The name for a reader.
    public let name: String
    /// The open candidates.
    public let open: [String]
  }

  /// One set of journey times with one series of demand.
  public struct Basis: Sendable {
    /// The id of the scenario.
    public let id: String
    /// The set of journey times.
    public let journeys: String
    /// The series of demand.
    public let series: String
    /// The name for a reader.
    public let name: String
  }

  /// Other scores, one table for each set of journey times and series of demand.
  let alternatives: [Appraisal.Scenario]

  /// Support for each rank over weights within their ranges and over all journeys and series.
  ///
  /// Drawn anew at each call, always with the same result: it takes much longer than the rest.
  /// Nil when hardly any weights lie within all the ranges.
  public func acceptability() -> RankAcceptability? {
    try? model.rankAcceptability(
      within: model.swingWeightSpace(), over: alternatives, draws: ServiceAppraisal.draws,
      seed: ServiceAppraisal.seed)
  }

  /// The weights that change enough to be worth naming, with the words of their criteria.
  public func moves(_ nearest: NearestWeights) -> [(label: String, from: Double, to: Double)] {
    nearest.changes.filter { ($0.after - $0.before).magnitude > ServiceAppraisal.leastMove }
      .map { (label($0.criterion), $0.before, $0.after) }
  }

  /// A twentieth of a point of 100: what a page with one decimal can show.
  public static let leastMove = 0.0005

  /// The name of an option for a reader.
  public func name(_ id: OptionID) -> String {
    options.first { $0.id == id.text }?.name ?? id.text
  }

  /// The words of a criterion.
  public func label(_ id: CriterionID) -> String {
    criteria.first { $0.baseID == id.text }?.label ?? id.text
  }
}
