// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// One conversation for whoever runs it.
struct StaffConversationDeskPage {
  let question: String
  let path: String
  let publicPath: String
  let state: String
  let code: String?
  let canClose: Bool
  let errors: FormErrors?
  let secret: String
  let contributions: [Contribution]
  let outcome: StaffConversationPage.Outcome?

  struct Contribution {
    let contribution: String
    let place: String
    let on: String
    let text: [String]
    let withheld: String?
    let reason: Field?
  }
}

extension StaffConversationsPart {
  func deskPage(
    _ id: String, _ fields: FormFields, _ errors: FormErrors?, _ visit: Visit
  ) throws -> PortalAnswer {
    let conversation = try conversation(id)
    let now = services.clock()
    let contributions = try conversation.contributions.enumerated().map { place, contribution in
      let name = "reason-\(contribution.id)"
      return StaffConversationDeskPage.Contribution(
        contribution: contribution.id, place: String(place + 1), on: contribution.on.text,
        text: EventText.paragraphs(try text(contribution.text)),
        withheld: contribution.withheldBecause,
        reason: contribution.withheldBecause == nil
          ? .line(
            name, "Why withhold contribution \(place + 1)?", value: fields[name],
            hint: "Staff see this reason in its place.", error: errors?[name]) : nil)
    }
    let page = StaffConversationDeskPage(
      question: conversation.question.question, path: "/desk/staff-conversations/\(id)",
      publicPath: "/staff-conversations/\(id)", state: Self.state(conversation, at: now),
      code: try EventOutcome.looking { try desk.code(of: id) },
      canClose: conversation.isOpen(at: now), errors: errors, secret: visit.formSecret,
      contributions: contributions, outcome: try outcome(conversation))
    return .page(
      PortalPage(
        "\(conversation.question.question): desk", template: "staff-conversations-desk", page,
        isPrivate: true), status: errors == nil ? 200 : 422)
  }

  func open(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let fields = request.fields
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Ask staff a question", errors: errors, action: "/desk/staff-conversations/new",
        secret: visit.formSecret, token: fields.formToken,
        fields: [
          .line("question", "Question", value: fields["question"], error: errors?["question"]),
          .box(
            "background", "What staff should know first (optional)", value: fields["background"],
            error: errors?["background"]),
          .line(
            "opens", "First day", value: fields["opens"], error: errors?["opens"], type: "date"),
          .line(
            "closes", "Last day", value: fields["closes"], error: errors?["closes"], type: "date"),
        ], button: "Open it", back: "/desk/staff-conversations",
        backTitle: "Back to staff conversations"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      var errors = FormErrors()
      errors.require(fields, "question", "Enter the question.")
      let (opens, closes) = (CivilDay(fields["opens"]), CivilDay(fields["closes"]))
      if opens == nil { errors.add("opens", "Enter a day, such as 14/6/2017.") }
      if closes == nil { errors.add("closes", "Enter a day, such as 28/6/2017.") }
      try errors.refuse()
      guard let opens, let closes else { throw EventRefusal.notFound }
      let id = try await desk.open(
        StaffQuestion(
          question: fields["question"], background: fields["background"], opens: opens,
          closes: closes), by: visit.author, token: fields.formToken)
      return "/desk/staff-conversations/\(id)"
    }
  }

  func summarise(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    let conversation = try conversation(id)
    let fields = request.fields
    let typed = { (name: String, reference: ContentReference?) throws in
      fields.has(name) ? fields[name] : try text(reference)
    }
    let summary = try typed("summary", conversation.summary?.summary)
    let reply = try typed("reply", conversation.summary?.reply)
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Summary and reply", lead: conversation.question.question,
        notes: ["Everybody can read this once it is saved."], errors: errors,
        action: "/desk/staff-conversations/\(id)/summary", secret: visit.formSecret,
        token: fields.formToken,
        fields: [
          .box(
            "summary", "What was said", value: summary, error: errors?["summary"], rows: 8),
          .box("reply", "What we do about it", value: reply, error: errors?["reply"], rows: 8),
        ], button: "Publish", back: "/desk/staff-conversations/\(id)",
        backTitle: "Back to the conversation"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      try await desk.summarise(
        id, summary: summary, reply: reply, by: visit.author, token: fields.formToken)
      return "/desk/staff-conversations/\(id)"
    }
  }
}
