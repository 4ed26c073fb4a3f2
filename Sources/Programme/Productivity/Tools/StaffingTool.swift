// SPDX-License-Identifier: Apache-2.0

import Engagement
import Productivity

extension ProductivityTool {
  /// Agency shifts, the caps on their rates, and the bank.
  static let staffing = ProductivityTool(
    id: "staffing", title: "Agency shifts, caps and the bank",
    question: "Which shifts were above the cap, who approved them, and what would the bank have "
      + "cost?",
    method: [
      "The cap is basic pay × (1 + per cent ÷ 100), by the staff group and the day of the shift. "
        + "What is above it, times the hours, is the breach.",
      "Against the bank: hours × (all that the agency charged − bank rate with employer "
        + "on-costs), less the uplift of the bank rate that people on the bank are now paid for "
        + "hours they worked anyway. Leaving that out is the usual mistake.",
    ],
    source: "Caps from 23 November 2015, 1 February 2016 and 1 April 2016: BMJ blogs, 4 April "
      + "2016. The account of bank against agency is Weald’s.",
    limits: [
      "A bank shift that nobody takes saves nothing: set the shared bank beside this.",
      "Caps compare with basic pay alone; enhancements for nights and weekends are inside them.",
    ],
    columns: [
      ToolColumn("date", "the day of the shift", .day),
      ToolColumn(
        "staff_group", "who was needed",
        .choice(AgencyStaffGroup.allCases.map(\.rawValue))),
      ToolColumn("basic_rate", "basic pay for an hour, in pounds", .number),
      ToolColumn("agency_rate", "all that the agency charged for an hour, in pounds", .number),
      ToolColumn("hours", "hours worked", .number),
      ToolColumn("organisation", "who paid for it", isRequired: false),
      ToolColumn(
        "bank_rate", "what the bank pays for such an hour before on-costs, in pounds", .number,
        isRequired: false),
      ToolColumn(
        "break_glass", "whether it was approved on exceptional safety grounds: yes or no", .yesNo,
        isRequired: false),
    ],
    options: [
      ToolOption(
        "on-cost", "Employer on-costs of bank pay, per cent", .number(0...100), usual: "0"),
      ToolOption(
        "uplift", "Uplift of the bank rate, pounds an hour",
        hint: "Bank rates in the table have it already.", .number(0...1000), usual: "0"),
      ToolOption(
        "existing-hours", "Bank hours that were worked anyway", .number(0...1e9), usual: "0"),
      ToolOption(
        "cap", "A cap of your own for everybody, per cent above basic pay (optional)",
        hint: "Empty takes the national caps of each day.", .number(0...1000)),
    ],
    example: """
      date,staff_group,basic_rate,agency_rate,hours,organisation,bank_rate,break_glass
      2016-04-01,other-clinical,20,38,10,North General (made up),28,no
      2016-03-31,other-clinical,20,38,10,North General (made up),28,no
      2016-05-14,junior-doctors,18,27,12,South Royal (made up),24,no
      2016-06-02,other-clinical,16,30,8,South Royal (made up),21,yes
      2016-06-02,non-clinical,11,15,7.5,North General (made up),13,no

      """,
    exampleNote: "Five shifts that nobody worked. The first breaches its cap of £31.00 by £70, "
      + "and the bank saves £100; a day earlier the cap was £35.00.",
    work: { input, settings throws(ProductivityError) in
      try StaffingTool.findings(input, settings)
    })
}

private enum StaffingTool {
  static func findings(
    _ input: ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    let own = settings.number("cap")
    let policy = StaffingPolicy(
      caps: own.map(schedule) ?? .national, bankOnCostPercent: settings.value("on-cost"),
      bankRateUplift: settings.value("uplift"),
      existingBankHours: settings.value("existing-hours"))
    let found = try TemporaryStaffing(input.rows.map(shift), policy)
    return ToolFindings(
      headline: ToolNumbers.count(found.breaches, "shift", "shifts") + " of "
        + "\(found.findings.count) above the cap, by \(ToolNumbers.pounds(found.breachCost)); "
        + "\(found.unapproved) of them without approval.",
      figures: figures(found),
      rule: [
        own.map { "The cap is basic pay plus \(ToolNumbers.plain($0, decimals: 1))%." }
          ?? "The cap is the national one of the day and the staff group.",
        "Breach = (agency rate − cap) × hours, where the rate is above the cap.",
        "Bank saving = hours × (agency rate − bank rate × (1 + "
          + "\(ToolNumbers.plain(policy.bankOnCostPercent, decimals: 1))% on-costs)).",
        "Net saving = bank saving − existing bank hours "
          + "(\(ToolNumbers.text(policy.existingBankHours))) × uplift "
          + "(\(ToolNumbers.pounds(policy.bankRateUplift, decimals: 2))) × (1 + on-costs).",
      ],
      tables: [shifts(found), groups(found)], chart: chart(found), excluded: found.excluded)
  }

  private static func schedule(_ percent: Double) -> AgencyCapSchedule {
    AgencyCapSchedule([
      AgencyCapSchedule.Step(
        from: ShiftDay(1, 1, 1),
        percentAboveBasic: Dictionary(
          AgencyStaffGroup.allCases.map { ($0, percent) }, uniquingKeysWith: { first, _ in first }))
    ])
  }

  private static func shift(_ row: ToolRow) -> TemporaryShift {
    let parts = (row.day("date") ?? CivilDay(number: 0)).parts
    return TemporaryShift(
      name: "Row \(row.number)", organisation: row.text("organisation"),
      day: ShiftDay(parts.year, parts.month, parts.day),
      group: AgencyStaffGroup(rawValue: row.text("staff_group")) ?? .nonClinical,
      basicRate: row.value("basic_rate"), agencyRate: row.value("agency_rate"),
      hours: row.value("hours"), bankRate: row.number("bank_rate"),
      hasBreakGlass: row.isYes("break_glass"))
  }

  private static func figures(_ found: TemporaryStaffing) -> [(String, String)] {
    var figures = [
      ("Agency cost", ToolNumbers.pounds(found.agencyCost)),
      ("Above the cap", ToolNumbers.pounds(found.breachCost)),
    ]
    guard found.findings.contains(where: { $0.bankSaving != nil }) else { return figures }
    figures += [
      ("Bank instead, before the uplift", ToolNumbers.pounds(found.bankSavingBeforeUplift)),
      ("Uplift on hours worked anyway", ToolNumbers.pounds(found.upliftOnExistingHours)),
      ("Net saving of the bank", ToolNumbers.pounds(found.netBankSaving)),
    ]
    if let hours = found.breakEvenHours {
      figures.append(("Existing bank hours at which nothing is saved", ToolNumbers.text(hours)))
    }
    return figures
  }

  private static func shifts(_ found: TemporaryStaffing) -> ToolTable {
    ToolTable(
      "shifts", "Each shift beside its cap and the bank",
      [
        ("shift", "Shift", nil), ("date", "Day", nil), ("organisation", "Organisation", nil),
        ("staff_group", "Staff group", nil), ("hours", "Hours", 1),
        ("agency_rate", "Agency rate, £", 2), ("cap", "Cap, £", 2),
        ("breach", "Above the cap, £", 2), ("approved", "Approved", nil),
        ("bank_saving", "Bank would save, £", 2),
      ],
      found.findings.map { own in
        [
          .text(own.shift.name), .text("\(own.shift.day)"), .text(own.shift.organisation),
          .text(own.shift.group.label), .number(own.shift.hours), .number(own.shift.agencyRate),
          .number(own.cap), .number(own.breach),
          .text(own.isBreach ? (own.shift.hasBreakGlass ? "yes" : "no") : "not needed"),
          .number(own.bankSaving),
        ]
      })
  }

  private static func groups(_ found: TemporaryStaffing) -> ToolTable {
    ToolTable(
      "groups", "Breaches by staff group",
      [
        ("staff_group", "Staff group", nil), ("shifts", "Shifts", 0), ("breaches", "Breaches", 0),
        ("unapproved", "Without approval", 0), ("breach_cost", "Above the cap, £", 2),
      ],
      AgencyStaffGroup.allCases.compactMap { group -> [ToolTable.Cell]? in
        let own = found.findings.filter { $0.shift.group == group }
        guard !own.isEmpty else { return nil }
        return [
          .text(group.label), .count(own.count), .count(own.count(where: \.isBreach)),
          .count(own.count(where: \.isUnapprovedBreach)),
          .number(own.reduce(0) { $0 + $1.breach }),
        ]
      })
  }

  private static func chart(_ found: TemporaryStaffing) -> ToolChart {
    .strip(
      ToolChart.Strip(
        title: "The rate of each shift, as a share of its cap", scale: "Rate, % of the cap",
        prefix: "", decimals: 0,
        rows: AgencyStaffGroup.allCases.compactMap { group in
          let own = found.findings.filter { $0.shift.group == group }
          guard !own.isEmpty else { return nil }
          return ToolChart.Strip.Row(
            name: group.label,
            dots: own.map { ($0.shift.name, 100 * $0.shift.agencyRate / $0.cap) },
            quartiles: nil)
        }, reference: ("The cap", 100), named: []))
  }
}
