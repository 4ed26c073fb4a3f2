// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// News: what everybody reads, the feed, and where staff write it.
struct NewsPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.publish) else { return [] }
    return [DeskLink(group: "Publishing", title: "News", path: "/desk/news")]
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.path == ["news.atom"] { return try feed(request) }
    if request.isUnder("news") { return try read(request) }
    if request.isUnder("desk", "news") {
      return try await NewsDesk(services).answer(request, visit)
    }
    return nil
  }

  private func read(_ request: PortalRequest) throws -> PortalAnswer {
    guard request.method == .get else { throw PortalProblem.notFound }
    let state = try services.ledger.state(NewsState.self)
    switch request.path.count {
    case 1: return NewsList(services, state, request.query).page.answer(feed: "/news.atom")
    case 2:
      guard let record = state.records[request.step(1)], record.status != .draft else {
        throw PortalProblem.notFound
      }
      let page = NewsItemPage(services, record)
      return page.page.answer(status: record.status == .withdrawn ? 410 : 200, feed: "/news.atom")
    default: throw PortalProblem.notFound
    }
  }

  private func feed(_ request: PortalRequest) throws -> PortalAnswer {
    let state = try services.ledger.state(NewsState.self)
    let everPublished = state.all.filter { $0.publishedOn != nil }
    let feed = AtomFeed(
      title: services.plan.title, origin: request.origin,
      articles: Array(state.published.prefix(20)),
      updated: everPublished.first?.updatedOn ?? Date(timeIntervalSince1970: 0),
      prose: services.prose)
    let xml = feed.xml
    let mark = AtomFeed.mark(xml)
    let isKnown = (request.headers["if-none-match"] ?? "").contains(mark)
    var answer = PortalAnswer.text("application/atom+xml; charset=utf-8", isKnown ? "" : xml)
    answer.status = isKnown ? 304 : 200
    answer.headers["ETag"] = mark
    return answer
  }
}
