// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// Uptake of best-value medicines beside a target.
  static let medicines = ProductivityTool(
    id: "medicines", title: "Uptake of best-value medicines",
    question: "Where is a best-value medicine used less than agreed, and what does that cost?",
    method: [
      "Uptake is the share of treatments given in the best-value version. The opportunity is "
        + "(target − uptake) × treatments × price gap, and nought above the target; the same is "
        + "shown to the best uptake in the table.",
      "For the cost of a pharmacy or of medicines as a whole, use the tool for functions with "
        + "weighted activity units as the base.",
    ],
    source: "Target uptake by medicine as in Model Hospital’s top ten medicines (article 1870750); "
      + "the formula is Weald’s.",
    limits: [
      "Some patients cannot move: a target of 100% is seldom right.",
      "The best uptake in a table of few organisations may be chance.",
    ],
    columns: [
      ToolColumn("medicine", "the medicine"),
      ToolColumn("organisation", "the organisation"),
      ToolColumn("treatments", "treatments in all", .number),
      ToolColumn(
        "best_value_treatments", "treatments with the best-value version", .number),
      ToolColumn("target_percent", "the target for the share, in per cent", .number),
      ToolColumn("price_gap", "pounds saved by a treatment that moves", .number),
    ],
    options: [],
    example: """
      medicine,organisation,treatments,best_value_treatments,target_percent,price_gap
      Medicine A (made up),North General (made up),1200,780,90,210
      Medicine A (made up),South Royal (made up),900,855,90,210
      Medicine A (made up),East District (made up),700,560,90,210
      Medicine B (made up),North General (made up),400,330,80,95
      Medicine B (made up),South Royal (made up),650,390,80,95

      """,
    exampleNote: "Two medicines at three hospitals; none of them exists.",
    work: { input, _ throws(ProductivityError) in try MedicinesTool.findings(input) })
}

private enum MedicinesTool {
  static func findings(_ input: ToolInput) throws(ProductivityError) -> ToolFindings {
    let found = try MedicineUptake(
      input.rows.map { row in
        MedicineUse(
          medicine: row.text("medicine"), organisation: row.text("organisation"),
          treatments: row.value("treatments"), bestValue: row.value("best_value_treatments"),
          target: row.value("target_percent") / 100, priceGap: row.value("price_gap"))
      })
    let toTarget = found.findings.reduce(0) { $0 + $1.toTarget }
    let behind = found.findings.count { $0.toTarget > 0 }
    let table = ToolTable(
      "uptake", "Uptake beside the target and the best",
      [
        ("medicine", "Medicine", nil), ("organisation", "Organisation", nil),
        ("treatments", "Treatments", 0), ("uptake_percent", "Uptake, %", 1),
        ("target_percent", "Target, %", 1), ("best_percent", "Best, %", 1),
        ("to_target", "To the target, £", 0), ("to_best", "To the best, £", 0),
      ],
      found.findings.map { own in
        [
          .text(own.use.medicine), .text(own.use.organisation), .number(own.use.treatments),
          .number(own.uptake * 100), .number(own.use.target * 100),
          .number(own.bestUptake * 100), .number(own.toTarget), .number(own.toBest),
        ]
      })
    return ToolFindings(
      headline: "\(behind) of \(found.findings.count) are below the target, which costs "
        + "\(ToolNumbers.pounds(toTarget)).",
      figures: [
        ("To the targets", ToolNumbers.pounds(toTarget)),
        ("To the best", ToolNumbers.pounds(found.findings.reduce(0) { $0 + $1.toBest })),
      ],
      rule: [
        "Opportunity = (target − uptake) × treatments × price gap, and nought where that is "
          + "negative. Nobody’s lead is set against anybody’s gap."
      ],
      tables: [table], chart: chart(found), excluded: found.excluded)
  }

  private static func chart(_ found: MedicineUptake) -> ToolChart {
    var order: [String] = []
    var seen: Set<String> = []
    for own in found.findings where seen.insert(own.use.medicine).inserted {
      order.append(own.use.medicine)
    }
    return .strip(
      ToolChart.Strip(
        title: "Uptake of the best-value version at each organisation", scale: "Uptake, %",
        prefix: "", decimals: 0,
        rows: order.prefix(12).map { medicine in
          ToolChart.Strip.Row(
            name: medicine,
            dots: found.findings.filter { $0.use.medicine == medicine }
              .map { ($0.use.organisation, $0.uptake * 100) },
            quartiles: nil)
        }, reference: nil, named: []))
  }
}
