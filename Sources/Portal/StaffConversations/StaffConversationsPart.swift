// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// Conversations with staff: questions, contributions, summaries and replies.
struct StaffConversationsPart: PortalPart {
  let services: Services
  let desk: StaffConversationDesk

  init(_ services: Services) {
    self.services = services
    desk = StaffConversationDesk(services.data, clock: services.clock)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path.first == "staff-conversations" {
      switch (path.count, path.last) {
      case (1, _) where !isPost: return try list(isDesk: false)
      case (2, _): return try page(path[1], request.fields, nil, visit)
      case (3, "contribute") where isPost: return try await contribute(path[1], request, visit)
      case (3, "thanks") where !isPost: return try thanks(path[1])
      default: throw PortalProblem.notFound
      }
    }
    guard path.starts(with: ["desk", "staff-conversations"]) else { return nil }
    _ = try visit.person(who: .runConsultations)
    switch (path.count, path.last) {
    case (2, _) where !isPost: return try list(isDesk: true)
    case (3, "new"): return try await open(request, visit)
    case (3, _) where !isPost: return try deskPage(path[2], FormFields(), nil, visit)
    case (4, "close") where isPost: return try await close(path[2], visit)
    case (4, "withhold") where isPost: return try await withhold(path[2], request, visit)
    case (4, "restore") where isPost: return try await restore(path[2], request, visit)
    case (4, "summary"): return try await summarise(path[2], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runConsultations) else { return [] }
    return [
      DeskLink(
        group: "Engagement", title: "Staff conversations", path: "/desk/staff-conversations")
    ]
  }

  func conversation(_ id: String) throws -> StaffConversation {
    try EventOutcome.looking { try desk.conversation(id) }
  }

  func text(_ reference: ContentReference?) throws -> String {
    guard let reference else { return "" }
    return try services.ledger.content(reference.id) ?? ""
  }

  private func thanks(_ id: String) throws -> PortalAnswer {
    let conversation = try conversation(id)
    struct Thanks {
      let question: String
      let path: String
    }
    return .page(
      PortalPage(
        "Thank you", template: "staff-conversations-thanks",
        Thanks(question: conversation.question.question, path: "/staff-conversations/\(id)"),
        isPrivate: true))
  }

  private func contribute(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let fields = request.fields
    return try await EventOutcome.of {
      try page(id, fields, $0, visit)
    } _: {
      guard try visit.person != nil || desk.accepts(fields["code"], for: id) else {
        throw EventRefusal.faults([FieldFault("code", "This is not the code for staff.")])
      }
      try await desk.contribute(id, text: fields["text"], token: fields.formToken)
      return "/staff-conversations/\(id)/thanks"
    }
  }

  private func close(_ id: String, _ visit: Visit) async throws -> PortalAnswer {
    try await EventOutcome.plainly { try await desk.close(id, by: visit.author) }
    return .see("/desk/staff-conversations/\(id)")
  }

  private func withhold(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .moderate)
    let fields = request.fields
    let contribution = fields["contribution"]
    return try await EventOutcome.of { errors in
      try deskPage(id, fields, errors, visit)
    } _: {
      let name = "reason-\(contribution)"
      try await EventOutcome.beside(name) {
        try await desk.withhold(
          id, contribution: contribution, reason: fields[name], by: visit.author)
      }
      return "/desk/staff-conversations/\(id)"
    }
  }

  private func restore(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .moderate)
    try await EventOutcome.plainly {
      try await desk.restore(
        id, contribution: request.fields["contribution"], by: visit.author)
    }
    return .see("/desk/staff-conversations/\(id)")
  }
}
