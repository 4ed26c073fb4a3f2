// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// All conversations, and events for staff.
struct StaffConversationListPage {
  let isDesk: Bool
  let items: [Item]
  let events: [EventItem]

  struct Item {
    let question: String
    let path: String
    let state: String
  }
}

/// One conversation, for staff.
struct StaffConversationPage {
  let question: String
  let path: String
  let background: [String]
  let state: String
  let isOpen: Bool
  /// Whether whoever asks has signed in or typed the code, and so sees what others said.
  let isInside: Bool
  let errors: FormErrors?
  let codeField: Field
  let textField: Field
  /// The code that was typed, to go with the contribution.
  let code: String?
  let secret: String?
  let token: String
  let contributions: [Contribution]
  let outcome: Outcome?

  struct Contribution {
    let on: String
    let text: [String]
    let withheld: String?
  }

  struct Outcome {
    let summary: String
    let reply: String
    let on: String
  }
}

extension StaffConversationsPart {
  func list(isDesk: Bool) throws -> PortalAnswer {
    let now = services.clock()
    let root = isDesk ? "/desk/staff-conversations" : "/staff-conversations"
    let items = try EventOutcome.looking { try desk.state() }.inOrder.map {
      StaffConversationListPage.Item(
        question: $0.question.question, path: "\(root)/\($0.id)", state: Self.state($0, at: now))
    }
    let events = try services.ledger.state(EventCalendar.self).inOrder.filter {
      $0.details.kind == .staff && now < $0.details.ends
    }
    let page = StaffConversationListPage(
      isDesk: isDesk, items: items, events: events.map { EventItem($0, at: now) })
    return .page(
      PortalPage(
        isDesk ? "Staff conversations: desk" : "Staff conversations",
        template: "staff-conversations-list", page, isPrivate: isDesk))
  }

  static func state(_ conversation: StaffConversation, at now: Date) -> String {
    if conversation.isOpen(at: now) {
      return "Open until the end of \(conversation.question.closes.text)"
    }
    if LondonTime.day(now) < conversation.question.opens && conversation.closedOn == nil {
      return "Opens on \(conversation.question.opens.text)"
    }
    return conversation.summary == nil ? "Closed: no reply yet" : "Closed: read the reply"
  }

  func page(
    _ id: String, _ fields: FormFields, _ wrong: FormErrors?, _ visit: Visit
  ) throws -> PortalAnswer {
    let conversation = try conversation(id)
    let (code, isInside) = try entry(id, fields, visit)
    var errors = wrong
    if errors == nil && fields.has("code") && !isInside {
      errors = FormErrors([FieldFault("code", "This is not the code for staff.")])
    }
    let now = services.clock()
    let page = StaffConversationPage(
      question: conversation.question.question, path: "/staff-conversations/\(id)",
      background: EventText.paragraphs(conversation.question.background),
      state: Self.state(conversation, at: now), isOpen: conversation.isOpen(at: now),
      isInside: isInside, errors: errors,
      codeField: .line(
        "code", "Code for staff", hint: "Your organisation gave it to you.",
        error: errors?["code"]),
      textField: .box(
        "text", "What do you think?", value: fields["text"],
        hint: "Nobody sees who wrote this. Do not name patients or colleagues.",
        error: errors?["text"], rows: 6),
      code: code, secret: visit.secret, token: fields.formToken,
      contributions: isInside ? try conversation.contributions.map(contribution) : [],
      outcome: try outcome(conversation))
    return .page(
      PortalPage(
        conversation.question.question, template: "staff-conversations-page", page,
        isPrivate: isInside), status: errors == nil ? 200 : 422)
  }

  private func entry(
    _ id: String, _ fields: FormFields, _ visit: Visit
  ) throws -> (code: String?, isInside: Bool) {
    if visit.person != nil { return (nil, true) }
    let typed = fields["code"]
    guard !typed.isEmpty, try EventOutcome.looking({ try desk.accepts(typed, for: id) }) else {
      return (nil, false)
    }
    return (typed, true)
  }

  private func contribution(
    _ contribution: StaffConversation.Contribution
  ) throws -> StaffConversationPage.Contribution {
    StaffConversationPage.Contribution(
      on: contribution.on.text,
      text: contribution.withheldBecause == nil
        ? EventText.paragraphs(try text(contribution.text)) : [],
      withheld: contribution.withheldBecause)
  }

  func outcome(_ conversation: StaffConversation) throws -> StaffConversationPage.Outcome? {
    try conversation.summary.map {
      StaffConversationPage.Outcome(
        summary: services.prose(try text($0.summary)), reply: services.prose(try text($0.reply)),
        on: LondonTime.day($0.on).text)
    }
  }
}
