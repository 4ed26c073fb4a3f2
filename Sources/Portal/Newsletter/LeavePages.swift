// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Stopping the newsletter: one button for people, and one click for mail programs (RFC 8058).
struct LeavePages {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    let token = request.step(2)
    let key = try await NewsletterKey.of(services.data.contacts)
    guard let id = key.subscriber(token) else { throw PortalProblem.notFound }
    let list = SubscriberList(services.data)
    if request.method == .post {
      let isOneClick = request.fields["List-Unsubscribe"] == "One-Click"
      _ = try await list.leave(id, way: isOneClick ? .oneClick : .page)
      return isOneClick
        ? .text("text/plain; charset=utf-8", "The newsletter has stopped.\n")
        : .see("/newsletter/left")
    }
    guard try list.subscriber(id) != nil else { return .see("/newsletter/left") }
    return BlockPage(
      title: "Stop the newsletter",
      answer: "Press the button, and no more newsletters come. Your address is deleted.",
      blocks: [
        PageBlock(
          form: .open("/newsletter/leave/\(token)", [], button: "Stop the newsletter"),
          links: [.init("Change what I get instead", "/newsletter/preferences/\(token)")])
      ]
    ).answer(isPrivate: true)
  }

  static let left = BlockPage(
    title: "The newsletter has stopped",
    answer: "You are not on the list. We have deleted your email address.",
    blocks: [
      PageBlock(links: [
        .init("Read the news here", "/news"), .init("Ask for it again", "/newsletter"),
      ])
    ])
}
