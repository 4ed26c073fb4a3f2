// SPDX-License-Identifier: Apache-2.0

public import Assessment
import Facts
import PlanPackage
public import Projection

/// What the model of demand says of beds where a plan has one, to stand beside the stated rule of the
/// investment case.
///
/// It is the central run: no assumption is drawn. Beds are those that are needed for the chance that none
/// is free that the plan accepts, and so do not fall in whole wards.
public struct BedAnswer: Sendable {
  /// What is measured.
  public let measure: ProjectionMeasure
  /// The financial year, by its first calendar year.
  public let year: Int
  /// Beds needed in the base year.
  public let base: Double
  /// Beds needed if nothing is done.
  public let doNothing: Double
  /// Beds needed with the whole plan.
  public let withPlan: Double
  /// The fair share of local care in the change (Shapley, 1953); fewer beds are below 0.
  public let localCare: Double

  /// The answer for the last year of the investment case; nil for a plan without a case, without a model
  /// of demand or of beds, or whose case names no row of demand/mitigators.csv.
  ///
  /// - Throws: `PlanError` when the tables of demand cannot be read, and `ProjectionError` for a year
  ///   that the model of demand does not reach.
  public init?(_ assessment: Assessment) throws {
    let plan = assessment.plan
    let mitigators = Set(plan.investment.effects.flatMap(\.mitigators))
    guard let findings = InvestmentFindings(assessment), !mitigators.isEmpty,
      ProjectionModel.exists(in: plan)
    else { return nil }
    let model = try ProjectionModel(assessment)
    guard let measure = Self.beds(model) else { return nil }
    let found = try model.attribution(measure.id, year: findings.lastYear, run: 0)
    self.measure = measure
    year = found.year
    base = found.base
    doNothing = found.doNothing
    withPlan = found.withPlan
    localCare = found.parts.filter { mitigators.contains($0.id) }.reduce(0) { $0 + $1.amount }
  }

  /// The beds that the plan looks at first: those that a summary shows.
  private static func beds(_ model: ProjectionModel) -> ProjectionMeasure? {
    let beds = model.measures.filter { $0.family == .beds }
    return beds.first { $0.isHeadline } ?? beds.first
  }
}
