// SPDX-License-Identifier: Apache-2.0

/// The tables of the programme's network: what is done, how long it takes, what waits for what.
enum TimelineTables {
  private static let basis = Field(
    "basis", .text, "stated: a document says so; assumption: the authors of the plan do."
  ).required().oneOf(["stated", "assumption"])

  static let activities = TableSchema(
    "activities", "programme/activities.csv",
    purpose: "Activities, milestones and gates of the programme, with how long each takes.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("workstream", .identifier, "Who does it.").required().referring(to: "workstreams"),
      Field("label", .text, "What is done, in plain English.").required(),
      Field("kind", .text, "activity, milestone or gate; the last two take no time.").required()
        .oneOf(["activity", "milestone", "gate"]),
      Field("low", .integer, "Calendar days when all goes well.").between(0, 20_000),
      Field("likely", .integer, "Calendar days that are most likely.").between(0, 20_000),
      Field("high", .integer, "Calendar days when much goes wrong.").between(0, 20_000),
      Field("condition", .text, "What the length depends on."),
      Field("not_before", .date, "The first day on which it may start."),
      Field("must_by", .date, "The last day on which it has to be done."),
      Field("agreed", .date, "The day by which it was first agreed or published to be done."),
      Field("started", .date, "The day on which it did start."),
      Field("finished", .date, "The day on which it was done, or happened."),
      Field("milestone", .identifier, "The published event that it is.")
        .referring(to: "milestones", "milestone"),
      basis,
      Field("reason", .text, "Why so long, when the authors assume it; what a date stands for."),
      Field("source", .identifier, "Where it is stated.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let links = TableSchema(
    "activity-links", "programme/activity_links.csv",
    purpose: "What waits for what, and what one workstream gives another by when.",
    primaryKey: ["from", "to", "kind"],
    fields: [
      Field("from", .identifier, "What comes first.").required().referring(to: "activities"),
      Field("to", .identifier, "What waits.").required().referring(to: "activities"),
      Field("kind", .text, "Which ends are held together.").required()
        .oneOf(["finish-to-start", "start-to-start", "finish-to-finish"]),
      Field("lag", .integer, "Calendar days between the two; negative when they may overlap.")
        .required().between(-20_000, 20_000),
      Field("dependency", .text, "Whether one workstream gives it to another.").required()
        .oneOf(["yes", "no"]),
      Field("by_when", .date, "The day by which the getting workstream needs it."),
      basis,
      Field("reason", .text, "Why the one waits for the other."),
      Field("source", .identifier, "Where it is stated.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let rules = TableSchema(
    "timeline-rules", "programme/timeline_rules.csv",
    purpose: "Numbers by which lateness is judged and chance is drawn; pages state them.",
    fields: [
      Field("rule", .identifier, "Which number it is.").unique()
        .oneOf(["amber-days", "near-critical-days", "schedules", "seed"]),
      Field("value", .integer, "The number.").required().between(0, 1_000_000),
      Field("reason", .text, "Why this number.").required(),
      Field("source", .identifier, "Whose choice it is.").required().referring(to: "sources"),
    ])

  static let all = [activities, links, rules]
}
