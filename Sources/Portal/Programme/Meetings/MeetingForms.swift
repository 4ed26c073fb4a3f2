// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Forms of meetings: calling one, who came, what was said.
struct MeetingForms {
  private let forms: MeetingsForms
  private let desk: MeetingDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = MeetingDesk(forms.ledger, plan: forms.plan, clock: forms.clock)
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id else { return name == "new" ? call() : nil }
    guard let meeting = try desk.state()[id], let body = forms.plan.body(meeting.body) else {
      return nil
    }
    let lead = "\(body.name), \(meeting.on.value.text)"
    switch name {
    case "item": return item(id, lead)
    case "paper": return paper(id, lead, meeting)
    case "attendance": return attendance(id, lead, meeting, body)
    case "interest": return interest(id, lead, meeting, body)
    case "minutes": return minutes(id, lead, meeting)
    case "agree": return try agree(id, lead, meeting)
    case "correct": return correct(id, lead, meeting)
    default: return short(id, name, lead, body)
    }
  }

  private func short(
    _ id: String, _ name: String, _ lead: String, _ body: GovernanceBody
  ) -> MeetingsForm? {
    switch name {
    case "draft":
      return forms.make(
        "meetings", id, name, "Send the draft minutes", lead: lead,
        notes: ["The minutes of every item go to the members as a draft."],
        button: "Send the draft", fields: { _ in [] }
      ) { [desk] in try await desk.draft(id, by: $1, token: $2) }
    case "sign":
      return forms.make(
        "meetings", id, name, "Sign the minutes", lead: lead, button: "Sign",
        fields: { [forms] in [$0.select("seat", "Signed by", forms.seats(body))] }
      ) { [desk] in try await desk.sign(id, seat: $0["seat"], by: $1, token: $2) }
    case "move":
      return forms.make(
        "meetings", id, name, "Move the meeting", lead: lead,
        fields: { [$0.date("on", "New day")] }
      ) { [desk] in
        try await desk.move(id, to: $0.demandedDay("on"), by: $1, token: $2)
      }
    case "cancel":
      return forms.make(
        "meetings", id, name, "Cancel the meeting", lead: lead, button: "Cancel the meeting",
        fields: { [$0.box("reason", "Why?", hint: "Everybody can read this.")] }
      ) { [desk] in try await desk.cancel(id, reason: $0["reason"], by: $1, token: $2) }
    case "update":
      return forms.make(
        "meetings", id, name, "Draft the public update", lead: lead,
        notes: ["It is made from the draft minutes, the actions and the workstream reports."],
        button: "Draft it", fields: { _ in [] }
      ) { [forms] in
        try await UpdateDesk(forms.ledger, plan: forms.plan, clock: forms.clock)
          .draft(id, by: $1, token: $2)
      }
    default: return nil
    }
  }

  private func call() -> MeetingsForm {
    let bodies = forms.plan.bodies.map { (value: $0.id, label: $0.name) }
    return forms.make(
      "meetings", nil, "new", "Call a meeting",
      notes: [
        "The agenda starts with what the record has for it: draft minutes, overdue actions, how "
          + "the workstreams do, and risks that were brought before the body."
      ], button: "Call the meeting",
      fields: {
        [
          $0.select("body", "Body", bodies), $0.date("on", "Day"),
          $0.line("start", "Time", usual: "2pm", hint: "Such as 9.30am or 14:00"),
          $0.line("place", "Place (optional)"),
          $0.box("agenda", "Further items (optional)", hint: "One on each line."),
        ]
      }
    ) { [forms, desk] typed, author, token in
      guard let start = LondonTime.minutes(typed: typed["start"]) else {
        throw EventRefusal.faults([FieldFault("start", "Enter a time, such as 9.30am.")])
      }
      let day = try typed.demandedDay("on")
      let own = EventText.paragraphs(typed["agenda"]).map {
        MeetingDesk.Proposed($0, .discuss)
      }
      let found = try AgendaDraft(
        forms.ledger, plan: forms.plan,
        further: MeetingsPart.agendaSources(forms.record.services)
      ).items(for: typed["body"], on: day)
      try await desk.call(
        typed["body"], on: day, start: start, place: typed["place"], agenda: found + own,
        by: author, token: token)
    }
  }

  private func items(_ meeting: MeetingRecord) -> [(value: String, label: String)] {
    let texts = forms.record.texts
    return meeting.items.map { ($0.item.id, texts[$0.item.title]) }
  }

  private func item(_ id: String, _ lead: String) -> MeetingsForm {
    forms.make(
      "meetings", id, "item", "Add an item", lead: lead,
      fields: {
        [
          $0.line("agenda", "What is it about?"),
          $0.select(
            "purpose", "What is asked of the meeting?",
            AgendaItem.Purpose.allCases.map { ($0.rawValue, $0.label) }),
          $0.line("paper", "Title of its paper (optional)"),
          $0.line("address", "Address of the paper", hint: "Such as /programme/risks"),
        ]
      }
    ) { [desk] typed, author, token in
      var proposed = MeetingDesk.Proposed(typed["agenda"], try typed.choice("purpose"))
      if let title = typed.text("paper") { proposed.papers = [.init(title, typed["address"])] }
      try await desk.add(proposed, to: id, by: author, token: token)
    }
  }

  private func paper(_ id: String, _ lead: String, _ meeting: MeetingRecord) -> MeetingsForm {
    let items = items(meeting)
    return forms.make(
      "meetings", id, "paper", "Attach a paper", lead: lead,
      fields: {
        [
          $0.select("item", "Item", items), $0.line("paper", "Title of the paper"),
          $0.line(
            "address", "Address",
            hint: "A path of this site, such as /programme/risks, or https://…"),
        ]
      }
    ) { [desk] in
      try await desk.attach(
        .init($0["paper"], $0["address"]), to: $0["item"], of: id, by: $1, token: $2)
    }
  }

  private func attendance(
    _ id: String, _ lead: String, _ meeting: MeetingRecord, _ body: GovernanceBody
  ) -> MeetingsForm {
    let seats = body.seats(on: meeting.on.value)
    let known = meeting.attendance?.value ?? []
    let options = SeatAttendance.Presence.allCases.map {
      (value: $0.rawValue, label: $0.label)
    }
    return forms.make(
      "meetings", id, "attendance", "Who came", lead: lead,
      fields: { typed in
        seats.map { seat in
          typed.select(
            "seat-\(seat.id)", seat.role, options,
            usual: known.first { $0.seat == seat.id }?.presence.rawValue ?? "present")
        }
      }
    ) { [desk] typed, author, token in
      let came = try seats.map {
        SeatAttendance($0.id, try typed.choice("seat-\($0.id)"))
      }
      try await desk.attend(id, came, by: author, token: token)
    }
  }

  private func interest(
    _ id: String, _ lead: String, _ meeting: MeetingRecord, _ body: GovernanceBody
  ) -> MeetingsForm {
    let items = items(meeting)
    return forms.make(
      "meetings", id, "interest", "Interest declared", lead: lead,
      fields: { [forms] in
        [
          $0.select("item", "Item", items), $0.select("seat", "Seat", forms.seats(body)),
          $0.box("interest", "What is it?", hint: "Everybody can read this. Name nobody."),
          $0.radios(
            "handling", "What was done about it?",
            MeetingDeclaration.Handling.allCases.map { ($0.rawValue, $0.label) }),
        ]
      }
    ) { [desk] in
      try await desk.declare(
        id, item: $0["item"], seat: $0["seat"], text: $0["interest"],
        handling: $0.choice("handling"), by: $1, token: $2)
    }
  }

  private func minutes(_ id: String, _ lead: String, _ meeting: MeetingRecord) -> MeetingsForm {
    let texts = forms.record.texts
    let outcomes = ItemOutcome.allCases.map { (value: $0.rawValue, label: $0.label) }
    return forms.make(
      "meetings", id, "minutes", "Minutes", lead: lead,
      notes: ["Everybody can read these once they are agreed. Name nobody."],
      fields: { typed in
        meeting.items.flatMap { item in
          [
            typed.box(
              "minute-\(item.item.id)", texts[item.item.title], usual: texts[item.minute?.value]),
            typed.select(
              "outcome-\(item.item.id)", "What became of: \(texts[item.item.title])", outcomes,
              usual: item.outcome?.value.rawValue ?? "noted"),
          ]
        }
      }
    ) { [desk] typed, author, token in
      for item in meeting.items {
        let text = typed["minute-\(item.item.id)"]
        let outcome: ItemOutcome = try typed.choice("outcome-\(item.item.id)")
        let isKnown = text == texts[item.minute?.value] && outcome == item.outcome?.value
        if text.isEmpty || isKnown { continue }
        try await EventOutcome.beside("minute-\(item.item.id)") {
          try await desk.minute(
            id, item: item.item.id, text: text, outcome: outcome, by: author,
            token: "\(token)-\(item.item.id)")
        }
      }
    }
  }

  private func agree(
    _ id: String, _ lead: String, _ meeting: MeetingRecord
  ) throws -> MeetingsForm {
    let later = try desk.state().meetings(of: meeting.body)
      .filter { meeting.on.value < $0.on.value }
      .map { (value: $0.id, label: $0.on.value.text) }
    return forms.make(
      "meetings", id, "agree", "The minutes are agreed", lead: lead,
      notes: ["Everybody can read them from now on, and they are not changed any more."],
      button: "They are agreed",
      fields: { [$0.select("at", "Agreed at the meeting of", [("", "No meeting")] + later)] }
    ) { [desk] in
      try await desk.agree(id, at: $0.text("at"), by: $1, token: $2)
    }
  }

  private func correct(_ id: String, _ lead: String, _ meeting: MeetingRecord) -> MeetingsForm {
    let items = items(meeting)
    return forms.make(
      "meetings", id, "correct", "Correct the minutes", lead: lead,
      notes: ["The minutes stay as they are. The correction stands beside them."],
      fields: {
        [
          $0.select("item", "Item", items),
          $0.box("minute", "What was wrong, and what is right?"),
        ]
      }
    ) { [desk] in
      try await desk.correct(id, item: $0["item"], text: $0["minute"], by: $1, token: $2)
    }
  }
}
