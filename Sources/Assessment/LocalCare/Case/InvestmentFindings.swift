// SPDX-License-Identifier: Apache-2.0

public import Facts
public import PlanPackage

/// Which fact says what of the investment case of local care.
///
/// Values live in the fact graph; this says which fact is which.
public struct InvestmentFindings: Sendable {
  /// The case.
  public let row: InvestmentCaseRow
  /// Years of the case, by their first calendar year.
  public let years: [Int]
  /// Whether what is released covers what is spent at some share of the effect.
  public let breaksEven: Bool

  /// What is worked out for each year, in the order of a reader.
  public static let measures = [
    "cost", "released-at-once", "released-by-beds", "reinvested", "net", "bed-days-saved",
    "beds-freed", "beds-closed",
  ]
  /// What would change the answer, for the last year.
  public static let answers = [
    "break-even", "break-even.smooth", "net.as-hoped", "net.as-measured", "net.worst", "net.best",
  ]

  static let swingsShown = 6
  private let graph: FactGraph
  private let plan: Plan

  /// The findings of an assessment; nil for a plan without a case.
  public init?(_ assessment: Assessment) {
    guard let row = assessment.plan.investment.investmentCase, !row.costRamp.isEmpty else {
      return nil
    }
    self.row = row
    years = row.costRamp.indices.map { row.firstYear + $0 }
    graph = assessment.graph
    plan = assessment.plan
    let last = Period.financialYear(row.firstYear + row.costRamp.count - 1).description
    breaksEven = FactID("case.break-even.\(last)").flatMap { assessment.graph[$0] } != nil
  }

  /// The last year.
  public var lastYear: Int { years.last ?? row.firstYear }

  /// The fact of a measure in a year, such as `net`; nil where there is none.
  public func fact(_ measure: String, _ year: Int? = nil) -> FactID? {
    let id = FactID("case.\(measure).\(Period.financialYear(year ?? lastYear).description)")
    return id.flatMap { graph[$0] == nil ? nil : $0 }
  }

  /// The fact of a measure of a locality in the last year: `cost`, `released` or `net`.
  public func fact(_ measure: String, of locality: String) -> FactID? {
    fact("\(measure).\(locality)")
  }

  /// The assumptions that matter most, with the net of the last year at both of their ends.
  public var swings: [(assumption: AssumptionRow, low: FactID, high: FactID)] {
    let found = plan.assumptions.compactMap {
      row -> (assumption: AssumptionRow, low: FactID, high: FactID)? in
      guard let low = fact("net.\(Self.short(row.id)).low"),
        let high = fact("net.\(Self.short(row.id)).high")
      else { return nil }
      return (row, low, high)
    }
    return found.enumerated().sorted {
      (size($0.element), $1.offset) > (size($1.element), $0.offset)
    }
    .map(\.element)
  }

  /// What studies found of an effect.
  public func evidence(_ effect: CareEffectRow) -> [EvidenceRow] {
    plan.projection.evidence.filter { $0.claim == effect.fall }
  }

  private func size(_ swing: (assumption: AssumptionRow, low: FactID, high: FactID)) -> Double {
    func value(_ id: FactID) -> Double { graph[id]?.quantity.value.asDouble ?? 0 }
    return abs(value(swing.high) - value(swing.low))
  }

  /// The name of an assumption within the names of facts of the case.
  static func short(_ id: FactID) -> String {
    let text = id.rawValue
    return text.hasPrefix("assumption.") ? String(text.dropFirst("assumption.".count)) : text
  }
}
