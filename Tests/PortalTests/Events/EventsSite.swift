// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal

/// A portal over a data folder of its own, filled with the demonstration.
final class EventsSite: Sendable {
  let data: DataFolder
  let portal: Portal
  let plan: EngagementPlan
  static let now = LondonTime.moment(CivilDay("2026-01-15") ?? CivilDay(number: 0), minutes: 600)

  init(isFilled: Bool = true) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: { Self.now })
    var plan = EngagementPlan(title: "Plan")
    plan.groups = [GroupDefinition(id: "ppag", name: "Advisory Group", purpose: "Advises.")]
    plan.areas = [
      AreaProfile(id: "medway", name: "Medway", population: 1),
      AreaProfile(id: "thanet", name: "Thanet", population: 1),
    ]
    plan.consultations = [
      ConsultationDefinition(
        id: "stroke", title: "Stroke", summary: "Where?", form: "views", isFormal: true)
    ]
    plan.workstreams = [NamedThing(id: "digital", name: "Digital")]
    self.plan = plan
    portal = Portal(
      Services(data: data, plan: plan, clock: { Self.now }, prose: { "<p>\($0)</p>" }))
    // The first entry sets the day from which the demonstration counts.
    try await data.ledger.append(
      ConsultationEvent.opened(deadline: Self.now.addingTimeInterval(9e6)), subject: "stroke",
      by: .program)
    if isFilled { try await EventsDemonstration.fill(data, plan: plan, seed: 3) }
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  var desk: EventDesk { EventDesk(data, clock: { Self.now }) }

  func event(_ wanted: (ScheduledEvent) -> Bool) throws -> ScheduledEvent? {
    try desk.calendar().inOrder.first(where: wanted)
  }

  static func visit(_ role: Role?) -> Visit {
    role.map {
      Visit(person: Person(id: "id-\($0.rawValue)", name: "Pat", role: $0), formSecret: "s")
    }
      ?? .anonymous
  }

  func get(_ path: String, as role: Role? = nil, query: String = "") async throws -> Shown {
    try await send(
      PortalRequest(method: .get, path: Self.parts(path), query: FormFields(encoded: query)), role)
  }

  func post(_ path: String, _ fields: [(String, String)], as role: Role? = nil) async throws
    -> Shown
  {
    try await send(
      PortalRequest(
        method: .post, path: Self.parts(path),
        fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), role)
  }

  private func send(_ request: PortalRequest, _ role: Role?) async throws -> Shown {
    let answer = await portal.answer(request, Self.visit(role))
    return Shown(answer)
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }
}

/// An answer as a test looks at it.
struct Shown {
  let status: Int
  let html: String
  let location: String
  let bytes: [UInt8]
  let isPrivate: Bool

  init(_ answer: PortalAnswer?) {
    status = answer?.status ?? 0
    var (html, location, bytes, isPrivate) = ("", "", [UInt8](), false)
    switch answer?.body {
    case .page(let page): (html, isPrivate) = (page.html, page.isPrivate)
    case .redirect(let path): location = path
    case .file(_, let file, _): bytes = file
    case nil: break
    }
    (self.html, self.location, self.bytes, self.isPrivate) = (html, location, bytes, isPrivate)
  }
}
