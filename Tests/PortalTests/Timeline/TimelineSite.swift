// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Programme
import Synchronization

/// A portal over a small timeline in a data folder of its own, on a day that can be set.
final class TimelineSite: Sendable {
  let data: DataFolder
  let portal: Portal
  private let clock = Clock()
  private let plan: TimelinePlan
  static let office = Author(id: "office", role: "programme-office")

  init(_ plan: TimelinePlan = TimelineSite.plan) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    self.plan = plan
    let clock = clock
    let now: @Sendable () -> Date = { LondonTime.moment(clock.day.withLock { $0 }, minutes: 720) }
    data = try DataFolder(path: path, clock: now)
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: now, prose: { "<p>\($0)</p>" })
    services.programme.timeline = plan
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  /// Records (40 days, digital) and case (30 days, hospital care) lead to a gate.
  static var plan: TimelinePlan {
    var plan = TimelinePlan()
    plan.workstreams = ["digital": "Digital", "hospital": "Hospital care"]
    plan.rules.amberDays = 14
    plan.rules.schedules = 200
    var records = TimelineActivity(
      id: "records", workstream: "digital", label: "Shared records", kind: .activity, days: 40)
    records.low = 30
    records.high = 60
    records.condition = "depends on the supplier"
    records.reason = "No length is published."
    var gate = TimelineActivity(
      id: "opens", workstream: "hospital", label: "The consultation opens", kind: .gate)
    gate.agreed = day("2017-05-20")
    gate.isStated = true
    plan.activities = [
      records,
      TimelineActivity(
        id: "case", workstream: "hospital", label: "Write the case", kind: .activity, days: 30),
      gate,
    ]
    var give = TimelineLink("records", "opens")
    give.isDependency = true
    give.byWhen = day("2017-05-01")
    plan.links = [give, TimelineLink("case", "opens")]
    return plan
  }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  func go(to text: String) { clock.day.withLock { $0 = Self.day(text) } }

  var desk: TimelineDesk {
    TimelineDesk(
      data, plan: plan,
      clock: { [clock] in LondonTime.moment(clock.day.withLock { $0 }, minutes: 720) })
  }

  func get(_ path: String, _ query: String = "", as role: Role? = nil) async -> Shown {
    let request = PortalRequest(
      method: .get, path: Self.parts(path), query: FormFields(encoded: query))
    return Shown(await portal.answer(request, EventsSite.visit(role)))
  }

  func post(
    _ path: String, _ fields: KeyValuePairs<String, String>, as role: Role? = .programmeOffice
  ) async -> Shown {
    let request = PortalRequest(
      method: .post, path: Self.parts(path),
      fields: FormFields(fields.map { (name: $0.key, value: $0.value) }))
    return Shown(await portal.answer(request, EventsSite.visit(role)))
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  /// The day that the rules take for today.
  private final class Clock: Sendable {
    let day = Mutex(TimelineSite.day("2017-04-01"))
  }
}
