// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import PlanPackage
import Synchronization
import Testing

@testable import Programme

@Suite struct `Joint decisions as of a day` {
  @Test func `are in lists by how they stand, with defects and the next lawful day`() async throws {
    let stage = try DecisionStage()
    _ = try await stage.decided()
    try await stage.desk.propose(
      stage.proposal("Later", on: "2018-04-12"), by: stage.clerk)
    let view = DecisionView(
      plan: stage.plan.authority, state: try stage.desk.state(), day: DecisionStage.today)
    #expect(view.invalid.map(\.record.proposal.title) == ["Three units"])
    #expect(view.taken.isEmpty)
    let pending = try #require(view.pending.first)
    #expect(pending.defects.map(\.body) == ["c"])
    // From 1 March: notice is enough for 27 March, approval until 22 May, committee on 14 June.
    #expect(pending.defects.first?.leadDays == 82)
    #expect(pending.earliest == DecisionStage.day("2018-06-14"))
    #expect(pending.critical == "Group C")
    #expect(view.nextLawful.first?.day == DecisionStage.day("2018-06-14"))
    #expect(pending.path == "/programme/decisions/2")
  }

  @Test func `forget nothing when the constitution is amended`() async throws {
    let stage = try DecisionStage()
    _ = try await stage.decided()
    try await stage.amend()
    let view = DecisionView(
      plan: stage.plan.authority, state: try stage.desk.state(), day: DecisionStage.today)
    let invalid = try #require(view.invalid.first)
    #expect(invalid.defects.map(\.body) == ["c"])
    #expect(invalid.earliest == DecisionStage.day("2018-03-08"))
    #expect(invalid.critical == nil)
  }
}

@Suite struct `Meetings by a rule` {
  @Test func `fall on their weekdays`() {
    let pattern = MeetingPattern(months: [1, 2, 9], week: 2, weekday: 3)
    let days = pattern.days(
      from: DecisionStage.day("2018-09-13"), to: DecisionStage.day("2019-02-14"))
    // Second Thursdays: the stroke workshop and the stroke decision were on two of them.
    #expect(days.map(\.iso) == ["2018-09-13", "2019-01-10", "2019-02-14"])
    #expect(pattern.text == "the second Thursday of January, February, September")
    #expect(pattern.days(from: DecisionStage.today, to: DecisionStage.day("2017-01-01")).isEmpty)
  }
}

@Suite struct `A made-up programme of joint decisions` {
  @Test func `has one of each kind, and ratifies what was invalid`() async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Plans/kent-and-medway").path
    let plan = ProgrammePlan(try PlanReader(folder: folder).plan())
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = StageClock()
    let data = try DataFolder(path: path, clock: { clock.now })
    let stage = ProgrammeStage(
      data: data, plan: plan, clock: { clock.now },
      office: Author(id: "office", role: "programme-office"), seed: 1,
      first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    for step in try DecisionsDemonstration.steps(stage).sorted(by: { $0.time < $1.time }) {
      clock.set(step.time)
      try await step.act()
    }
    let state = try data.ledger.state(DecisionState.self)
    #expect(
      state.decisions.map(\.status) == [
        .ratified, .notCarried, .decided, .invalid, .proposed, .proposed,
      ])
    let first = try #require(state.decisions.first?.sittings.first?.closing)
    #expect(first.defects.map(\.body) == ["ccg-swale"])
    let view = DecisionView(plan: plan.authority, state: state, day: stage.last)
    #expect(view.pending.map(\.defects.isEmpty) == [false, true])
    #expect(state.recommendations.count == 2)
    #expect(try data.ledger.verify().isSound)
    // As of the day of the first vote it was invalid, and nobody knew better.
    let then = try data.ledger.state(
      DecisionState.self, asOf: LondonTime.moment(DecisionStage.day("2017-09-15"), minutes: 0))
    #expect(then.decisions.map(\.status) == [.invalid])
  }
}

/// A clock that is set by hand.
private final class StageClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 0))
  var now: Date { time.withLock { $0 } }
  func set(_ date: Date) { time.withLock { $0 = date } }
}
