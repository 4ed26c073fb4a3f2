// SPDX-License-Identifier: Apache-2.0

/// The tables of joint decisions: who may hand what to which committee, and how that changes.
enum AuthorityTables {
  /// Whether a row says what a document states or what the plan assumes.
  private static let basis = Field(
    "basis", .text, "Whether a source states it or the plan assumes it."
  ).required().oneOf(["stated", "assumption"])
  private static let source = Field("source", .identifier, "Where it is stated or assumed.")
    .required().referring(to: "sources")
  private static let locator = Field("locator", .text, "Page, paragraph or heading.")
  private static let note = Field("note", .text, "Anything a reader should know.")

  private static func body(_ meaning: String) -> Field {
    Field("body", .identifier, meaning).required().referring(to: "organisations")
  }

  static let subjects = TableSchema(
    "decision-subjects", "governance/decision_subjects.csv",
    purpose: "Matters that several bodies can decide together, or may not.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name in plain English.").required(),
      Field("meaning", .text, "What belongs to it.").required(),
      source, locator,
    ])

  static let committees = TableSchema(
    "committees", "governance/committees.csv",
    purpose: "Committees in which several bodies decide together, and how they vote.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name as published.").required(),
      Field("purpose", .text, "What it is for, in plain English.").required(),
      Field("subjects", .text, "Matters of its terms of reference, separated by semicolons.")
        .required(),
      Field("clause_wanted", .text, "The clause that each member's constitution needs, in words.")
        .required(),
      Field("majority", .text, "How many votes a motion needs.").required()
        .oneOf(["simple", "two-thirds", "unanimity"]),
      Field("base", .text, "What the share of votes is of.").required()
        .oneOf(["votes-cast", "present", "members"]),
      Field("quorum_count", .integer, "How many bodies must be present.").required()
        .between(1, 1000),
      Field("quorum_bodies", .text, "Bodies each of which must be present, with semicolons."),
      Field("casting_vote", .text, "Whether the chair settles a tie.").required()
        .oneOf(["yes", "no"]),
      Field("conflict", .text, "What a declared interest keeps a body from.").required()
        .oneOf(["excluded", "vote-only", "recorded"]),
      Field("notice_days", .integer, "Calendar days of notice for a meeting.").required()
        .between(0, 365),
      Field("meets_months", .numbers, "Months in which it meets, 1 to 12."),
      Field("meets_week", .integer, "Which week of the month, 1 to 4.").between(1, 4),
      Field("meets_weekday", .text, "On which day of the week.").oneOf(weekdays),
      basis, source, locator, note,
    ])

  static let members = TableSchema(
    "committee-members", "governance/committee_members.csv",
    purpose: "The seats of these committees.",
    primaryKey: ["committee", "body"],
    fields: [
      Field("committee", .identifier, "The committee.").required().referring(to: "committees"),
      body("The body that has the seat."),
      Field("seat", .text, "Whether it votes.").required().oneOf(["voting", "observer"]),
      Field("weight", .integer, "How many votes it has.").required().between(1, 1000),
      Field("since", .date, "The first day of the seat; empty when not known."),
      Field("until", .date, "The last day of the seat; empty when there is none."),
      basis, source, locator,
    ])

  static let constitutions = TableSchema(
    "constitutions", "governance/constitutions.csv",
    purpose: "Versions of the constitutions of bodies that decide together.",
    primaryKey: ["body", "version"],
    fields: [
      body("The body."),
      Field("version", .text, "The name of the version.").required(),
      Field("since", .date, "The first day on which it has effect; empty when not known."),
      basis, source, locator, note,
    ])

  static let clauses = TableSchema(
    "constitution-clauses", "governance/constitution_clauses.csv",
    purpose: "Clauses of these constitutions on what may be decided with others.",
    primaryKey: ["body", "version", "clause"],
    fields: [
      body("The body."),
      Field("version", .text, "The version that has it.").required(),
      Field("clause", .text, "How the constitution numbers or names it.").required(),
      Field("kind", .text, "What it does.").required()
        .oneOf(["delegate", "empower", "exclude", "limit"]),
      Field("subject", .text, "The matter, or * for all.").required(),
      Field("committee", .text, "The committee, or empty for any."),
      Field("limit", .number, "For a limit: the largest sum, in pounds.").between(0, nil),
      Field("until", .date, "The last day on which it has effect, when it lapses."),
      Field("text", .text, "What it says, in plain English.").required(),
      basis, source, locator,
    ])

  static let amendments = TableSchema(
    "amendment-rules", "governance/amendment_rules.csv",
    purpose: "How long each body takes to change its constitution.",
    primaryKey: ["body"],
    fields: [
      body("The body."),
      Field("notice_days", .integer, "Calendar days of notice for its meeting.").required()
        .between(0, 365),
      Field("approver", .identifier, "Who must approve; empty when nobody has to.")
        .referring(to: "organisations"),
      Field("approval_weeks", .integer, "Weeks from the meeting until that approval.").required()
        .between(0, 104),
      Field("meets_months", .numbers, "Months in which it meets, 1 to 12.").required(),
      Field("meets_week", .integer, "Which week of the month, 1 to 4.").required().between(1, 4),
      Field("meets_weekday", .text, "On which day of the week.").required().oneOf(weekdays),
      basis, source, locator, note,
    ])

  static let published = TableSchema(
    "published-decisions", "governance/published_decisions.csv",
    purpose: "Decisions that sources report, for comparison with the record.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("when", .period, "When it was taken.").required(),
      Field("committee", .identifier, "The committee, when the plan defines it.")
        .referring(to: "committees"),
      Field("decided_by", .text, "Who decided, as the source says.").required(),
      Field("subject", .identifier, "The matter.").required().referring(to: "decision-subjects"),
      Field("decision", .text, "What was decided, in plain English.").required(),
      Field("vote", .text, "What the source says of the vote; empty when nothing."),
      source, locator,
    ])

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let all = [
    subjects, committees, members, constitutions, clauses, amendments, published,
  ]
}
