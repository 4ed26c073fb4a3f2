// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

extension GroupsPart {
  /// The forms of a group: what each asks, and what is done with it.
  enum Form: String {
    case member
    case meeting
    case advice
    case minutes
    case reply

    var title: String {
      switch self {
      case .member: "Add a member"
      case .meeting: "Add a meeting"
      case .advice: "Add advice"
      case .minutes: "What was said at the meeting"
      case .reply: "Reply to advice"
      }
    }

    var isAboutAnItem: Bool { self == .minutes || self == .reply }
  }

  func form(
    _ id: String, _ name: String, _ item: String?, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    guard let form = Form(rawValue: name), form.isAboutAnItem == (item != nil) else {
      throw PortalProblem.notFound
    }
    let (definition, record) = try group(id)
    let lead = try item.map { try self.lead(form, $0, record) } ?? definition.name
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, lead: lead, errors: errors,
        action: "/desk/groups/\(id)/\(name)" + (item.map { "/\($0)" } ?? ""),
        secret: visit.formSecret, token: fields.formToken,
        fields: shown(form, fields, errors), button: "Save", back: "/desk/groups/\(id)",
        backTitle: "Back to the group"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(form, id, item ?? "", fields, visit.author)
      return "/desk/groups/\(id)"
    }
  }

  func leave(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    try await EventOutcome.plainly {
      try await desk.leave(id, member: request.fields["member"], by: visit.author)
    }
    return .see("/desk/groups/\(id)")
  }

  private func lead(_ form: Form, _ item: String, _ record: GroupRecord) throws -> String {
    if form == .minutes {
      guard let held = record.meetings.first(where: { $0.meeting.id == item }) else {
        throw PortalProblem.notFound
      }
      return "Meeting on \(held.meeting.on.text)"
    }
    guard let advice = record.advice.first(where: { $0.given.id == item }) else {
      throw PortalProblem.notFound
    }
    return try text(advice.given.text)
  }

  private func shown(_ form: Form, _ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    switch form {
    case .member: memberFields(fields, errors)
    case .advice: adviceFields(fields, errors)
    case .meeting:
      [
        .line("on", "Day", value: fields["on"], error: errors?["on"], type: "date"),
        .box("agenda", "Agenda", value: fields["agenda"], error: errors?["agenda"]),
      ]
    case .minutes:
      [
        .box(
          "minutes", "Summary", value: fields["minutes"],
          hint: "Everybody can read this. Name nobody.", error: errors?["minutes"], rows: 10)
      ]
    case .reply:
      [
        .radios(
          "outcome", "What do we do with it?",
          AdviceOutcome.allCases.map { ($0.rawValue, $0.label) }, chosen: fields["outcome"],
          error: errors?["outcome"]),
        .box(
          "reply", "What is done, and why", value: fields["reply"],
          hint: "Everybody can read this.", error: errors?["reply"], rows: 6),
      ]
    }
  }

  private func memberFields(_ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .line("name", "Name", value: fields["name"], error: errors?["name"]),
      .line(
        "email", "Email (optional)", value: fields["email"], error: errors?["email"],
        type: "email"),
      .select(
        "role", "Role", GroupMembership.Role.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["role"].isEmpty ? "member" : fields["role"], error: errors?["role"]),
      .line("from", "First day", value: fields["from"], error: errors?["from"], type: "date"),
      .line(
        "to", "Last day of the term (optional)", value: fields["to"], error: errors?["to"],
        type: "date"),
      .checkboxes(
        "named", "Being named", [("yes", "Agreed that the name is on the public page")],
        chosen: fields.all("named")),
    ]
  }

  private func adviceFields(_ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .line(
        "on", "Day of the advice", value: fields["on"], error: errors?["on"], type: "date"),
      .box(
        "advice", "Advice", value: fields["advice"], hint: "Everybody can read this.",
        error: errors?["advice"]),
      .select(
        "consultation", "About a consultation",
        [("", "None")] + services.plan.consultations.map { ($0.id, $0.title) },
        chosen: fields["consultation"]),
      .select(
        "workstream", "About a workstream",
        [("", "None")] + services.plan.workstreams.map { ($0.id, $0.name) },
        chosen: fields["workstream"]),
      .line(
        "reply-by", "Reply by", value: fields["reply-by"], error: errors?["reply-by"],
        type: "date"),
    ]
  }

  private func keep(
    _ form: Form, _ id: String, _ item: String, _ fields: FormFields, _ author: Author
  ) async throws {
    let token = fields.formToken
    switch form {
    case .member: try await join(id, fields, author)
    case .meeting:
      let (day, _) = try Self.days(fields, "on")
      try await desk.meet(id, on: day, agenda: fields["agenda"], by: author, token: token)
    case .advice:
      let (day, last) = try Self.days(fields, "on", "reply-by")
      let plan = services.plan
      try await desk.advise(
        id, on: day, text: fields["advice"],
        consultation: plan.consultations.first { $0.id == fields["consultation"] }?.id,
        workstream: plan.workstreams.first { $0.id == fields["workstream"] }?.id,
        replyBy: last, by: author, token: token)
    case .minutes:
      try await desk.minute(
        id, meeting: item, minutes: fields["minutes"], by: author, token: token)
    case .reply:
      guard let outcome = AdviceOutcome(rawValue: fields["outcome"]) else {
        throw EventRefusal.faults([FieldFault("outcome", "Choose what we do with it.")])
      }
      try await desk.reply(
        id, advice: item, outcome: outcome, text: fields["reply"], by: author, token: token)
    }
  }

  private func join(_ id: String, _ fields: FormFields, _ author: Author) async throws {
    let (from, _) = try Self.days(fields, "from")
    let to = fields["to"].isEmpty ? nil : try Self.days(fields, "to").0
    guard let role = GroupMembership.Role(rawValue: fields["role"]) else {
      throw EventRefusal.faults([FieldFault("role", "Choose a role.")])
    }
    try await desk.join(
      id,
      GroupMemberRecord(
        group: id, name: fields["name"], email: fields["email"],
        mayBeNamed: fields.all("named").contains("yes")),
      role: role, from: from, to: to, by: author, token: fields.formToken)
  }

  /// The days of one or two fields, both of which must be there.
  private static func days(
    _ fields: FormFields, _ first: String, _ second: String? = nil
  ) throws(EventRefusal) -> (CivilDay, CivilDay) {
    let days = [first, second ?? first].map { CivilDay(fields[$0]) }
    guard let one = days[0], let other = days[1] else {
      let wrong = days[0] == nil ? first : second ?? first
      throw .faults([FieldFault(wrong, "Enter a day, such as 14/6/2017.")])
    }
    return (one, other)
  }
}
