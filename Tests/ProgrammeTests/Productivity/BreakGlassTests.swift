// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

/// A break-glass log in a folder of its own, on a Wednesday.
private final class Log {
  let data: DataFolder
  let desk: BreakGlassDesk
  static let today = CivilDay(number: 17_261)  // Wednesday 5 April 2017
  let office = Author(id: "office", role: "programme-office")
  let approver = Author(id: "approver", role: "programme-office")

  init() throws {
    let now = LondonTime.moment(Log.today, minutes: 600)
    data = try DataFolder(
      path: NSTemporaryDirectory() + "break-glass-" + UUID().uuidString, clock: { now })
    desk = BreakGlassDesk(
      data, organisations: [NamedThing(id: "trust", name: "Trust")], clock: { now })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  func setPolicy(from day: CivilDay = Log.today.adding(-30)) async throws {
    try await desk.setPolicy(
      from: day,
      percents: ["junior-doctors": 55, "other-clinical": 55, "non-clinical": 55],
      approver: "Director on call", by: office)
  }

  func wish(_ change: (inout BreakGlassWish) -> Void = { _ in }) -> BreakGlassWish {
    var wish = BreakGlassWish(
      on: Log.today, organisation: "trust", group: "other-clinical", shifts: 2, hours: 20,
      basicRate: 20, rate: 38, reason: "Synthetic: no cover at night.")
    change(&wish)
    return wish
  }
}

@Suite struct `The break-glass log` {
  @Test func `takes a request above the maximum, and somebody else decides`() async throws {
    let log = try Log()
    try await log.setPolicy()
    try await log.desk.request(log.wish(), by: log.office, token: "token-one")
    try await log.desk.request(log.wish(), by: log.office, token: "token-one")
    let state = try log.desk.state()
    let record = try #require(state.records.first)
    #expect(state.records.count == 1)
    #expect(record.request.maximum == 31)
    #expect(record.request.aboveMaximum == 140)
    #expect(record.sequence == 2)
    let id = record.request.id
    await #expect(throws: EventRefusal.self) {
      try await log.desk.decide(id, isApproved: true, words: "Yes.", by: log.office)
    }
    try await log.desk.decide(id, isApproved: true, words: "Synthetic: yes.", by: log.approver)
    let decided = try #require(try log.desk.state().records.first)
    #expect(decided.decision?.isApproved == true && !decided.isAfterTheFact)
    #expect(decided.decisionSequence == 3)
    await #expect(throws: EventRefusal.notNow("This was decided on 5 April 2017.")) {
      try await log.desk.decide(id, isApproved: false, words: "No.", by: log.approver)
    }
    #expect(try log.desk.state().waiting.isEmpty)
    await #expect(throws: EventRefusal.notFound) {
      try await log.desk.decide("none", isApproved: true, words: "x", by: log.approver)
    }
  }

  @Test func `refuses what needs no approval and what makes no sense, all at once`() async throws {
    let log = try Log()
    await refusal(log, log.wish(), ["on"])
    try await log.setPolicy()
    await refusal(log, log.wish { $0.rate = 31 }, ["rate"])
    await refusal(
      log,
      log.wish {
        $0.organisation = "x"
        $0.group = "x"
        $0.shifts = 0
        $0.hours = 30
        $0.basicRate = -1
        $0.reason = " "
      }, ["group", "shifts", "hours", "basic", "reason", "organisation"])
    await refusal(log, log.wish { $0.on = Log.today.adding(61) }, ["on"])
    await refusal(log, log.wish { $0.on = Log.today.adding(-31) }, ["on"])
    #expect(try log.desk.state().records.isEmpty)
  }

  private func refusal(_ log: Log, _ wish: BreakGlassWish, _ fields: [String]) async {
    do {
      try await log.desk.request(wish, by: log.office)
      Issue.record("\(fields) should have been refused")
    } catch {
      guard case EventRefusal.faults(let faults) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(faults.map(\.field) == fields)
    }
  }

  @Test func `reports a week once, when it is over`() async throws {
    let log = try Log()
    try await log.setPolicy()
    let monday = BreakGlassState.week(of: Log.today.adding(-7))
    try await log.desk.request(log.wish { $0.on = monday.adding(2) }, by: log.office)
    let id = try #require(try log.desk.state().records.first?.request.id)
    try await log.desk.decide(id, isApproved: true, words: "Synthetic: late.", by: log.approver)
    #expect(try log.desk.state().records.first?.isAfterTheFact == true)
    #expect(try log.desk.state().unreported(before: Log.today).count == 4)
    try await log.desk.report(monday, by: log.office)
    let report = try #require(try log.desk.state().reports[monday]?.report)
    #expect(report.requests == 1 && report.shifts == 2 && report.approvedShifts == 2)
    #expect(report.aboveMaximum == 140)
    #expect(try log.desk.state().unreported(before: Log.today).count == 3)
    for week in [monday, monday.adding(7), monday.adding(1)] {
      await #expect(throws: EventRefusal.self) {
        try await log.desk.report(week, by: log.office)
      }
    }
  }

  @Test func `takes the policy that began last`() async throws {
    let log = try Log()
    try await log.setPolicy()
    try await log.desk.setPolicy(
      from: Log.today.adding(10),
      percents: ["junior-doctors": 50, "other-clinical": 40, "non-clinical": 30],
      approver: "Chief nurse", by: log.office)
    let state = try log.desk.state()
    #expect(state.policy(on: Log.today)?.approver == "Director on call")
    #expect(state.policy(on: Log.today.adding(10))?.approver == "Chief nurse")
    #expect(state.policy(on: Log.today.adding(-31)) == nil)
    await #expect(throws: EventRefusal.self) {
      try await log.desk.setPolicy(
        from: Log.today, percents: ["junior-doctors": 500], approver: "", by: log.office)
    }
  }
}
