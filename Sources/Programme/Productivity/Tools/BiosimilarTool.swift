// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// Moving patients to best-value biological medicines, with a share for the provider.
  static let biosimilar = ProductivityTool(
    id: "biosimilar", title: "Moving to biosimilar medicines",
    question: "What does moving to best-value medicines save, month by month, and who gets it?",
    method: [
      "Existing patients move in equal steps: in month m, start + (target − start) × m ÷ months "
        + "of them are on the best-value version. Of new patients, the target share is counted "
        + "once the first months are over, for those who begin after them.",
      "Saving = patients moved × units a month × price gap, added up over the months, less the "
        + "cost of moving each existing patient once. The provider keeps its share of the net "
        + "saving, the commissioner the rest.",
    ],
    source: "Shares and months: the commissioning framework for biological medicines of 2017 "
      + "(Center for Biosimilars; GaBI Online) and its version of 2025 (Medicines UK). The "
      + "account by months is Weald’s.",
    limits: [
      "Prices are held still; in tenders they fall, and the gap with them.",
      "Patients who stop, and those who move back, are not counted.",
    ],
    columns: [
      ToolColumn("medicine", "the name of the medicine"),
      ToolColumn("existing_patients", "patients who take it at the start", .number),
      ToolColumn("units_per_month", "units that a patient takes in a month", .number),
      ToolColumn("originator_price", "pounds for a unit of the originator", .number),
      ToolColumn("best_value_price", "pounds for a unit of the best-value version", .number),
      ToolColumn(
        "new_patients_per_month", "patients who begin in a month", .number, isRequired: false),
      ToolColumn(
        "switching_cost", "pounds once for each existing patient who moves", .number,
        isRequired: false),
      ToolColumn(
        "starting_percent", "per cent of existing patients who had moved before", .number,
        isRequired: false),
    ],
    options: [
      .choice(
        "framework", "Pace",
        [
          ("2017", "Framework of 2017: 90% of new in 3 months, 80% of existing in 12"),
          ("2025", "Version of 2025: all new in 3 months, 80% of existing in 10"),
        ], usual: "2017"),
      ToolOption("months", "Months to count", .number(1...120), usual: "12"),
      ToolOption(
        "provider-share", "Provider’s share of the net saving, per cent",
        hint: "What the agreement says; there is no national share.", .number(0...100),
        usual: "50"),
    ],
    example: """
      medicine,existing_patients,units_per_month,originator_price,best_value_price,new_patients_per_month,switching_cost,starting_percent
      Medicine A (made up),100,2,300,200,0,50,0
      Medicine B (made up),240,4,180,95,6,50,35
      Medicine C (made up),60,1,90,110,1,50,0

      """,
    exampleNote: "Three medicines that do not exist. The first saves £104,000 before £4,000 of "
      + "switching cost; the third is left out because its best-value version is dearer.",
    work: { input, settings throws(ProductivityError) in
      try BiosimilarTool.findings(input, settings)
    })
}

private enum BiosimilarTool {
  static func findings(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let targets: BiosimilarTargets =
      settings.text("framework") == "2025" ? .framework2025 : .framework2017
    let found = try BiosimilarProgramme(
      input.rows.map(medicine), targets: targets, months: Int(settings.value("months")),
      providerShare: settings.value("provider-share") / 100)
    let share = ToolNumbers.plain(settings.value("provider-share"), decimals: 1)
    let existing = ToolNumbers.plain(targets.existingShare * 100, decimals: 0)
    let new = ToolNumbers.plain(targets.newShare * 100, decimals: 0)
    return ToolFindings(
      headline: "Moving saves \(ToolNumbers.pounds(found.net)) net in \(found.months) months: "
        + "\(ToolNumbers.pounds(found.toProvider)) for the provider and "
        + "\(ToolNumbers.pounds(found.toCommissioner)) for the commissioner.",
      figures: [
        ("Net saving", ToolNumbers.pounds(found.net)),
        ("To the provider", ToolNumbers.pounds(found.toProvider)),
        ("To the commissioner", ToolNumbers.pounds(found.toCommissioner)),
      ],
      rule: [
        "\(existing)% of existing patients within \(targets.existingMonths) months, in equal "
          + "steps, each step counted for the whole of its month.",
        "\(new)% of patients who begin after month \(targets.newMonths); of those who begin "
          + "earlier, none.",
        "The provider keeps \(share)% of the net saving; a loss is shared in the same way.",
      ],
      tables: [medicines(found), months(found)], chart: chart(found), excluded: found.excluded)
  }

  private static func medicine(_ row: ToolRow) -> BiosimilarMedicine {
    BiosimilarMedicine(
      row.text("medicine"), existingPatients: row.value("existing_patients"),
      newPatientsPerMonth: row.value("new_patients_per_month"),
      unitsPerMonth: row.value("units_per_month"), originatorPrice: row.value("originator_price"),
      bestValuePrice: row.value("best_value_price"), switchingCost: row.value("switching_cost"),
      startingShare: row.value("starting_percent") / 100)
  }

  private static func medicines(_ found: BiosimilarProgramme) -> ToolTable {
    ToolTable(
      "medicines", "What each medicine saves",
      [
        ("medicine", "Medicine", nil), ("existing", "Existing patients, £", 0),
        ("new", "New patients, £", 0), ("switched", "Existing patients moved", 1),
        ("switching_cost", "Cost of moving them, £", 0), ("net", "Net saving, £", 0),
        ("to_provider", "To the provider, £", 0), ("to_commissioner", "To the commissioner, £", 0),
      ],
      found.savings.map { own in
        [
          .text(own.name), .number(own.existingByMonth.reduce(0, +)),
          .number(own.newByMonth.reduce(0, +)), .number(own.switched),
          .number(own.switchingCost), .number(own.net),
          .number(own.net * found.providerShare), .number(own.net * (1 - found.providerShare)),
        ]
      })
  }

  private static func total(_ found: BiosimilarProgramme, _ month: Int) -> Double {
    found.savings.reduce(0) { $0 + $1.existingByMonth[month] + $1.newByMonth[month] }
  }

  private static func months(_ found: BiosimilarProgramme) -> ToolTable {
    var sum = 0.0
    return ToolTable(
      "months", "Savings by month, before the cost of moving",
      [("month", "Month", 0), ("saving", "Saving, £", 0), ("so_far", "So far, £", 0)],
      (0..<found.months).map { month in
        sum += total(found, month)
        return [.count(month + 1), .number(total(found, month)), .number(sum)]
      })
  }

  private static func chart(_ found: BiosimilarProgramme) -> ToolChart {
    .bars(
      ToolChart.Bars(
        title: "Savings by month, before the cost of moving", nameHeading: "Month",
        valueHeading: "£", prefix: "£",
        bars: (0..<min(found.months, 24)).map { ("Month \($0 + 1)", total(found, $0)) }))
  }
}
