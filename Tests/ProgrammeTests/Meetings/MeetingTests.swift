// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Testing

@Suite struct `A meeting` {
  @Test func `has a quorum of the voting seats that were taken`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.held(["chair", "trust", "guest"])
    let meeting = try #require(try room.meetings.state()[held.meeting])
    let quorum = meeting.quorum(of: room.plan.bodies[0])
    #expect(quorum == QuorumCount(taken: 2, seats: 3, needed: 2))
    #expect(quorum.isReached == true)
    #expect(quorum.text == "2 of 3 voting seats were taken; the quorum is 2, so it was reached.")
  }

  @Test func `says that no quorum is published when none is`() async throws {
    let room = try MeetingsRoom(quorum: nil)
    let held = try await room.held(["chair"])
    let meeting = try #require(try room.meetings.state()[held.meeting])
    #expect(meeting.quorum(of: room.plan.bodies[0]).isReached == nil)
    #expect(
      meeting.quorum(of: room.plan.bodies[0]).text
        == "1 of 3 voting seats were taken; no quorum is published.")
  }

  @Test func `cannot agree an item when those who left for it make it too small`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.held(["chair", "trust"])
    try await room.meetings.declare(
      held.meeting, item: held.item, seat: "trust", text: "Could win the work", handling: .left,
      by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.meetings.minute(
        held.meeting, item: held.item, text: "Yes", outcome: .agreed, by: MeetingsRoom.office)
    }
    try await room.meetings.minute(
      held.meeting, item: held.item, text: "Put off", outcome: .deferred, by: MeetingsRoom.office)
  }

  @Test func `is minuted, drafted, agreed and signed, in that order`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.held()
    let desk = room.meetings
    await #expect(throws: EventRefusal.self) {
      try await desk.draft(held.meeting, by: MeetingsRoom.office)
    }
    try await desk.minute(
      held.meeting, item: held.item, text: "Yes", outcome: .agreed, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.agree(held.meeting, by: MeetingsRoom.office)
    }
    try await desk.draft(held.meeting, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.sign(held.meeting, seat: "chair", by: MeetingsRoom.office)
    }
    try await desk.agree(held.meeting, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.sign(held.meeting, seat: "guest", by: MeetingsRoom.office)
    }
    try await desk.sign(held.meeting, seat: "chair", by: MeetingsRoom.office)
    #expect(try desk.state()[held.meeting]?.stage == .signed)
  }

  @Test func `keeps agreed minutes as they are, with corrections beside them`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.minuted()
    let desk = room.meetings
    await #expect(throws: EventRefusal.self) {
      try await desk.correct(
        held.meeting, item: held.item, text: "Wrong", by: MeetingsRoom.office)
    }
    try await desk.agree(held.meeting, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.minute(
        held.meeting, item: held.item, text: "Else", outcome: .noted, by: MeetingsRoom.office)
    }
    try await desk.correct(
      held.meeting, item: held.item, text: "It was the second item.", by: MeetingsRoom.office)
    let view = MeetingView(
      plan: room.plan, state: try desk.state(), texts: room.texts, day: room.today)
    #expect(view[held.meeting]?.items.first?.minute == "Local care comes first.")
    #expect(view[held.meeting]?.items.first?.corrections == ["It was the second item."])
  }

  @Test func `has an agenda made from the record`() async throws {
    let room = try MeetingsRoom()
    _ = try await room.minuted()
    try await room.actions.raise(
      ActionProposal(text: "Do it", owner: .office, due: room.today), by: MeetingsRoom.office)
    let risk = try await room.risks.raise(
      RiskProposal(
        kind: .risk, text: "It may rain", owner: .office,
        inherent: try #require(RiskScore(consequence: 3, likelihood: 3)),
        reviewBy: MeetingsRoom.day("2018-01-01")), by: MeetingsRoom.office)
    try await room.risks.escalate(risk, to: "board", reason: "Why", by: MeetingsRoom.office)
    let items = try AgendaDraft(
      room.data.ledger, plan: room.plan,
      further: [{ _, _ in [.init("A decision", .decide, from: .decisions)] }]
    ).items(for: "board", on: MeetingsRoom.day("2017-05-22"))
    #expect(
      items.map(\.from) == [.interests, .minutes, .actions, .workstreams, .risks, .decisions])
    #expect(items.map(\.title).contains("One overdue action"))
    #expect(items.map(\.title).contains("Minutes of 24 April 2017"))
  }

  @Test(arguments: [
    ("/programme/risks", true), ("https://example.org/a", true), ("javascript:alert(1)", false),
    ("//example.org", false), ("http://example.org", false), ("https://", false), ("", false),
  ])
  func `takes papers on this site or behind https alone`(address: String, isTaken: Bool)
    async throws
  {
    let room = try MeetingsRoom()
    let held = try await room.held()
    do {
      try await room.meetings.attach(
        .init("Paper", address), to: held.item, of: held.meeting, by: MeetingsRoom.office)
      #expect(isTaken)
    } catch {
      #expect(!isTaken)
    }
  }

  @Test func `is not held before its day, nor called twice for one`() async throws {
    let room = try MeetingsRoom()
    let day = MeetingsRoom.day("2017-04-24")
    let id = try await room.meetings.call(
      "board", on: day, start: 840, agenda: [.init("One", .note)], by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.meetings.attend(
        id, [SeatAttendance("chair", .present)], by: MeetingsRoom.office)
    }
    await #expect(throws: EventRefusal.self) {
      try await room.meetings.call(
        "board", on: day, start: 600, agenda: [.init("One", .note)], by: MeetingsRoom.office)
    }
    try await room.meetings.cancel(id, reason: "Snow", by: MeetingsRoom.office)
    #expect(try room.meetings.state().meetings(of: "board").isEmpty)
  }
}

@Suite struct `The register of interests` {
  @Test func `keeps an interest with its last day`() async throws {
    let room = try MeetingsRoom()
    let desk = InterestDesk(room.data.ledger, plan: room.plan)
    try await desk.register(
      "board", seat: "trust", kind: .indirect, text: "A relation works there", from: room.today,
      by: MeetingsRoom.office)
    let line = try #require(
      try room.data.ledger.state(InterestState.self).register(of: "board").first)
    try await desk.end(
      "board", interest: line.interest.value.id, on: room.today, by: MeetingsRoom.office)
    #expect(
      try room.data.ledger.state(InterestState.self).register(of: "board").first?.to == room.today)
    await #expect(throws: EventRefusal.self) {
      try await desk.register(
        "board", seat: "nobody", kind: .financial, text: "Shares", from: room.today,
        by: MeetingsRoom.office)
    }
  }
}
