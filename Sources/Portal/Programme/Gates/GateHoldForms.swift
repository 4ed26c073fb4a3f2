// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

/// The forms about holds and steps.
extension GatesPart {
  func holdForm(_ view: GateChangeView) -> GateForm {
    GateForm(
      title: "Place a hold", lead: view.change.name, notes: [Self.rule],
      fields: { fields, errors in
        [
          .select(
            "kind", "What it is", LegalHoldKind.allCases.map { ($0.rawValue, GateWords.kind($0)) },
            chosen: fields["kind"], error: errors?["kind"]),
          .line("name", "What it is called", value: fields["name"], error: errors?["name"]),
          .line(
            "earliest", "Day on which it began", value: fields["earliest"],
            hint: "When the day is not known: the first that it can be.",
            error: errors?["earliest"], type: "date"),
          .line(
            "latest", "Last day that it can be (when the day is not known)",
            value: fields["latest"], error: errors?["latest"], type: "date"),
          .box(
            "ground", "What it rests on", value: fields["ground"],
            hint: "Everybody can read this. Name nobody.", error: errors?["ground"]),
        ]
      }, button: "Place the hold"
    ) { fields, author in
      guard let kind = LegalHoldKind(rawValue: fields["kind"]) else {
        throw EventRefusal.faults([FieldFault("kind", "Choose what it is.")])
      }
      try await desk.place(
        GateHoldPlaced(
          kind: kind, name: fields["name"], earliest: try GateForm.day(fields, "earliest"),
          latest: try GateForm.optionalDay(fields, "latest"), ground: fields["ground"]),
        on: view.change.id, by: author, token: fields.formToken)
    }
  }

  func liftForm(_ view: GateChangeView, _ hold: GateHold) -> GateForm {
    GateForm(
      title: "Lift a hold", lead: hold.name,
      notes: ["The day given is its last. Work that cannot be undone may begin the day after."],
      fields: { fields, errors in
        [
          .line("on", "Day", value: fields["on"], error: errors?["on"], type: "date"),
          .box(
            "outcome", "What came of it", value: fields["outcome"],
            hint: "Everybody can read this. Name nobody.", error: errors?["outcome"]),
        ]
      }, button: "Lift the hold"
    ) { fields, author in
      try await desk.lift(
        hold.id, of: view.change.id, on: try GateForm.day(fields, "on"),
        outcome: fields["outcome"], by: author, token: fields.formToken)
    }
  }

  func stepForm(_ view: GateChangeView) -> GateForm {
    let gates = [("", "None")] + view.gates.map { ($0.definition.id, $0.definition.name) }
    return GateForm(
      title: "Plan a step", lead: view.change.name, notes: [Self.rule],
      fields: { fields, errors in
        [
          .line(
            "title", "What is to be done", value: fields["title"], error: errors?["title"]),
          .radios(
            "undone", "Can it be undone?",
            [("yes", "Yes: it is preparation"), ("no", "No: it changes the service for good")],
            chosen: fields["undone"], error: errors?["undone"]),
          .select(
            "gate", "Gate that must be passed first, when it cannot be undone", gates,
            chosen: fields["gate"], error: errors?["gate"]),
          .line("owner", "Who does it", value: fields["owner"], error: errors?["owner"]),
          .line(
            "planned", "Day on which it is to begin", value: fields["planned"],
            error: errors?["planned"], type: "date"),
        ]
      }, button: "Plan it"
    ) { fields, author in
      guard ["yes", "no"].contains(fields["undone"]) else {
        throw EventRefusal.faults([FieldFault("undone", "Say whether it can be undone.")])
      }
      try await desk.planStep(
        GateStepPlan(
          title: fields["title"], isReversible: fields["undone"] == "yes",
          gates: fields["gate"].isEmpty ? [] : [fields["gate"]], owner: fields["owner"],
          plannedFor: try GateForm.day(fields, "planned")),
        for: view.change.id, by: author, token: fields.formToken)
    }
  }

  func beginForm(_ view: GateChangeView, _ step: GateStepView) -> GateForm {
    GateForm(
      title: "Begin a step", lead: step.step.what.title,
      notes: step.reasons.isEmpty
        ? ["Nothing stands against it today."]
        : ["It will be refused today, and the refusal recorded."] + step.reasons,
      fields: { _, _ in [] }, button: "Begin it today"
    ) { fields, author in
      try await desk.begin(
        step.step.what.id, of: view.change.id, by: author, token: fields.formToken)
    }
  }
}
