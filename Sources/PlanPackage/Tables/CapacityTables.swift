// SPDX-License-Identifier: Apache-2.0

/// The tables of what activity needs, what that costs, and what savings are used for.
enum CapacityTables {
  static let resources = TableSchema(
    "resources", "capacity/resources.csv",
    purpose: "What activity needs: beds, theatres, rooms, machines, visits and staff.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "Name in plain English.").required(),
      Field("kind", .text, "What it is.").required().oneOf([
        "beds", "theatre", "room", "space", "machine", "caseload", "visits", "staff",
      ]),
      Field("provider", .identifier, "Whose it is.").required().referring(to: "organisations"),
      Field("unit", .text, "What is counted, as a plural noun.").required(),
      Field("available", .number, "How many there are, unless a fact says so; empty: not known.")
        .between(0, 1e9),
      Field("available_fact", .identifier, "The fact that says how many there are."),
      Field("chance_full", .number, "Beds: the chance of none free that is accepted, 0 to 1.")
        .between(0, 1),
      Field("utilisation", .number, "Share of the time in use that is planned for, 0 to 1.")
        .between(0, 1).neverZero(),
      Field("hours_a_week", .number, "Hours a week in which one can be used, or one person works.")
        .between(0, 168).neverZero(),
      Field("weeks_a_year", .number, "Weeks a year in which it can be used.").between(0, 53)
        .neverZero(),
      Field("variability", .number, "Beds: variance of those occupied over their mean; empty is 1.")
        .between(0, 1000),
      DemandTables.basis, DemandTables.source, DemandTables.note,
    ])

  static let uses = TableSchema(
    "resource-uses", "capacity/uses.csv",
    purpose: "How much of each resource a unit of activity or a bed day takes.",
    primaryKey: ["resource", "service", "per"],
    fields: [
      Field("resource", .identifier, "The resource.").required().referring(to: "resources"),
      Field("service", .identifier, "The service that uses it.").required()
        .referring(to: "demand-services"),
      Field("per", .text, "What each use is counted by.").required().oneOf(["activity", "bed-days"]
      ),
      Field("minutes", .number, "Minutes of it for each.").between(0, 1e6),
      Field("amount", .number, "Units of it for each, when it is not a matter of minutes.")
        .between(0, 1e6),
      DemandTables.note,
    ])

  static let drivers = TableSchema(
    "cost-drivers", "costs/drivers.csv",
    purpose: "What each line of money follows: activity or a resource, at once, in steps, or not.",
    primaryKey: ["line", "service", "resource", "behaviour"],
    fields: [
      Field("line", .identifier, "The line of finance/lines.csv.").required()
        .referring(to: "lines"),
      Field("service", .identifier, "The service that it follows.")
        .referring(to: "demand-services"),
      Field("resource", .identifier, "The resource that it follows.").referring(to: "resources"),
      Field("behaviour", .text, "variable: with each unit; semi-fixed: in steps; fixed: not.")
        .required().oneOf(["variable", "semi-fixed", "fixed"]),
      Field("share", .number, "Share of the line, 0 to 1; what is left of the line is fixed.")
        .required().between(0, 1),
      Field("step", .number, "Semi-fixed: how many units close or open at a time.")
        .between(0, 1e9).neverZero(),
      Field("delay_months", .number, "Months until cost follows.").between(0, 240),
      DemandTables.note,
    ])

  static let usesOfSavings = TableSchema(
    "uses-of-savings", "finance/uses_of_savings.csv",
    purpose: "What the saving of each scheme is used for, so that no pound is used twice.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("scheme", .identifier, "Whose saving it is.").required().referring(to: "schemes"),
      Field("use", .text, "Whether it closes the gap or pays for something.").required()
        .oneOf(["gap", "investment"]),
      Field("label", .text, "What it is used for, in plain English.").required(),
      Field("amount", .identifier, "The fact that is the amount a year.").required(),
      DemandTables.note,
    ])

  static let all = [resources, uses, drivers, usesOfSavings]
}
