// SPDX-License-Identifier: Apache-2.0

/// The tables of stage gates: what has to be shown before a service may change, and the dated
/// record of what was.
enum GateTables {
  static let changes = TableSchema(
    "service-changes", "governance/service_changes.csv",
    purpose: "Changes to services that go through the stage gates.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name, for a reader.").required(),
      Field("summary", .text, "What would change, in plain English.").required(),
      Field("service", .identifier, "The service whose sites are chosen, when there is one.")
        .referring(to: "services"),
      Field("consultation", .identifier, "The public consultation on it, when there is one.")
        .referring(to: "consultations"),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let gates = TableSchema(
    "gates", "governance/gates.csv",
    purpose: "The gates that a service change passes, in order; a gate waits only for rows above.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name, for a reader.").required(),
      Field("summary", .text, "What the gate is for, in plain English.").required(),
      Field("after", .identifiers, "Gates that come first, separated by semicolons."),
      Field("passed_by", .text, "Who passes it.").required(),
      Field("basis", .text, "The law or guidance that asks for it, in plain English."),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("confidence", .text, "How the plan's authors came to know it.").required()
        .oneOf(GateConfidence.all),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let criteria = TableSchema(
    "gate-criteria", "governance/gate_criteria.csv",
    purpose: "The checklist of each gate: what has to be shown, by whom, with which evidence.",
    primaryKey: ["gate", "id"],
    fields: [
      Field("gate", .identifier, "The gate.").required().referring(to: "gates"),
      Field("id", .identifier, "Permanent name, unique within the gate.").required(),
      Field("text", .text, "What has to be shown, in plain English.").required(),
      Field("owner", .text, "Who has to show it.").required(),
      Field("required", .text, "yes: the gate waits for it. no: it is advice.").required()
        .oneOf(["yes", "no"]),
      Field(
        "evidence", .identifiers,
        "What counts, separated by semicolons: fact, event, document, decision, verdict."
      ).required(),
      Field(
        "test", .identifier, "The test that it is a part of, when any one condition is enough."),
      Field("condition", .identifier, "The condition of that test of which it is a part."),
      Field("lead_days", .integer, "The fewest days that it takes once the gate is open.")
        .between(0, 3_650),
      Field(
        "automatic", .identifier,
        "What the record of the consultation shows by itself: opened, closed, or a duty's id."),
      Field("change", .identifier, "The one change that it is for; empty for every change.")
        .referring(to: "service-changes"),
      Field("source", .identifier, "Where it is asked for.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("confidence", .text, "How the plan's authors came to know it.").required()
        .oneOf(GateConfidence.all),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let events = TableSchema(
    "gate-events", "governance/gate_events.csv",
    purpose:
      "The dated record of service changes: what happened, what was passed, what was on hold.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("change", .identifier, "The service change.").required()
        .referring(to: "service-changes"),
      Field("when", .period, "The day, or the days between which it lies.").required(),
      Field(
        "kind", .text,
        "happened. passed: a gate. hold-begins and hold-ends: of a hold. planned-step: something "
          + "that was to be done. other-change: a change for another reason."
      ).required()
        .oneOf([
          "happened", "passed", "hold-begins", "hold-ends", "planned-step", "other-change",
        ]),
      Field("text", .text, "What happened, in plain English.").required(),
      Field("gate", .identifier, "The gate that it belongs to.").referring(to: "gates"),
      Field("criterion", .identifier, "The criterion of that gate for which it is evidence."),
      Field("meets", .text, "Whether the event is by itself what that criterion asks for.")
        .oneOf(["yes", "no"]),
      Field("hold", .identifier, "The hold that begins or ends; both rows have the same name."),
      Field("hold_kind", .text, "What a hold is, on the row of its beginning.")
        .oneOf(["referral", "call-in", "claim", "appeal", "injunction", "notice"]),
      Field("hold_name", .text, "Its name for a reader, on the row of its beginning."),
      Field("reversible", .text, "Whether a planned step can be undone.").oneOf(["yes", "no"]),
      Field("milestone", .identifier, "The row of programme/milestones.csv that states the date.")
        .referring(to: "milestones"),
      Field("source", .identifier, "Where it is stated.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("confidence", .text, "How the plan's authors came to know it.").required()
        .oneOf(GateConfidence.all),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let all = [changes, gates, criteria, events]
}
