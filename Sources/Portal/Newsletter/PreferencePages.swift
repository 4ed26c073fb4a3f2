// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// What a subscriber gets, changed with the link in each mail.
struct PreferencePages {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    let token = request.step(2)
    let key = try await NewsletterKey.of(services.data.contacts)
    guard let id = key.subscriber(token) else { throw PortalProblem.notFound }
    let list = SubscriberList(services.data)
    if request.method == .post {
      let typed = InterestFields(services: services, typed: request.fields)
      let isThere = try await list.change(
        id, workstreams: typed.workstreams, areas: typed.areas,
        membership: typed.chosenMembership)
      return .see(isThere ? "/newsletter/preferences/\(token)?done=saved" : "/newsletter/left")
    }
    guard let subscriber = try list.subscriber(id) else { return .see("/newsletter/left") }
    return page(subscriber, token, request.query["done"]).answer(isPrivate: true)
  }

  private func page(_ subscriber: Subscriber, _ token: String, _ done: String) -> BlockPage {
    let fields = InterestFields(services: services, typed: InterestFields.values(subscriber))
    let said = [
      "joined": "You are on the list. The next newsletter comes to you.",
      "saved": "Your choices are saved.",
    ]
    return BlockPage(
      title: "Your newsletter",
      blocks: [
        PageBlock(
          done: said[done],
          paragraphs: [
            "You agreed on \(NewsDates.day(written: subscriber.confirmedOn)), to wording \(subscriber.consent)."
          ],
          form: .open(
            "/newsletter/preferences/\(token)", fields.fields + fields.membership,
            button: "Save my choices")),
        PageBlock(
          "Stop the newsletter", paragraphs: ["Your address is then deleted."],
          links: [.init("Stop the newsletter", "/newsletter/leave/\(token)")]),
      ])
  }
}
