// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The calendar of events: public pages, booking, calendar files and the desk's pages.
struct EventsPart: PortalPart {
  let services: Services
  let desk: EventDesk

  init(_ services: Services) {
    self.services = services
    desk = EventDesk(services.data, clock: services.clock)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path == ["events.ics"] { return try calendarFile(request, only: nil) }
    if path.first == "events" {
      return try await publicAnswer(Array(path.dropFirst()), request, visit)
    }
    if path.starts(with: ["desk", "events"]) {
      return try await deskAnswer(Array(path.dropFirst(2)), request, visit)
    }
    return nil
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.capture) else { return [] }
    let events = (try? desk.calendar())?.inOrder ?? []
    let waiting = events.reduce(0) { $0 + $1.bookings.reduce(0) { $0 + $1.toTell.count } }
    return [
      DeskLink(
        group: "Engagement", title: "Events", path: "/desk/events",
        waiting: waiting == 0
          ? nil : EventWords.count(waiting, "message to pass on", "messages to pass on"))
    ]
  }

  private func publicAnswer(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    let isPost = request.method == .post
    switch path.count {
    case 0 where !isPost: return try list(request)
    case 1 where !isPost:
      return path[0].hasSuffix(".ics")
        ? try calendarFile(request, only: String(path[0].dropLast(4)))
        : try page(path[0], visit)
    case 2 where path[1] == "book": return try await book(path[0], request, visit)
    case 3 where path[1] == "booking" && !isPost:
      return try booking(path[0], key: path[2], visit)
    case 4 where path[1] == "booking" && path[3] == "cancel" && isPost:
      return try await cancelBooking(path[0], key: path[2])
    default: throw PortalProblem.notFound
    }
  }

  private func deskAnswer(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    let isPost = request.method == .post
    switch (path.count, path.last) {
    case (0, _) where !isPost: return try deskList(visit)
    case (1, "new"): return try await schedule(request, visit)
    case (1, "purge") where isPost: return try await purge(request, visit)
    case (1, _) where !isPost: return try deskPage(path[0], visit)
    case (2, "change"): return try await change(path[0], request, visit)
    case (2, "cancel"): return try await cancel(path[0], request, visit)
    case (2, "told") where isPost: return try await told(path[0], request, visit)
    case (2, "register"): return try await register(path[0], request, visit)
    case (2, "notes"): return try await notes(path[0], request, visit)
    case (2, "summary"): return try await summary(path[0], request, visit)
    case (2, "sign-off") where isPost: return try await signOff(path[0], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func event(_ id: String) throws -> ScheduledEvent {
    try EventOutcome.looking { try desk.event(id) }
  }

  func text(_ reference: ContentReference?) throws -> String {
    guard let reference else { return "" }
    return try services.ledger.content(reference.id) ?? ""
  }
}
