// SPDX-License-Identifier: Apache-2.0

/// The tables of what local care costs and what it is expected to do.
enum InvestmentTables {
  static let cases = TableSchema(
    "investment-case", "local-care/case.csv",
    purpose: "The investment case of local care: its years, its beds and how it is shared out.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("title", .text, "Name for a reader.").required(),
      Field("first_year", .financialYear, "The first year of the case.").required(),
      Field("cost_ramp", .shares, "Share of the teams that are paid in each year.").required(),
      Field("effect_ramp", .shares, "Share of the effect that is there in each year.").required(),
      Field("new_share", .identifier, "The fact: share of the staff needed who are not there yet."),
      Field("bed_days", .identifier, "The fact that says how many bed days a year there are.")
        .required(),
      Field("occupancy", .identifier, "The fact that says what share of open beds may be in use.")
        .required(),
      Field("ward", .identifier, "The fact that says how many beds a ward has.").required(),
      Field("delay", .identifier, "The fact that says after how many months a ward can close.")
        .required(),
      Field("bed_value", .identifier, "The fact: pounds a year that a closed bed releases.")
        .required(),
      Field(
        "share_key", .text,
        "The fact by which the case is shared out; {locality} is the locality."
      ).required(),
      CareModelTables.source, CareModelTables.note,
    ])

  static let effects = TableSchema(
    "care-effects", "local-care/effects.csv",
    purpose: "What local care is expected to do to other care.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "What falls, as a plural noun: A&E attendances.").required(),
      Field("kind", .text, "Whether activity falls, or the bed days of those who stay.")
        .required().oneOf(["activity", "bed-days"]),
      Field("baseline", .identifier, "The fact that says how many there are a year.").required(),
      Field("reach", .identifier, "The fact that says what share of them is reached.").required(),
      Field("fall", .identifier, "The fact that says by how much those fall.").required(),
      Field("hoped", .identifier, "The published fact that says by how much they should fall."),
      Field("value", .identifier, "The fact that is what one fewer releases at once, in pounds."),
      Field("days", .identifier, "The fact that says how many bed days one fewer frees."),
      Field(
        "reinvestment", .identifier, "The fact: pounds that one fewer costs elsewhere."),
      Field("mitigators", .text, "Rows of demand/mitigators.csv that say the same."),
      CareModelTables.source, CareModelTables.note,
    ])

  static let costs = TableSchema(
    "care-costs", "local-care/costs.csv",
    purpose: "What local care costs beside the staff of its teams.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "What it is.").required(),
      Field("amount", .identifier, "The fact that is the amount, a year or once, in money.")
        .required(),
      Field("from", .financialYear, "The first year in which it is paid.").required(),
      Field("through", .financialYear, "The last; empty is the last of the case."),
      CareModelTables.source, CareModelTables.note,
    ])

  static let all = [cases, effects, costs]
}
