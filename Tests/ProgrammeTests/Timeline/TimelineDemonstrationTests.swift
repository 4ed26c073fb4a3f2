// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Synchronization
import Testing

@Suite struct `The made-up life of a timeline` {
  /// A plan over two years: three chained activities, a gate whose day is known, one that is open.
  private var plan: ProgrammePlan {
    var plan = ProgrammePlan(title: "Plan")
    var timeline = TimelineBench.plan
    timeline.activities[3].finished = TimelineBench.day("2018-01-31")
    var later = TimelineActivity(
      id: "building", workstream: "hospital", label: "Build", kind: .activity, days: 300)
    later.low = 200
    later.high = 500
    var open = TimelineActivity(
      id: "go-live", workstream: "hospital", label: "The service opens", kind: .gate)
    open.agreed = TimelineBench.day("2018-12-31")
    timeline.activities += [later, open]
    timeline.links += [TimelineLink("opens", "building"), TimelineLink("building", "go-live")]
    plan.timeline = timeline
    return plan
  }

  @Test func `keeps its rules, says that it is synthetic, and shows something on any day`()
    async throws
  {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let now = Mutex(LondonTime.moment(ProgrammeDemonstration.first, minutes: 0))
    let clock: @Sendable () -> Date = { now.withLock { $0 } }
    let data = try DataFolder(path: path, clock: clock)
    let plan = plan
    let stage = ProgrammeStage(
      data: data, plan: plan, clock: clock, office: TimelineBench.office, seed: 5,
      first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    for step in try ProgrammeDemonstration.steps(stage) {
      now.withLock { $0 = step.time }
      try await step.act()
    }

    let state = try data.ledger.state(TimelineState.self)
    #expect(state.baselines.map(\.baseline.on.iso) == ["2016-10-21", "2017-04-24", "2017-12-14"])
    #expect(state.progress["records"]?.finished != nil)
    #expect(state.handshakes["records>opens"]?.status != nil)
    for reference in state.baselines.map(\.baseline.reason) {
      #expect(try data.ledger.content(reference.id)?.hasPrefix("Synthetic") == true)
    }
    let end = TimelineView(plan: plan.timeline, state: state, day: ProgrammeDemonstration.last)
    #expect(end.gate("opens")?.status == .done)
    #expect(end.gate("go-live")?.isDone == false)
    #expect(end.problem == nil)
    #expect(end.activity("synthetic-readiness-review")?.isDone == true)
  }
}
