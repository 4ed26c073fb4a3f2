// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The document library, and where staff add to it.
struct LibraryPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.publish) else { return [] }
    return [DeskLink(group: "Publishing", title: "Documents", path: "/desk/documents")]
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.isUnder("desk", "documents") {
      return try await LibraryDesk(services).answer(request, visit)
    }
    guard request.isUnder("documents") else { return nil }
    guard request.method == .get else { throw PortalProblem.notFound }
    let library = try services.ledger.state(LibraryState.self).library(services.plan)
    if request.path.count == 1 { return LibraryList(library, request.query).page.answer() }
    guard let document = library.first(where: { $0.id == request.step(1) }),
      !document.shown.isEmpty || document.editions.isEmpty
    else { throw PortalProblem.notFound }
    let pages = DocumentPages(services, document)
    switch (request.step(2), request.path.count) {
    case ("", 2): return pages.page.answer()
    case ("read", 4): return try pages.text(request.step(3)).answer()
    case ("changes", 3):
      return try pages.changes(request.query["from"], request.query["to"]).answer()
    default: throw PortalProblem.notFound
    }
  }
}
