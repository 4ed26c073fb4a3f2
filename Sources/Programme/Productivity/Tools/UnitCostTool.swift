// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// Cost per weighted activity unit and the reference cost index.
  static let unitCost = ProductivityTool(
    id: "unit-cost", title: "Cost per weighted activity unit",
    question: "Does an organisation’s own mix of cases cost it more or less than it costs on "
      + "average?",
    method: [
      "Expected cost is the organisation’s activity at national average unit costs. Actual cost "
        + "is divided by its market forces factor over the national one.",
      "Weighted activity units are expected cost divided by a national constant. Cost per unit is "
        + "adjusted cost divided by units; the reference cost index is 100 times adjusted over "
        + "expected cost. The two say the same: cost per unit = constant × index ÷ 100.",
    ],
    source: "Model Hospital, article 1824067 (definition, and constants for 2014/15 to 2018/19); "
      + "reference cost index as in national cost collections; activity code UZ01Z is left out "
      + "as there.",
    limits: [
      "It sees how much care costs, not how well it is given, nor what is counted as activity.",
      "Constants after 2018/19 have to be entered by hand.",
    ],
    columns: [
      ToolColumn("organisation", "the name of the organisation"),
      ToolColumn("currency", "the code of the activity"),
      ToolColumn("activity", "how many", .number),
      ToolColumn(
        "national_unit_cost", "the national average cost of one, in pounds; may be empty", .number,
        isRequired: false),
      ToolColumn("actual_cost", "what the organisation spent on them, in pounds", .number),
      ToolColumn(
        "mff", "its market forces factor, the same in all its rows", .number,
        isRequired: false),
      ToolColumn(
        "exclude", "why the row is to be left out; empty to keep it", isRequired: false),
    ],
    options: [
      .choice(
        "year", "Constant of the year",
        WeightedActivityMethod.years.map { ("\($0)", "\($0)/\(($0 + 1) % 100)") }, usual: "2015"),
      ToolOption(
        "constant", "A constant of your own (optional)", hint: "Pounds to one unit.",
        .number(0.01...1e9)),
      ToolOption(
        "national-mff", "National market forces factor", .number(0.5...2), usual: "1"),
    ],
    example: """
      organisation,currency,activity,national_unit_cost,actual_cost,mff,exclude
      North General (made up),AA01A,100000,3000,310000000,1,
      North General (made up),BB02B,20000,2562.90,50000000,1,
      North General (made up),CC03C,900,4000,2100000,1,contracted out
      South Royal (made up),AA01A,60000,3000,176000000,1.02,
      South Royal (made up),BB02B,30000,2562.90,75500000,1.02,

      """,
    exampleNote: "Two hospitals that do not exist. The first has £360 million of cost where "
      + "£351.258 million are expected: 100,000 units at £3,600.",
    work: { input, settings throws(ProductivityError) in
      try UnitCostTool.findings(&input, settings)
    })
}

private enum UnitCostTool {
  static func findings(
    _ input: inout ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let method = WeightedActivityMethod(
      constant: settings.number("constant")
        ?? WeightedActivityMethod.constant(ofYearFrom: Int(settings.value("year"))) ?? 0,
      marketForcesFactors: factors(&input), nationalFactor: settings.value("national-mff"))
    let report = try WeightedActivityReport(input.rows.map(line), method)
    let dearest = report.results.max { $0.referenceCostIndex < $1.referenceCostIndex }
    let words = dearest.map { own in
      "\(own.organisation) has the highest cost: "
        + "\(ToolNumbers.pounds(own.costPerUnit)) for a weighted activity unit, an index of "
        + "\(ToolNumbers.text(own.referenceCostIndex, decimals: 1))."
    }
    return ToolFindings(
      headline: words ?? "",
      rule: [
        "One weighted activity unit is £\(ToolNumbers.text(method.constant, decimals: 2)) of "
          + "expected cost.",
        "Expected cost = Σ activity × national average unit cost.",
        "Adjusted cost = actual cost ÷ (own market forces factor ÷ "
          + "\(ToolNumbers.plain(method.nationalFactor, decimals: 4))).",
        "Cost per unit = adjusted cost ÷ units; index = 100 × adjusted cost ÷ expected cost.",
      ],
      tables: [table(report)],
      chart: .strip(
        ToolChart.Strip(
          title: "Reference cost index of each organisation", scale: "Index, 100 is average",
          prefix: "", decimals: 1,
          rows: [
            ToolChart.Strip.Row(
              name: "All organisations",
              dots: report.results.map { ($0.organisation, $0.referenceCostIndex) },
              quartiles: nil)
          ], reference: ("National average", 100),
          named: Set(report.results.prefix(6).map(\.organisation)))),
      excluded: report.excluded)
  }

  private static func line(_ row: ToolRow) -> CaseMixLine {
    let reason = row.text("exclude")
    return CaseMixLine(
      organisation: row.text("organisation"), currency: row.text("currency"),
      activity: row.value("activity"), nationalUnitCost: row.number("national_unit_cost"),
      actualCost: row.value("actual_cost"), exclusion: reason.isEmpty ? nil : reason)
  }

  /// The factor of each organisation; two different ones are a problem of the later row.
  private static func factors(_ input: inout ToolInput) -> [String: Double] {
    var factors: [String: Double] = [:]
    for row in input.rows {
      guard let factor = row.number("mff") else { continue }
      let name = row.text("organisation")
      if let earlier = factors[name], earlier != factor {
        input.report(
          row.number, "mff", "\(factor) for \(name)", "\(earlier), as in a row above",
          "Give all rows of an organisation one factor.")
      }
      factors[name] = factor
    }
    return factors
  }

  private static func table(_ report: WeightedActivityReport) -> ToolTable {
    ToolTable(
      "unit-costs", "Cost per weighted activity unit of each organisation",
      [
        ("organisation", "Organisation", nil), ("units", "Weighted activity units", 1),
        ("expected_cost", "Expected cost, £", 0), ("actual_cost", "Actual cost, £", 0),
        ("adjusted_cost", "Adjusted cost, £", 0), ("cost_per_unit", "Cost per unit, £", 2),
        ("reference_cost_index", "Reference cost index", 2),
        ("above_expected", "Above expected, £", 0),
      ],
      report.results.map { own in
        [
          .text(own.organisation), .number(own.units), .number(own.expectedCost),
          .number(own.actualCost), .number(own.adjustedCost), .number(own.costPerUnit),
          .number(own.referenceCostIndex), .number(own.aboveExpected),
        ]
      })
  }
}
