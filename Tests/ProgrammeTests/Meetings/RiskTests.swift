// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Testing

@Suite struct `A risk` {
  private func proposal(_ consequence: Int = 4, _ likelihood: Int = 4) throws -> RiskProposal {
    var proposal = RiskProposal(
      kind: .risk, text: "Too few staff", owner: .workstream("digital"),
      inherent: try #require(RiskScore(consequence: consequence, likelihood: likelihood)),
      reviewBy: MeetingsRoom.day("2017-05-01"))
    proposal.workstream = "digital"
    return proposal
  }

  @Test(arguments: [
    (1, 3, RiskScore.Band.low), (2, 2, .moderate), (2, 3, .moderate), (2, 4, .high),
    (3, 4, .high), (3, 5, .extreme), (5, 3, .extreme), (5, 5, .extreme), (1, 5, .moderate),
  ])
  func `is in the band of its product`(consequence: Int, likelihood: Int, band: RiskScore.Band) {
    #expect(RiskScore(consequence: consequence, likelihood: likelihood)?.band == band)
  }

  @Test func `has no score outside the matrix`() {
    #expect(RiskScore(consequence: 0, likelihood: 3) == nil)
    #expect(RiskScore(consequence: 3, likelihood: 6) == nil)
  }

  @Test func `keeps each score with its day and its entry`() async throws {
    let room = try MeetingsRoom()
    let id = try await room.risks.raise(try proposal(), by: MeetingsRoom.office)
    room.go(to: "2017-04-20")
    try await room.risks.score(
      id, .residual, try #require(RiskScore(consequence: 4, likelihood: 2)), reason: "Posts filled",
      by: MeetingsRoom.office)
    let risk = try #require(try room.risks.state()[id])
    #expect(risk.current(on: MeetingsRoom.day("2017-04-19"))?.score.value == 16)
    #expect(risk.current()?.score.value == 8)
    #expect(risk.current()?.entry == 2)
    #expect(risk.scores.map(\.stage) == [.inherent, .residual])
  }

  @Test func `points at an assumption that the plan has`() async throws {
    let room = try MeetingsRoom()
    var wrong = try proposal()
    wrong.assumption = "nothing"
    wrong.target = RiskScore(consequence: 5, likelihood: 5)
    do {
      try await room.risks.addAll([wrong], by: MeetingsRoom.office)
      Issue.record("The risk was taken.")
    } catch {
      guard case .faults(let faults) = error else { throw error }
      #expect(faults.map(\.field) == ["1.assumption", "1.target"])
    }
    var right = try proposal()
    right.assumption = "growth"
    let id = try await room.risks.raise(right, by: MeetingsRoom.office)
    let view = RiskView(
      plan: room.plan, state: try room.risks.state(), texts: room.texts, day: room.today)
    #expect(view[id]?.assumption?.name == "Growth")
  }

  @Test func `goes before a body and back, and cannot move once it is closed`() async throws {
    let room = try MeetingsRoom()
    let id = try await room.risks.raise(try proposal(), by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.risks.escalate(id, to: "nobody", reason: "Why", by: MeetingsRoom.office)
    }
    try await room.risks.escalate(id, to: "board", reason: "Why", by: MeetingsRoom.office)
    #expect(try room.risks.state()[id]?.escalated?.value == "board")
    try await room.risks.giveBack(id, reason: "Done", by: MeetingsRoom.office)
    #expect(try room.risks.state()[id]?.escalated == nil)
    try await room.risks.close(id, reason: "Gone", by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.risks.review(
        id, next: MeetingsRoom.day("2017-09-01"), by: MeetingsRoom.office)
    }
  }

  @Test func `that moved is named with the scores before and after`() async throws {
    let room = try MeetingsRoom()
    let worse = try await room.risks.raise(try proposal(3, 3), by: MeetingsRoom.office)
    let closed = try await room.risks.raise(try proposal(2, 2), by: MeetingsRoom.office)
    try await room.risks.raise(try proposal(1, 1), by: MeetingsRoom.office)
    room.go(to: "2017-05-02")
    try await room.risks.score(
      worse, .residual, try #require(RiskScore(consequence: 3, likelihood: 5)), reason: "Near",
      by: MeetingsRoom.office)
    try await room.risks.close(closed, reason: "Gone", by: MeetingsRoom.office)
    try await room.risks.raise(try proposal(5, 5), by: MeetingsRoom.office)
    let view = RiskView(
      plan: room.plan, state: try room.risks.state(), texts: room.texts, day: room.today)
    let moved = view.movements(since: MeetingsRoom.day("2017-05-01"))
    #expect(moved.map(\.what) == [.worse, .closed, .new])
    #expect(moved.first?.from?.value == 9)
    #expect(moved.first?.to?.value == 15)
    #expect(view.open.map(\.value) == [25, 15, 1])
    #expect(view.lines(consequence: 3, likelihood: 5).count == 1)
    #expect(view.reviewsOverdue.count == 3)
  }
}
