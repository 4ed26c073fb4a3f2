// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Programme
import Testing

@Suite struct `The made-up meetings of a programme` {
  @Test func `fill two years through the rules, and each text says that it is made up`()
    async throws
  {
    let room = try MeetingsRoom(quorum: nil)
    room.go(to: "2016-04-01")
    var plan = ProgrammePlan(title: "Plan")
    plan.meetings = room.plan
    let stage = ProgrammeStage(
      data: room.data, plan: plan, clock: { room.now }, office: MeetingsRoom.office, seed: 1,
      first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    let steps = try ProgrammeDemonstration.steps(stage)
    for step in steps {
      room.go(at: step.time)
      try await step.act()
    }
    let meetings = try room.meetings.state()
    #expect(meetings.meetings.count == 24)
    #expect(meetings.meetings(of: "board").map(\.on.value.iso).contains("2017-04-24"))
    #expect(try room.actions.state().actions.count == 60)
    #expect(try room.risks.state().risks.count == 30)
    #expect(try room.updates.state().updates.count { $0.published != nil } == 24)
    let reported = room.plan.workstreams.map { try? room.status.state().reports($0.id).count }
    #expect(reported.allSatisfy { (18...24).contains($0 ?? 0) })
    let actions = ActionView(
      plan: room.plan, state: try room.actions.state(), texts: room.texts,
      day: ProgrammeDemonstration.last)
    #expect((actions.open + actions.ended).allSatisfy { $0.text.hasPrefix("Synthetic") })
    #expect(!actions.overdue.isEmpty)
  }
}
