// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Testing

@Suite struct `An action` {
  private func proposal(_ text: String = "Write it down", due: String = "2017-05-01")
    -> ActionProposal
  {
    ActionProposal(text: text, owner: .workstream("digital"), due: MeetingsRoom.day(due))
  }

  @Test func `is overdue from the day after it was due, and not once it is done`() async throws {
    let room = try MeetingsRoom()
    let id = try await room.actions.raise(proposal(), by: MeetingsRoom.office)
    let action = try #require(try room.actions.state()[id])
    #expect(action.daysOverdue(on: MeetingsRoom.day("2017-05-01")) == 0)
    #expect(action.daysOverdue(on: MeetingsRoom.day("2017-05-13")) == 12)

    room.go(to: "2017-05-20")
    try await room.actions.finish(id, on: MeetingsRoom.day("2017-05-19"), by: MeetingsRoom.office)
    let done = try #require(try room.actions.state()[id])
    #expect(!done.isOverdue(on: MeetingsRoom.day("2018-01-01")))
    #expect(done.end?.value == .done(on: MeetingsRoom.day("2017-05-19")))
  }

  @Test func `keeps every date that it was due`() async throws {
    let room = try MeetingsRoom()
    let id = try await room.actions.raise(proposal(), by: MeetingsRoom.office)
    try await room.actions.reschedule(
      id, due: MeetingsRoom.day("2017-06-01"), reason: "Later figures", by: MeetingsRoom.office)
    let action = try #require(try room.actions.state()[id])
    #expect(action.raised.value.due.iso == "2017-05-01")
    #expect(action.due.value.iso == "2017-06-01")
    #expect(action.due.entry == 2)
    #expect(action.history.map(\.entry) == [1, 2])
  }

  @Test func `cannot be done on a day to come, nor twice`() async throws {
    let room = try MeetingsRoom()
    let id = try await room.actions.raise(proposal(), by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.actions.finish(
        id, on: MeetingsRoom.day("2017-04-11"), by: MeetingsRoom.office)
    }
    try await room.actions.finish(id, on: room.today, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await room.actions.finish(id, on: room.today, by: MeetingsRoom.office)
    }
    try await room.actions.reopen(id, reason: "Not quite", by: MeetingsRoom.office)
    #expect(try room.actions.state()[id]?.isOpen == true)
  }

  @Test func `is raised once for a token`() async throws {
    let room = try MeetingsRoom()
    let first = try await room.actions.raise(proposal(), by: MeetingsRoom.office, token: "t")
    let second = try await room.actions.raise(proposal(), by: MeetingsRoom.office, token: "t")
    #expect(first == second)
    #expect(try room.actions.state().actions.count == 1)
  }

  @Test func `of many, one that is wrong keeps all out, and every fault is told`() async throws {
    let room = try MeetingsRoom()
    var wrong = proposal("")
    wrong.owner = .workstream("nothing")
    var lost = proposal()
    lost.workstream = "nothing"
    do {
      try await room.actions.addAll([proposal(), wrong, lost], by: MeetingsRoom.office)
      Issue.record("The actions were taken.")
    } catch {
      guard case .faults(let faults) = error else { throw error }
      #expect(faults.map(\.field) == ["2.text", "2.owner", "3.workstream"])
    }
    #expect(try room.actions.state().actions.isEmpty)
    let ids = try await room.actions.addAll(
      [proposal("One"), proposal("Two")], by: MeetingsRoom.office)
    #expect(ids.count == 2)
  }

  @Test func `stands in the view with the longest overdue first`() async throws {
    let room = try MeetingsRoom()
    for (text, due) in [("New", "2017-06-01"), ("Old", "2017-04-12"), ("Older", "2017-04-11")] {
      try await room.actions.raise(proposal(text, due: due), by: MeetingsRoom.office)
    }
    let view = ActionView(
      plan: room.plan, state: try room.actions.state(), texts: room.texts,
      day: MeetingsRoom.day("2017-04-20"))
    #expect(view.open.map(\.text) == ["Older", "Old", "New"])
    #expect(view.overdue.map(\.standing) == ["Overdue by 9 days", "Overdue by 8 days"])
    #expect(view.byOwner.map(\.owner) == ["Workstream: Digital"])
  }
}
