// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// One duty for staff: add evidence, give a verdict.
struct DeskDutyPage {
  let title: String
  let back: String
  let action: String
  let done: [String]
  let errors: FormErrors
  let secret: String
  let token: String
  let mayRecord: Bool
  let duty: ChecklistPage.DutyView
  let evidenceFields: [Field]
  let verdictFields: [Field]
  let hasEarlier: Bool
  let earlier: [DatedLine]
}

extension ConsultationPages {
  func deskChecklist(_ call: DeskCall) async throws -> PortalAnswer? {
    _ = try call.visit.person(who: .enterTheDesk)
    guard let first = call.path.first else {
      guard !call.isPost else { return nil }
      let model = try checklistModel(call.id, isDesk: true, done: [])
      return staff("Duties and evidence: \(model.title)", "checklist", model)
    }
    guard let duty = Duty.find(first), call.path.count == 1 else { throw PortalProblem.notFound }
    _ = try definition(call.id)
    guard call.isPost else { return try dutyPage(duty, call, FormErrors()) }
    let person = try call.visit.person(who: .runConsultations)
    try await keepName(of: person)
    var errors = FormErrors()
    do throws(ConsultationRefusal) {
      if call.fields["step"] == "verdict" {
        try await giveVerdict(duty, call, &errors)
      } else {
        try await addEvidence(duty, call, &errors)
      }
    } catch {
      errors.add(call.fields["step"] == "verdict" ? "reason" : "evidence", error.description)
    }
    if errors.hasErrors { return try dutyPage(duty, call, errors) }
    return .see("\(call.home)/checklist/\(duty.id)?done=yes")
  }

  private func addEvidence(
    _ duty: Duty, _ call: DeskCall, _ errors: inout FormErrors
  ) async throws(ConsultationRefusal) {
    let fields = call.fields
    errors.require(fields, "evidence", "Say what it is.")
    errors.limit(fields, "evidence", to: 200, "What it is")
    errors.limit(fields, "note", to: ConsultationDesk.longest, "The note")
    errors.limit(fields, "reference", to: 100, "The reference")
    let link = fields["link"]
    if !link.isEmpty, link.count > 500 || !Self.isSafe(link) {
      errors.add(
        "link", "Give a path of this site that starts with /, or an address with https://.")
    }
    if !duty.slots.contains(where: { $0.id == fields["slot"] }) {
      errors.add("slot", "Choose the question that it answers.")
    }
    guard !errors.hasErrors else { return }
    let evidence = DutyEvidence(
      duty: duty.id, slot: fields["slot"], title: fields["evidence"],
      link: link.isEmpty ? nil : link,
      reference: fields["reference"].isEmpty ? nil : fields["reference"], note: fields["note"])
    try await desk.add(evidence, to: call.id, by: call.visit.author, token: call.token)
  }

  private func giveVerdict(
    _ duty: Duty, _ call: DeskCall, _ errors: inout FormErrors
  ) async throws(ConsultationRefusal) {
    let fields = call.fields
    let outcome = DutyVerdict.Outcome(rawValue: fields["outcome"])
    if outcome == nil { errors.add("outcome", "Choose a verdict.") }
    errors.require(fields, "body", "Say for which body or in which role you sign.")
    errors.limit(fields, "body", to: 200, "The body or role")
    errors.require(fields, "reason", "Give a reason. It is public.")
    errors.limit(fields, "reason", to: ConsultationDesk.longest, "The reason")
    guard let outcome, !errors.hasErrors else { return }
    let verdict = DutyVerdict(
      duty: duty.id, outcome: outcome, reason: fields["reason"], onBehalfOf: fields["body"])
    try await desk.give(verdict, on: call.id, by: call.visit.author, token: call.token)
  }

  private func dutyPage(
    _ duty: Duty, _ call: DeskCall, _ errors: FormErrors
  ) throws -> PortalAnswer {
    let record = try record(call.id)
    let earlier = record.verdicts.filter { $0.what.duty == duty.id }.dropLast().map { noted in
      DatedLine(
        date: ConsultationTimes.day(noted.on),
        text: "\(noted.what.outcome.label). \(noted.what.reason) (\(name(of: noted.by)), for "
          + "\(noted.what.onBehalfOf))")
    }
    let model = DeskDutyPage(
      title: duty.title, back: call.home + "/checklist",
      action: "\(call.home)/checklist/\(duty.id)",
      done: call.request.query["done"] == "yes" ? ["It is recorded, and public."] : [],
      errors: errors, secret: call.visit.formSecret, token: RandomID.make(),
      mayRecord: call.visit.person?.may(.runConsultations) ?? false,
      duty: self.duty(duty, record, call.id),
      evidenceFields: evidenceFields(duty, call.fields, errors),
      verdictFields: verdictFields(call.fields, errors), hasEarlier: !earlier.isEmpty,
      earlier: Array(earlier))
    return staff(duty.title, "desk-duty", model, errors)
  }

  private func evidenceFields(
    _ duty: Duty, _ fields: FormFields, _ errors: FormErrors
  ) -> [Field] {
    [
      .select(
        "slot", "Which question does it answer?", duty.slots.map { ($0.id, $0.asks) },
        chosen: fields["slot"], error: errors["slot"]),
      .line(
        "evidence", "What it is", value: fields["evidence"],
        hint: "Such as “Minutes of the committee, 31 January 2018”. Name nobody.",
        error: errors["evidence"]),
      .line(
        "link", "Link (optional)", value: fields["link"],
        hint: "A path of this site that starts with /, or an address with https://.",
        error: errors["link"]),
      .line(
        "reference", "Document or fact (optional)", value: fields["reference"],
        hint: "The id of a document of the library or of a fact of the plan.",
        error: errors["reference"]),
      .box(
        "note", "Note (optional)", value: fields["note"], error: errors["note"], rows: 3),
    ]
  }

  private func verdictFields(_ fields: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .radios(
        "outcome", "Your verdict", DutyVerdict.Outcome.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["outcome"], hint: "Your name and the date are published with it.",
        error: errors["outcome"]),
      .line(
        "body", "For which body or in which role", value: fields["body"], error: errors["body"]),
      .box(
        "reason", "Reason", value: fields["reason"], hint: "This is public. Name nobody.",
        error: errors["reason"], rows: 4),
    ]
  }
}
