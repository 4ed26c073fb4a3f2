// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mail
import People

extension PeoplePart {
  var outboxSender: OutboxSender? { services.mail as? OutboxSender }

  /// The pages under /desk/outbox.
  func outbox(
    _ request: PortalRequest, _ visit: Visit, _ rest: [String]
  ) async throws -> PortalAnswer? {
    _ = try visit.person(who: .administer)
    guard let outboxSender else { throw PortalProblem.notFound }
    switch (request.method, rest.count, rest.last) {
    case (.get, 0, _):
      let page = OutboxPage(
        try outboxSender.waiting(), isMailed: outboxSender.delivers, secret: visit.formSecret)
      return .page(
        PortalPage("Mails that wait", template: "people-outbox", page, isPrivate: true))
    case (.post, 2, "remove"): try await outboxSender.remove(rest[0])
    case (.post, 2, "retry"): try await outboxSender.retry(rest[0])
    default: return nil
    }
    return .see("/desk/outbox")
  }
}

/// The mails that wait to be sent or to be handed over.
struct OutboxPage {
  struct Line {
    let path: String
    let subject: String
    let recipient: String
    let made: String
    let state: String
    let problem: String?
    let text: String
    let canRetry: Bool
    let secret: String
  }

  let introduction: String
  let mails: [Line]
  let isEmpty: Bool

  init(_ waiting: [(id: String, mail: WaitingMail)], isMailed: Bool, secret: String) {
    introduction =
      isMailed
      ? "A mail leaves this list once the mail server has taken it."
      : "This site has no mail server. Hand over what these mails say, then remove them."
    isEmpty = waiting.isEmpty
    mails = waiting.map { id, mail in
      Line(
        path: "/desk/outbox/\(id)", subject: mail.message.subject,
        recipient: mail.message.recipient.text, made: AccountTimes.text(mail.madeOn),
        state: OutboxPage.state(mail), problem: mail.lastProblem, text: mail.message.text,
        canRetry: isMailed, secret: secret)
    }
  }

  private static func state(_ mail: WaitingMail) -> String {
    let tried = mail.attempts == 1 ? "Tried once" : "Tried \(mail.attempts) times"
    let next = mail.nextTry.map { "Next try: \(AccountTimes.text($0))." }
    if mail.attempts == 0 { return next ?? "Waits to be handed over." }
    return "\(tried). " + (next ?? "It will not be tried again.")
  }
}
