// SPDX-License-Identifier: Apache-2.0

/// The tables of governance: who meets, who sits there, and what workstreams were called.
enum GovernanceTables {
  static let bodies = TableSchema(
    "bodies", "governance/bodies.csv", purpose: "Boards and groups that steer or advise.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name as published.").required(),
      Field("purpose", .text, "What it is for, in plain English.").required(),
      Field("terms", .text, "Its terms of reference, in plain English."),
      Field(
        "quorum", .integer, "Voting seats that must be taken; empty when no number is published."
      ).between(1, 1000),
      Field("chair_rule", .text, "Who may take the chair, in plain English."),
      Field("meets", .text, "How often it meets, in plain English."),
      Field("public", .text, "Whether the public may attend; empty when that is not published.")
        .oneOf(["yes", "no"]),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let seats = TableSchema(
    "seats", "governance/seats.csv", purpose: "Who sits on a body, and whether they vote.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("body", .identifier, "The body.").required().referring(to: "bodies"),
      Field("organisation", .identifier, "The organisation that has the seat, if one has.")
        .referring(to: "organisations"),
      Field("role", .text, "Who sits there: an organisation or a role.").required(),
      Field("standing", .text, "chair and voting count towards a quorum; observer does not.")
        .required().oneOf(["chair", "voting", "observer"]),
      Field("person", .identifier, "Who sits there, when that is published.")
        .referring(to: "people"),
      Field("from", .period, "Since when, as far as is known."),
      Field("to", .period, "Until when, if the seat was given up."),
      Field("source", .identifier, "Where it is published.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let workstreamNames = TableSchema(
    "workstream-names", "programme/workstream_names.csv",
    purpose: "What each paper calls a workstream; names that change are all kept.",
    primaryKey: ["workstream", "source"],
    fields: [
      Field("workstream", .identifier, "The workstream.").required().referring(to: "workstreams"),
      Field("name", .text, "The name as printed.").required(),
      Field("from", .period, "When the paper with this name is from.").required(),
      Field("source", .identifier, "The paper.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let all = [bodies, seats, workstreamNames]
}
