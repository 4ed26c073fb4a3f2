// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// What several staff banks leave unfilled alone and together.
  static let sharedBank = ProductivityTool(
    id: "shared-bank", title: "A shared bank",
    question: "How many unfilled shifts would the spare people of another organisation have "
      + "filled?",
    method: [
      "Alone, each organisation leaves max(0, requested − available) shifts unfilled. Together, "
        + "spare people fill gaps elsewhere on the same day in the same staff group: unfilled "
        + "together = unfilled alone − the smaller of unfilled alone and the people who would "
        + "travel, which is a share of the spare, rounded down."
    ],
    source: "Weald’s own account; exact for what was recorded, with no distribution supposed.",
    limits: [
      "It counts people, not the distance between sites, skills within a group, or rest.",
      "People may be on several banks already and then be counted twice.",
    ],
    columns: [
      ToolColumn("date", "the day, or another span in which one person works one shift"),
      ToolColumn("organisation", "the organisation"),
      ToolColumn("staff_group", "who is needed"),
      ToolColumn("requested", "shifts that the bank was asked for", .whole),
      ToolColumn("available", "bank staff who offered to work", .whole),
    ],
    options: [
      ToolOption(
        "willing", "Share of spare people who would travel, per cent", .number(0...100),
        usual: "50"),
      ToolOption("hours", "Hours of a shift", .number(0.5...24), usual: "8"),
      ToolOption(
        "agency-rate", "Agency rate, pounds an hour (optional)",
        hint: "With both rates the tool says what sharing saves.", .number(0...1000)),
      ToolOption(
        "bank-rate", "Bank rate with on-costs, pounds an hour (optional)", .number(0...1000)),
    ],
    example: """
      date,organisation,staff_group,requested,available
      2017-01-09,North General (made up),Nurses,12,8
      2017-01-09,South Royal (made up),Nurses,6,11
      2017-01-09,East District (made up),Nurses,5,5
      2017-01-10,North General (made up),Nurses,10,9
      2017-01-10,South Royal (made up),Nurses,9,6
      2017-01-10,East District (made up),Nurses,4,7

      """,
    exampleNote: "Two days of three banks that do not exist.",
    work: { input, settings throws(ProductivityError) in
      try SharedBankTool.findings(input, settings)
    })
}

private enum SharedBankTool {
  static func findings(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let records = input.rows.map { row in
      BankDay(
        period: row.text("date"), organisation: row.text("organisation"),
        group: row.text("staff_group"), requested: row.whole("requested"),
        available: row.whole("available"))
    }
    let found = try SharedBank(records, willing: settings.value("willing") / 100)
    let filled = found.unfilledAlone - found.unfilledShared
    let days = ToolTable(
      "days", "Each day and staff group",
      [
        ("date", "Day", nil), ("staff_group", "Staff group", nil),
        ("organisations", "Organisations", 0), ("requested", "Requested", 0),
        ("unfilled_alone", "Unfilled alone", 0), ("spare", "Spare people", 0),
        ("unfilled_shared", "Unfilled together", 0), ("filled_by_sharing", "Filled by sharing", 0),
      ],
      found.days.map { day in
        [
          .text(day.period), .text(day.group), .count(day.organisations), .count(day.requested),
          .count(day.unfilledAlone), .count(day.spare), .count(day.unfilledShared),
          .count(day.filledBySharing),
        ]
      })
    return ToolFindings(
      headline: "Sharing would have filled \(filled) of "
        + ToolNumbers.count(found.unfilledAlone, "unfilled shift", "unfilled shifts") + ".",
      figures: figures(found, settings),
      rule: [
        "\(ToolNumbers.plain(settings.value("willing"), decimals: 1))% of spare people would work "
          + "for another organisation, rounded down on each day.",
        "Only people of the same staff group and day fill a gap.",
      ],
      tables: [days],
      chart: .bars(
        ToolChart.Bars(
          title: "Shifts that nobody fills", nameHeading: "Banks", valueHeading: "Shifts",
          prefix: "",
          bars: [
            ("Each on its own", Double(found.unfilledAlone)),
            ("Shared", Double(found.unfilledShared)),
          ])),
      excluded: found.excluded)
  }

  private static func figures(
    _ found: SharedBank, _ settings: ToolSettings
  ) -> [(String, String)] {
    var figures = [
      ("Requested", ToolNumbers.text(Double(found.requested))),
      ("Unfilled alone", ToolNumbers.text(Double(found.unfilledAlone))),
      ("Unfilled together", ToolNumbers.text(Double(found.unfilledShared))),
    ]
    if let agency = settings.number("agency-rate"), let bank = settings.number("bank-rate") {
      let saving = found.saving(
        hours: settings.value("hours"), agencyRate: agency, bankRate: bank)
      figures.append(("Saved if an agency would have filled them", ToolNumbers.pounds(saving)))
    }
    return figures
  }
}
