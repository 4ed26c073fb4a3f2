// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import PlanPackage
import Portal
import Programme
import Synchronization

/// A portal over a data folder of its own, with a board, two workstreams and a clock that moves.
final class MeetingsSite: Sendable {
  let data: DataFolder
  let portal: Portal
  let plan: MeetingsPlan
  static let office = Author(id: "office", role: "programme-office")

  init() throws {
    let box = ClockOfSite(Self.moment("2017-04-24"))
    clock = box
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: { box.now })
    plan = Self.plan
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { box.now },
      prose: { "<p>\($0)</p>" })
    services.programme.meetings = plan
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  let clock: ClockOfSite

  final class ClockOfSite: Sendable {
    private let time: Mutex<Date>
    init(_ start: Date) { time = Mutex(start) }
    var now: Date { time.withLock { $0 } }
    func move(_ to: Date) { time.withLock { $0 = to } }
  }

  static func moment(_ day: String) -> Date {
    LondonTime.moment(CivilDay(day) ?? CivilDay(number: 0), minutes: 600)
  }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  func go(to day: String) { clock.move(Self.moment(day)) }

  private static let plan: MeetingsPlan = {
    var board = GovernanceBody(id: "board", name: "The board", purpose: "Steers.")
    board.quorum = 2
    board.seats = [
      GovernanceSeat(id: "chair", role: "The chair", standing: .chair),
      GovernanceSeat(id: "trust", role: "The trust", standing: .voting),
      GovernanceSeat(id: "guest", role: "A guest", standing: .observer),
    ]
    var plan = MeetingsPlan()
    plan.bodies = [board]
    plan.themes = [NamedThing(id: "care", name: "Care")]
    plan.workstreams = [
      ReportingWorkstream(id: "digital", name: "Digital", theme: "care"),
      ReportingWorkstream(id: "estates", name: "Estates", theme: "care"),
    ]
    return plan
  }()

  func get(_ path: String, as role: Role? = nil, query: String = "") async -> Shown {
    await send(
      PortalRequest(method: .get, path: Self.parts(path), query: FormFields(encoded: query)), role)
  }

  func post(
    _ path: String, _ fields: [(String, String)], as role: Role? = .programmeOffice
  ) async -> Shown {
    await send(
      PortalRequest(
        method: .post, path: Self.parts(path),
        fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), role)
  }

  private func send(_ request: PortalRequest, _ role: Role?) async -> Shown {
    Shown(await portal.answer(request, EventsSite.visit(role)))
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }
}
