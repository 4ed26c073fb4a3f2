// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The newsletter: joining and leaving, the bulletins, and where staff make them.
struct NewsletterPart: PortalPart {
  let services: Services
  private let limit = SignUpLimit()

  init(_ services: Services) { self.services = services }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.publish) else { return [] }
    return [DeskLink(group: "Publishing", title: "Newsletter", path: "/desk/bulletins")]
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.isUnder("newsletter") { return try await newsletter(request) }
    if request.isUnder("bulletins") { return try bulletins(request) }
    if request.isUnder("desk", "bulletins") {
      return try await BulletinDesk(services).answer(request, visit)
    }
    return nil
  }

  private func newsletter(_ request: PortalRequest) async throws -> PortalAnswer {
    let signUp = SignUpPages(services, limit)
    switch (request.step(1), request.path.count) {
    case ("", 1): return try await signUp.answer(request)
    case ("sent", 2): return signUp.sent.answer(isPrivate: true)
    case ("left", 2): return LeavePages.left.answer(isPrivate: true)
    case ("confirm", 3): return try await ConfirmPages(services).answer(request)
    case ("leave", 3): return try await LeavePages(services).answer(request)
    case ("preferences", 3): return try await PreferencePages(services).answer(request)
    default: throw PortalProblem.notFound
    }
  }

  private func bulletins(_ request: PortalRequest) throws -> PortalAnswer {
    guard request.method == .get else { throw PortalProblem.notFound }
    let state = try services.ledger.state(BulletinState.self)
    if request.path.count == 1 { return BulletinPages(services).list(state).answer() }
    guard request.path.count == 2, let record = state.records[request.step(1)],
      record.sendingBeganOn != nil
    else { throw PortalProblem.notFound }
    return BulletinPages(services).page(record).answer()
  }
}
