// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Synchronization

/// A network of a handful of activities over a data folder of its own, with a clock to set.
final class TimelineBench: Sendable {
  let data: DataFolder
  let plan: TimelinePlan
  private let clock = Clock()
  static let office = Author(id: "office", role: "programme-office")

  init(_ plan: TimelinePlan = TimelineBench.plan) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    self.plan = plan
    let clock = clock
    data = try DataFolder(path: path, clock: { Self.noon(clock.day.withLock { $0 }) })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  /// Records (40 days, digital) and case (30 days, hospital) lead to a gate; a team (20 days,
  /// workforce) leads to the gate as well.
  static var plan: TimelinePlan {
    var plan = TimelinePlan()
    plan.workstreams = [
      "digital": "Digital", "hospital": "Hospital care", "workforce": "Workforce",
    ]
    plan.rules.amberDays = 14
    var gate = TimelineActivity(
      id: "opens", workstream: "hospital", label: "The consultation opens", kind: .gate)
    gate.agreed = day("2017-05-20")
    plan.activities = [
      TimelineActivity(
        id: "records", workstream: "digital", label: "Shared records", kind: .activity, days: 40),
      TimelineActivity(
        id: "case", workstream: "hospital", label: "Write the case", kind: .activity, days: 30),
      TimelineActivity(
        id: "team", workstream: "workforce", label: "Find the team", kind: .activity, days: 20),
      gate,
    ]
    var give = TimelineLink("records", "opens")
    give.isDependency = true
    give.byWhen = day("2017-05-01")
    plan.links = [give, TimelineLink("case", "opens"), TimelineLink("team", "opens")]
    return plan
  }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }
  private static func noon(_ day: CivilDay) -> Date { LondonTime.moment(day, minutes: 720) }

  var desk: TimelineDesk {
    TimelineDesk(data, plan: plan, clock: { [clock] in Self.noon(clock.day.withLock { $0 }) })
  }

  func go(to text: String) { clock.day.withLock { $0 = Self.day(text) } }

  /// The timeline at the end of a day, with what was known then.
  func view(_ text: String) throws -> TimelineView {
    let day = Self.day(text)
    let moment = LondonTime.moment(day.adding(1), minutes: 0).addingTimeInterval(-0.001)
    return TimelineView(
      plan: plan, state: try data.ledger.state(TimelineState.self, asOf: moment), day: day)
  }

  /// The day that the rules take for today.
  private final class Clock: Sendable {
    let day = Mutex(TimelineBench.day("2017-04-01"))
  }
}
