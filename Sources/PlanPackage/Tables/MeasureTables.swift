// SPDX-License-Identifier: Apache-2.0

/// The tables of what is followed and kept: measures, scarce roles, and registers of one shape.
///
/// Values, requests and entries are events in the ledger and not in the plan.
enum MeasureTables {
  static let measures = TableSchema(
    "measures", "programme/measures.csv",
    purpose: "Measures that are followed month by month on control charts.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "What is measured, in plain English.").required(),
      Field("definition", .text, "How it is counted, in plain English.").required(),
      Field("unit", .text, "The unit of its values, such as % or posts.").required(),
      Field("decimals", .integer, "Digits shown after the decimal point.").required()
        .between(0, 4),
      Field("better", .text, "Which way is better.").required()
        .oneOf(["higher", "lower", "neither"]),
      Field("target", .number, "The target, when there is one that no fact states."),
      Field("target_fact", .identifier, "The fact that states the target.").referring(to: "facts"),
      Field("minimum_points", .integer, "Fewer months than this give no limits.").required()
        .between(2, 60),
      Field("workstream", .identifier, "The workstream that it belongs to.")
        .referring(to: "workstreams"),
      Field("source", .identifier, "Where it is published as something that matters.").required()
        .referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let roles = TableSchema(
    "roles", "programme/roles.csv",
    purpose: "Kinds of people of whom there are not enough for everything at once.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "What they are, in plain English.").required(),
      Field("person_month", .number, "Person-days in a person-month.").required().between(1, 31),
      Field("source", .identifier, "Where this comes from.").required().referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let registers = TableSchema(
    "registers", "governance/registers.csv",
    purpose: "Registers that the programme keeps, all of one shape.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("title", .text, "Title.").required(),
      Field("purpose", .text, "What it is for, in plain English.").required(),
      Field("audience", .text, "Who may see its entries.").required().oneOf(["public", "staff"]),
      Field("source", .identifier, "Where the need for it is published.")
        .referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let fields = TableSchema(
    "register-fields", "governance/register_fields.csv",
    purpose: "What an entry of each register says.",
    primaryKey: ["register", "field"],
    fields: [
      Field("register", .identifier, "The register.").required().referring(to: "registers"),
      Field("field", .identifier, "Permanent name within the register.").required(),
      Field("label", .text, "The question or heading, in plain English.").required(),
      Field("type", .text, "What kind of value it holds.").required().oneOf([
        "text", "day", "money", "number", "choice", "organisation", "workstream", "yes-no",
      ]),
      Field("part", .text, "What it is for the register, when it is more than a value.")
        .oneOf(["key", "title", "status", "due"]),
      Field("required", .text, "Whether every entry must have it.").required().oneOf(["yes", "no"]),
      Field("public", .text, "Whether everybody may read it.").required().oneOf(["yes", "no"]),
      Field("choices", .text, "The values of a choice, separated by semicolons."),
      Field(
        "moves", .text,
        "For the status: which may follow which, as from>to, separated by semicolons."),
      Field("meaning", .text, "What to enter, in plain English."),
    ])

  static let all = [measures, roles, registers, fields]
}
