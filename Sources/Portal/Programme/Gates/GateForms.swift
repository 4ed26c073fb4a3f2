// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

/// The forms about evidence, verdicts and passing.
extension GatesPart {
  func evidenceForm(
    _ change: String, _ gate: GateStatusView, _ item: GateCriterionView
  ) -> GateForm {
    let criterion = item.definition.criterion
    let kinds = GateEvidenceKind.allCases.filter {
      criterion.admissible.contains($0) && $0 != .verdict
    }
    return GateForm(
      title: "Attach evidence", lead: item.definition.text,
      notes: ["Everybody can read this. Name nobody."],
      fields: { fields, errors in
        [
          .radios(
            "kind", "What it is", kinds.map { ($0.rawValue, GateWords.kind($0)) },
            chosen: fields["kind"], error: errors?["kind"]),
          .line("title", "What it is called", value: fields["title"], error: errors?["title"]),
          .line(
            "reference", "Where it is",
            value: fields["reference"],
            hint: "For a figure its id, such as stroke.patients. For a publication its id in the "
              + "library, or nothing. For something that happened, or a decision: the number of "
              + "its entry in the record, or nothing.", error: errors?["reference"]),
          .box("note", "What it shows (optional)", value: fields["note"], error: errors?["note"]),
          .line(
            "valid", "Last day on which it counts (optional)", value: fields["valid"],
            error: errors?["valid"], type: "date"),
        ]
      }, button: "Attach it"
    ) { fields, author in
      guard let kind = GateEvidenceKind(rawValue: fields["kind"]) else {
        throw EventRefusal.faults([FieldFault("kind", "Choose what it is.")])
      }
      try await desk.attach(
        GateAttachment(
          gate: gate.definition.id, criterion: criterion.id, kind: kind, title: fields["title"],
          reference: fields["reference"], note: fields["note"],
          validThrough: try GateForm.optionalDay(fields, "valid")),
        to: change, by: author, token: fields.formToken)
    }
  }

  func verdictForm(
    _ change: String, _ gate: GateStatusView, _ item: GateCriterionView
  ) -> GateForm {
    GateForm(
      title: "Give a verdict", lead: item.definition.text,
      notes: ["Everybody can read this. Name nobody."],
      fields: { fields, errors in
        [
          .radios(
            "outcome", "What did the reviewer find?",
            GateJudgement.Outcome.allCases.map { ($0.rawValue, $0.label) },
            chosen: fields["outcome"], error: errors?["outcome"]),
          .box("reason", "The reasons", value: fields["reason"], error: errors?["reason"]),
          .line(
            "behalf", "For which body or role", value: fields["behalf"],
            error: errors?["behalf"]),
          .line(
            "valid", "Last day on which it counts (optional)", value: fields["valid"],
            error: errors?["valid"], type: "date"),
        ]
      }, button: "Record the verdict"
    ) { fields, author in
      guard let outcome = GateJudgement.Outcome(rawValue: fields["outcome"]) else {
        throw EventRefusal.faults([FieldFault("outcome", "Choose what was found.")])
      }
      try await desk.judge(
        GateJudgement(
          gate: gate.definition.id, criterion: item.definition.criterion.id, outcome: outcome,
          reason: fields["reason"], onBehalfOf: fields["behalf"],
          validThrough: try GateForm.optionalDay(fields, "valid")),
        on: change, by: author, token: fields.formToken)
    }
  }

  func passForm(_ change: String, _ gate: GateStatusView) -> GateForm {
    let owed = Self.owed(gate)
    return GateForm(
      title: "Pass the gate", lead: gate.definition.name,
      notes: owed.isEmpty
        ? ["Everything that is required is shown."]
        : ["Something is missing. Say of each by when it follows, or show it first."],
      fields: { fields, errors in Self.passFields(gate, owed, fields, errors) },
      button: "Record that it was passed"
    ) { fields, author in
      let body = fields["body"].isEmpty ? gate.definition.passedBy : fields["body"]
      var conditions: [GatePassage.Condition] = []
      for line in owed {
        guard let due = try GateForm.optionalDay(fields, "due-\(line.criterion)") else { continue }
        conditions.append(
          GatePassage.Condition(
            criterion: line.criterion, owner: fields["owner-\(line.criterion)"], due: due))
      }
      try await desk.pass(
        GatePassage(
          gate: gate.definition.id, body: body, on: try GateForm.day(fields, "on"),
          conditions: conditions, dissent: fields["dissent"]),
        of: change, by: author, token: fields.formToken)
    }
  }

  /// One line for each thing that is missing; a test with several ways has one.
  private static func owed(_ gate: GateStatusView) -> [GateMissingLine] {
    gate.standing.missing.compactMap { missing in
      gate.missing.first { $0.criterion == missing.shortfalls.first?.criterion }
    }
  }

  private static func passFields(
    _ gate: GateStatusView, _ owed: [GateMissingLine], _ fields: FormFields, _ errors: FormErrors?
  ) -> [Field] {
    var shown: [Field] = [
      .line(
        "body", "Which body passed it",
        value: fields["body"].isEmpty ? gate.definition.passedBy : fields["body"],
        error: errors?["body"]),
      .line("on", "Day", value: fields["on"], error: errors?["on"], type: "date"),
    ]
    for line in owed {
      let (due, owner) = ("due-\(line.criterion)", "owner-\(line.criterion)")
      let what =
        line.condition == nil ? line.text : "\(gate.testName(line)): one of its conditions."
      shown += [
        .line(
          due, "By when it follows: \(what)", value: fields[due], error: errors?[due],
          type: "date"),
        .line(
          owner, "Who owes it: \(what)", value: fields.has(owner) ? fields[owner] : line.owner,
          error: errors?[owner]),
      ]
    }
    shown.append(
      .box(
        "dissent", "Dissent that was to be recorded (optional)", value: fields["dissent"],
        hint: "Everybody can read this. Name nobody.", error: errors?["dissent"]))
    return shown
  }

  func reopenForm(_ change: String, _ gate: GateStatusView) -> GateForm {
    GateForm(
      title: "Open the gate again", lead: gate.definition.name,
      notes: ["The passing stays in the record. What lies behind the gate is blocked again."],
      fields: { fields, errors in
        [.box("reason", "Why", value: fields["reason"], error: errors?["reason"])]
      }, button: "Open it again"
    ) { fields, author in
      try await desk.reopen(
        gate.definition.id, of: change, reason: fields["reason"], by: author,
        token: fields.formToken)
    }
  }

  func detachForm(_ change: String, _ kept: GateKept<GateAttachment>) -> GateForm {
    GateForm(
      title: "Take evidence away", lead: kept.what.title,
      notes: ["It stays in the record, with the reason why it no longer counts."],
      fields: { fields, errors in
        [.box("reason", "Why", value: fields["reason"], error: errors?["reason"])]
      }, button: "Take it away"
    ) { fields, author in
      try await desk.detach(
        kept.what.id, from: change, reason: fields["reason"], by: author,
        token: fields.formToken)
    }
  }
}

extension GateStatusView {
  /// The name of the test that a missing part belongs to.
  func testName(_ line: GateMissingLine) -> String {
    definition.criterion(line.criterion)?.criterion.alternative.map { GateWords.test($0.test) }
      ?? ""
  }
}
