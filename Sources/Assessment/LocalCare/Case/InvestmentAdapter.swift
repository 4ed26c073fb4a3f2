// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// Maps the investment case of local care to the engine, and what it finds to facts.
enum InvestmentAdapter {
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) {
    guard let row = plan.investment.investmentCase else { return }
    values.deriveWhatIsKnown()
    let missing = CareFacts.missing(named(plan, row), values) + uneven(row)
    guard missing.isEmpty else { throw PlanError(missing) }
    let lookup = FigureLookup(plan, values)
    let facts = InvestmentFacts(
      reading: InvestmentReading(plan: plan, row: row), needs: try CareNeeds(plan, lookup),
      lookup: lookup)
    try facts.write(&values)
  }

  private static func uneven(_ row: InvestmentCaseRow) -> [Violation] {
    guard row.costRamp.count != row.effectRamp.count else { return [] }
    return [
      Violation(
        file: "local-care/case.csv", row: row.row, column: "effect_ramp",
        found: "\(row.effectRamp.count) years, and \(row.costRamp.count) of cost",
        expected: "as many shares as in cost_ramp",
        advice: "Give one share for each year, from the first year of the case.")
    ]
  }

  private static func named(
    _ plan: Plan, _ row: InvestmentCaseRow
  ) -> [(file: String, row: Int, column: String, id: FactID?)] {
    let file = "local-care/case.csv"
    let own = [
      (file, row.row, "new_share", row.newShare), (file, row.row, "bed_days", row.bedDays),
      (file, row.row, "occupancy", row.occupancy), (file, row.row, "ward", row.ward),
      (file, row.row, "delay", row.delay), (file, row.row, "bed_value", row.bedValue),
    ]
    let keys = plan.local.localities.map {
      (file, row.row, "share_key", LocalityPattern.fact(row.shareKey, $0.id))
    }
    let effects = plan.investment.effects.flatMap { effect in
      [
        ("baseline", effect.baseline), ("reach", effect.reach), ("fall", effect.fall),
        ("hoped", effect.hoped), ("value", effect.value), ("days", effect.days),
        ("reinvestment", effect.reinvestment),
      ].map { ("local-care/effects.csv", effect.row, $0.0, $0.1) }
    }
    let costs = plan.investment.costs.map {
      ("local-care/costs.csv", $0.row, "amount", Optional($0.amount))
    }
    return (own + keys + effects + costs).map {
      (file: $0.0, row: $0.1, column: $0.2, id: $0.3)
    }
  }
}
