// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// Corporate functions, pharmacies and medicines by what they serve.
  static let corporate = ProductivityTool(
    id: "corporate", title: "Cost of corporate and support functions",
    question: "What does each function cost for what it serves, and how do others do?",
    method: [
      "The rate is the cost for a stated amount of the base: for £1 million of income, or for "
        + "100 weighted activity units in the case of a pharmacy. Each function is compared on "
        + "its own; opportunity = (rate − benchmark) × base, and nought where that is negative."
    ],
    source: "Weald’s own account, with the formula of the tool for comparing costs.",
    limits: [
      "What belongs to a function differs from place to place: agree a list first.",
      "A cost that moves from one function to another saves nothing. Do not add functions up "
        + "when one of them serves another.",
    ],
    columns: [
      ToolColumn("function", "the function, such as finance or pharmacy"),
      ToolColumn("organisation", "the organisation"),
      ToolColumn("cost", "what the function costs, in pounds", .number),
      ToolColumn("base", "what it serves: income in pounds, weighted activity units", .number),
    ],
    options: [
      ToolOption(
        "per", "Amount of the base that a rate is for",
        hint: "1,000,000 for £1 million of income.", .number(0.001...1e12), usual: "1000000"),
      .percentileRule,
    ],
    example: """
      function,organisation,cost,base
      Finance,North General (made up),2600000,260000000
      Finance,South Royal (made up),4700000,390000000
      Finance,East District (made up),2200000,240000000
      Payroll,North General (made up),620000,260000000
      Payroll,South Royal (made up),700000,390000000
      Payroll,East District (made up),690000,240000000
      Legal,North General (made up),310000,260000000

      """,
    exampleNote: "Three hospitals that do not exist. Legal services are left out: one hospital "
      + "gives no comparison.",
    work: { input, settings throws(ProductivityError) in
      try CorporateTool.findings(input, settings)
    })
}

private enum CorporateTool {
  static func findings(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let spends = input.rows.map { row in
      FunctionSpend(
        function: row.text("function"), organisation: row.text("organisation"),
        cost: row.value("cost"), base: row.value("base"))
    }
    let method = BenchmarkMethod(quantiles: settings.percentiles)
    let amount = settings.value("per")
    let found = try FunctionCost(spends, per: amount, method)
    let widest = found.functions.max {
      $0.benchmark.total.toMedian < $1.benchmark.total.toMedian
    }
    let base = ToolNumbers.text(amount)
    return ToolFindings(
      headline: widest.map { function in
        "The widest gap is in \(function.name): "
          + "\(ToolNumbers.pounds(function.benchmark.total.toMedian)) to the median."
      } ?? "",
      rule: [
        "Rate = cost ÷ base × \(base).",
        "Each organisation is compared with everyone who has the function, itself among them. "
          + "Percentiles follow \(settings.percentiles.name).",
        "Opportunity = (rate − benchmark) × base ÷ \(base), and nought where that is negative.",
      ],
      tables: [functions(found), organisations(found)],
      chart: chart(found, base, settings.percentiles), excluded: found.excluded)
  }

  private static func functions(_ found: FunctionCost) -> ToolTable {
    ToolTable(
      "functions", "Each function across organisations",
      [
        ("function", "Function", nil), ("organisations", "Organisations", 0),
        ("median", "Median rate, £", 2), ("best_quartile", "Lower quartile, £", 2),
        ("to_median", "To the median, £", 0), ("to_best_quartile", "To the lower quartile, £", 0),
      ],
      found.functions.map { function in
        let statistics = function.benchmark.comparisons.first?.statistics
        return [
          .text(function.name), .count(function.benchmark.comparisons.count),
          .number(statistics?.median), .number(statistics?.bestQuartile),
          .number(function.benchmark.total.toMedian),
          .number(function.benchmark.total.toBestQuartile),
        ]
      })
  }

  private static func organisations(_ found: FunctionCost) -> ToolTable {
    ToolTable(
      "organisations", "Each organisation and function",
      [
        ("function", "Function", nil), ("organisation", "Organisation", nil),
        ("rate", "Rate, £", 2), ("to_median", "To the median, £", 0),
        ("to_best_quartile", "To the lower quartile, £", 0),
      ],
      found.functions.flatMap { function in
        function.benchmark.comparisons.map { own -> [ToolTable.Cell] in
          [
            .text(function.name), .text(own.name), .number(own.value),
            .number(own.opportunity.toMedian), .number(own.opportunity.toBestQuartile),
          ]
        }
      })
  }

  private static func chart(
    _ found: FunctionCost, _ base: String, _ rule: QuantileRule
  ) -> ToolChart {
    .strip(
      ToolChart.Strip(
        title: "Rate of each organisation, by function", scale: "£ for \(base) of the base",
        prefix: "£", decimals: 0,
        rows: found.functions.prefix(12).map { function in
          let statistics = function.benchmark.comparisons.first?.statistics
          return ToolChart.Strip.Row(
            name: function.name,
            dots: function.benchmark.comparisons.map { ($0.name, $0.value) },
            quartiles: statistics.map { ($0.lowerQuartile, $0.median, $0.upperQuartile) })
        }, reference: nil, named: []))
  }
}
