// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

extension ContactLogPart {
  func record(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let fields = request.fields
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Add a contact", errors: errors, action: "/desk/contact-log/new",
        secret: visit.formSecret, token: fields.formToken,
        fields: Self.contactFields(fields, errors), button: "Add the contact",
        back: "/desk/contact-log", backTitle: "Back to contacts"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      try await desk.record(
        try Self.entered(fields), by: visit.author, token: fields.formToken)
      return "/desk/contact-log"
    }
  }

  private static func entered(
    _ fields: FormFields
  ) throws(EventRefusal) -> ContactLogDesk.Entered {
    var errors = FormErrors()
    let kind = StakeholderKind(rawValue: fields["kind"])
    if kind == nil { errors.add("kind", "Choose the kind of stakeholder.") }
    errors.require(fields, "body", "Enter the body or office.")
    let day = CivilDay(fields["on"])
    if day == nil { errors.add("on", "Enter the day, such as 14/6/2017.") }
    let way = ContactWay(rawValue: fields["way"])
    if way == nil { errors.add("way", "Choose the way.") }
    errors.require(fields, "staff", "Enter who met.")
    errors.require(fields, "raised", "Say what was raised.")
    let by = CivilDay(fields["promised-by"])
    if by == nil && !fields["promised-by"].isEmpty {
      errors.add("promised-by", "Enter a day, such as 14/6/2017, or leave it empty.")
    }
    guard let kind, let day, let way, !errors.hasErrors else {
      throw .faults(errors.errors.map { FieldFault($0.id, $0.message) })
    }
    var entered = ContactLogDesk.Entered(kind: kind, body: fields["body"], on: day, way: way)
    entered.people = ContactPeople(staff: fields["staff"], others: fields["others"])
    entered.raised = fields["raised"]
    entered.promised = fields["promised"]
    entered.promisedBy = by
    return entered
  }

  private static func contactFields(_ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .select(
        "kind", "Kind of stakeholder",
        [("", "Choose")] + StakeholderKind.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["kind"], error: errors?["kind"]),
      .line(
        "body", "Body or office", value: fields["body"],
        hint: "Such as: Thanet District Council. Do not write a person’s name here.",
        error: errors?["body"]),
      .line("on", "Day", value: fields["on"], error: errors?["on"], type: "date"),
      .radios(
        "way", "Way", ContactWay.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["way"], error: errors?["way"]),
      .line(
        "staff", "Who met, for us", value: fields["staff"],
        hint: "Role and name. This is kept apart and never exported.", error: errors?["staff"]),
      .line(
        "others", "Who met, for them (optional)", value: fields["others"],
        hint: "This is kept apart and never exported.", error: errors?["others"]),
      .box(
        "raised", "What was raised", value: fields["raised"], hint: "Name nobody.",
        error: errors?["raised"], rows: 6),
      .box(
        "promised", "What we promised (optional)", value: fields["promised"],
        error: errors?["promised"], rows: 3),
      .line(
        "promised-by", "Promised by (optional)", value: fields["promised-by"],
        error: errors?["promised-by"], type: "date"),
    ]
  }

  func receive(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let fields = request.fields
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Add a request for information",
        notes: ["The twenty working days start on the next working day after it came."],
        errors: errors, action: "/desk/contact-log/requests/new", secret: visit.formSecret,
        token: fields.formToken,
        fields: [
          .line(
            "received", "Day it came", value: fields["received"], error: errors?["received"],
            type: "date"),
          .box(
            "asked", "What is asked for", value: fields["asked"],
            hint: "Leave out who asked.", error: errors?["asked"]),
        ], button: "Add the request", back: "/desk/contact-log/requests",
        backTitle: "Back to requests"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      guard let day = CivilDay(fields["received"]) else {
        throw EventRefusal.faults([FieldFault("received", "Enter a day, such as 14/6/2017.")])
      }
      try await desk.receiveRequest(
        on: day, asked: fields["asked"], by: visit.author, token: fields.formToken)
      return "/desk/contact-log/requests"
    }
  }

  func answered(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    try await EventOutcome.plainly {
      try await desk.answerRequest(request.fields["request"], by: visit.author)
    }
    return .see("/desk/contact-log/requests")
  }
}
