// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

/// The forms of staff, by the part of the path that names each.
struct MeetingsForms {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  var plan: MeetingsPlan { record.plan }
  var ledger: Ledger { record.services.ledger }
  var clock: @Sendable () -> Date { record.services.clock }

  func form(_ section: String, _ rest: [String]) throws -> MeetingsForm? {
    guard let name = rest.last, rest.count <= 2 else { return nil }
    let id = rest.count == 2 ? rest[0] : nil
    switch section {
    case "meetings": return try MeetingForms(self).form(id, name)
    case "actions": return try ActionForms(self).form(id, name)
    case "risks": return try RiskForms(self).form(id, name)
    case "workstreams": return try StatusForms(self).form(id, name)
    case "updates": return try UpdateForms(self).form(id, name)
    case "bodies": return try InterestForms(self).form(id, name)
    default: return nil
    }
  }

  /// A form of a section, or of one thing in it.
  func make(
    _ section: String, _ id: String?, _ name: String, _ title: String, lead: String? = nil,
    notes: [String] = [], button: String = "Save", fields: @escaping (TypedForm) -> [Field],
    keep: @escaping (FormFields, Author, String) async throws -> Void
  ) -> MeetingsForm {
    let back = "/desk/programme/" + ([section] + (id.map { [$0] } ?? [])).joined(separator: "/")
    return MeetingsForm(
      title: title, lead: lead, notes: notes, action: "\(back)/\(name)", button: button,
      back: back, fields: fields
    ) { typed, author, token in
      try await keep(typed, author, token)
      return back
    }
  }

  var owners: [(value: String, label: String)] {
    [("", "Choose an owner")] + plan.owners.map { ($0.owner.key, $0.name) }
  }

  var workstreams: [(value: String, label: String)] {
    [("", "None")] + plan.workstreams.map { ($0.id, $0.name) }
  }

  func seats(_ body: GovernanceBody) -> [(value: String, label: String)] {
    [("", "Choose a seat")] + body.seats(on: record.day).map { ($0.id, $0.role) }
  }
}

/// Forms of actions.
struct ActionForms {
  private let forms: MeetingsForms
  private let desk: ActionDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = ActionDesk(forms.ledger, plan: forms.plan, clock: forms.clock)
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id else { return name == "new" ? raise() : nil }
    guard let action = try desk.state()[id] else { return nil }
    let lead = forms.record.texts[action.raised.value.text]
    let note = { (label: String) in { (typed: TypedForm) in [typed.box("note", label)] } }
    switch name {
    case "progress":
      return forms.make(
        "actions", id, name, "Progress", lead: lead, fields: note("What was done?")
      ) { [desk] in
        try await desk.progress(id, note: $0["note"], by: $1, token: $2)
      }
    case "due":
      return forms.make(
        "actions", id, name, "Move the day", lead: lead,
        fields: {
          [$0.date("due", "Due on", usual: action.due.value), $0.box("note", "Why does it move?")]
        }
      ) { [desk] in
        try await desk.reschedule(
          id, due: $0.demandedDay("due"), reason: $0["note"], by: $1, token: $2)
      }
    case "owner":
      return forms.make(
        "actions", id, name, "Another owner", lead: lead,
        fields: { [forms] in [$0.select("owner", "Owner", forms.owners)] }
      ) { [desk] in
        try await desk.reassign(id, to: RecordOwner(key: $0["owner"]), by: $1, token: $2)
      }
    default: return ended(id, name, lead)
    }
  }

  private func ended(_ id: String, _ name: String, _ lead: String) -> MeetingsForm? {
    switch name {
    case "done":
      forms.make(
        "actions", id, name, "It is done", lead: lead,
        fields: { [$0.date("on", "Done on"), $0.box("note", "Anything to note (optional)")] }
      ) { [desk] in
        try await desk.finish(
          id, on: $0.demandedDay("on"), note: $0["note"], by: $1, token: $2)
      }
    case "drop":
      forms.make(
        "actions", id, name, "Give it up", lead: lead, button: "Give it up",
        fields: { [$0.box("note", "Why is it given up?")] }
      ) { [desk] in
        try await desk.drop(id, reason: $0["note"], by: $1, token: $2)
      }
    case "reopen":
      forms.make(
        "actions", id, name, "Open it again", lead: lead, button: "Open it again",
        fields: { [$0.box("note", "Why is it opened again?")] }
      ) { [desk] in
        try await desk.reopen(id, reason: $0["note"], by: $1, token: $2)
      }
    default: nil
    }
  }

  private func raise() -> MeetingsForm {
    forms.make(
      "actions", nil, "new", "Raise an action",
      fields: { [forms] in
        [
          $0.box("text", "What is to be done?", hint: "One sentence. Name nobody.", rows: 2),
          $0.select("owner", "Who does it?", forms.owners), $0.date("due", "By when?"),
          $0.select("workstream", "Which workstream is it about?", forms.workstreams),
          $0.select("meeting", "Raised at a meeting", meetings),
          $0.tick("quick", "Quick win", "It can be done at once with what there is"),
        ]
      }
    ) { [desk] typed, author, token in
      var proposal = ActionProposal(
        text: typed["text"], owner: RecordOwner(key: typed["owner"]),
        due: try typed.demandedDay("due"))
      proposal.workstream = typed.text("workstream")
      proposal.meeting = typed.text("meeting")
      proposal.isQuickWin = typed.has("quick")
      try await desk.raise(proposal, by: author, token: token)
    }
  }

  private var meetings: [(value: String, label: String)] {
    let held = (try? forms.record.meetings().lines.prefix(12)) ?? []
    return [("", "None")] + held.map { ($0.record.id, $0.title) }
  }
}

/// Forms of workstream reports.
struct StatusForms {
  private let forms: MeetingsForms
  private let desk: StatusDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = StatusDesk(
      forms.ledger, plan: forms.plan, clock: forms.clock,
      lateWork: MeetingsPart.lateWork(forms.record.services))
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id else { return name == "freeze" ? freeze() : nil }
    guard name == "report", let workstream = forms.plan.workstream(id) else { return nil }
    let line = try forms.record.status()[id]
    let computed = line?.computed ?? .onTrack
    return forms.make(
      "workstreams", id, name, "Report: \(workstream.name)",
      lead: "From the record: \(computed.label).", notes: line?.reasons ?? [],
      fields: { [months] in
        [
          $0.select("period", "Month", months, usual: months.first?.value ?? ""),
          $0.box("achieved", "What was achieved?", hint: "Everybody can read this. Name nobody."),
          $0.box("next", "What comes next?"),
          $0.box("ask", "What do you ask of the board? (optional)", rows: 2),
          $0.select(
            "level", "Status",
            [("", "As the record has it")]
              + StatusLevel.allCases.map { ($0.rawValue, $0.label) }),
          $0.box("reason", "Why does the status differ? (only if it does)", rows: 2),
          $0.date("until", "Until when does your status count? (only if it differs)"),
        ]
      }
    ) { [desk] typed, author, token in
      guard let period = ReportingMonth(typed["period"]) else {
        throw EventRefusal.faults([FieldFault("period", "Choose a month.")])
      }
      var words = StatusDesk.Words(
        achieved: typed["achieved"], next: typed["next"], ask: typed["ask"])
      words.level = StatusLevel(rawValue: typed["level"])
      words.reason = typed["reason"]
      words.until = try typed.possibleDay("until")
      try await desk.report(id, period, words, by: author, token: token)
    }
  }

  /// The month of the page and the two before it.
  private var months: [(value: String, label: String)] {
    let now = ReportingMonth(forms.record.day)
    return [now, now.previous, now.previous.previous].map { ($0.iso, $0.text) }
  }

  private func freeze() -> MeetingsForm {
    forms.make(
      "workstreams", nil, "freeze", "Freeze a month",
      notes: [
        "Reports of a frozen month are not changed any more. One that comes later is marked as "
          + "late."
      ], button: "Freeze",
      fields: { [months] in
        [$0.select("period", "Month", months, usual: months.first?.value ?? "")]
      }
    ) { [desk] typed, author, token in
      guard let period = ReportingMonth(typed["period"]) else {
        throw EventRefusal.faults([FieldFault("period", "Choose a month.")])
      }
      try await desk.freeze(period, by: author, token: token)
    }
  }
}

/// Forms of public updates.
struct UpdateForms {
  private let forms: MeetingsForms
  private let desk: UpdateDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = UpdateDesk(forms.ledger, plan: forms.plan, clock: forms.clock)
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id, let update = try desk.state()[id] else { return nil }
    let texts = forms.record.texts
    switch name {
    case "introduction":
      return forms.make(
        "updates", id, name, "From the chair",
        fields: {
          [
            $0.box(
              "introduction", "Introduction", usual: texts[update.introduction?.value],
              hint: "Everybody can read this once it is published.", rows: 6)
          ]
        }
      ) { [desk] in
        try await desk.introduce(id, text: $0["introduction"], by: $1, token: $2)
      }
    case "leave-out":
      return forms.make(
        "updates", id, name, "Leave a section out", button: "Leave it out",
        fields: {
          [
            $0.select(
              "section", "Section", update.sections.map { ($0.id, texts[$0.heading]) }),
            $0.box("reason", "Why?", hint: "Everybody can read the reason.", rows: 2),
          ]
        }
      ) { [desk] in
        try await desk.leaveOut(
          id, section: $0["section"], reason: $0["reason"], by: $1, token: $2)
      }
    default: return end(id, name, update)
    }
  }

  private func end(_ id: String, _ name: String, _ update: UpdateRecord) -> MeetingsForm? {
    let body = forms.plan.body(update.draft.value.body)
    switch name {
    case "draft":
      return forms.make(
        "updates", id, name, "Draft it again",
        notes: [
          "The sections are made anew from the record as it is now. A sign-off that was given "
            + "does not count any more."
        ], button: "Draft it again", fields: { _ in [] }
      ) { [desk] in
        try await desk.draft(id, by: $1, token: $2)
      }
    case "sign-off":
      return forms.make(
        "updates", id, name, "Sign it off", button: "Sign it off",
        fields: { [forms] in
          [$0.select("seat", "Signed off by", body.map { forms.seats($0) } ?? [])]
        }
      ) { [desk] in
        try await desk.signOff(id, seat: $0["seat"], by: $1, token: $2)
      }
    case "publish":
      return forms.make(
        "updates", id, name, "Publish it",
        notes: ["Everybody can read it from now on. What is published stays."], button: "Publish",
        fields: { _ in [] }
      ) { [desk] in
        try await desk.publish(id, by: $1, token: $2)
      }
    case "correct":
      return forms.make(
        "updates", id, name, "Correct it",
        fields: { [$0.box("correction", "What was wrong, and what is right?")] }
      ) { [desk] in
        try await desk.correct(id, text: $0["correction"], by: $1, token: $2)
      }
    default: return nil
    }
  }
}

/// Forms of the register of interests.
struct InterestForms {
  private let forms: MeetingsForms
  private let desk: InterestDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = InterestDesk(forms.ledger, plan: forms.plan)
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id, let body = forms.plan.body(id) else { return nil }
    switch name {
    case "interest": return register(body)
    case "interest-ended": return try end(body)
    default: return nil
    }
  }

  private func register(_ body: GovernanceBody) -> MeetingsForm {
    forms.make(
      "bodies", body.id, "interest", "Register an interest", lead: body.name,
      fields: { [forms] in
        [
          $0.select("seat", "Seat", forms.seats(body)),
          $0.select(
            "kind", "Kind of interest",
            RegisteredInterest.Kind.allCases.map { ($0.rawValue, $0.label) }),
          $0.box("interest", "What is it?", hint: "Everybody can read this. Name nobody."),
          $0.date("from", "Since when?"),
        ]
      }
    ) { [desk] in
      try await desk.register(
        body.id, seat: $0["seat"], kind: $0.choice("kind"), text: $0["interest"],
        from: $0.demandedDay("from"), by: $1, token: $2)
    }
  }

  private func end(_ body: GovernanceBody) throws -> MeetingsForm {
    let texts = forms.record.texts
    let standing = try forms.ledger.state(InterestState.self).register(of: body.id)
      .filter { $0.to == nil }.map(\.interest.value)
    return forms.make(
      "bodies", body.id, "interest-ended", "An interest has ended", lead: body.name,
      fields: {
        [
          $0.select("interest", "Interest", standing.map { ($0.id, texts[$0.text]) }),
          $0.date("on", "Last day"),
        ]
      }
    ) { [desk] typed, author, _ in
      try await desk.end(
        body.id, interest: typed["interest"], on: typed.demandedDay("on"), by: author)
    }
  }
}
