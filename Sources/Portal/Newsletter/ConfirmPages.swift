// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Foundation

/// Confirming: a page with a button, because programs that check mail open its links.
struct ConfirmPages {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    let token = request.step(2)
    let key = try await NewsletterKey.of(services.data.contacts)
    guard let asked = key.open(token) else { throw PortalProblem.notFound }
    guard services.clock() <= asked.expires else {
      return over("This link worked for seven days, and they are over.")
    }
    guard request.method == .post else { return page(asked, token).answer(isPrivate: true) }
    let membership = InterestFields(services: services, typed: request.fields).chosenMembership
    let outcome = try await SubscriberList(services.data).confirm(
      asked, token: token, membership: membership, at: services.clock())
    switch outcome {
    case .joined(let id), .changed(let id):
      return .see("/newsletter/preferences/\(key.link(subscriber: id))?done=joined")
    case .usedBefore: return over("This link was used before, and the newsletter stopped since.")
    }
  }

  private func over(_ reason: String) -> PortalAnswer {
    BlockPage(
      title: "This link has ended", answer: reason,
      blocks: [PageBlock(links: [.init("Ask for a new link", "/newsletter")])]
    ).answer(isPrivate: true, status: 410)
  }

  private func page(_ asked: SignUpRequest, _ token: String) -> BlockPage {
    let wording = NewsletterConsent.all.first { $0.version == asked.consent }?.wording
    let fields = InterestFields(services: services, typed: FormFields()).membership
    return BlockPage(
      title: "Confirm the newsletter", answer: "Press the button to get the newsletter.",
      blocks: [
        PageBlock(beside: wording.map { "You agreed: \($0)" }),
        PageBlock(
          "Become a member, if you like",
          paragraphs: ["Members say how far they want to be part of the work. It costs nothing."],
          form: .open(
            "/newsletter/confirm/\(token)", fields, button: "Yes, send me the newsletter")),
      ])
  }
}
