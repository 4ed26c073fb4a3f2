// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Testing

@Suite struct `A public update` {
  @Test func `is drafted from the record, and every section names its entries`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.held()
    await #expect(throws: EventRefusal.self) {
      try await room.updates.draft(held.meeting, by: MeetingsRoom.office)
    }
    try await room.meetings.minute(
      held.meeting, item: held.item, text: "Local care comes first.", outcome: .agreed,
      by: MeetingsRoom.office)
    var action = ActionProposal(
      text: "Tell the members.", owner: .office, due: MeetingsRoom.day("2017-05-10"))
    action.meeting = held.meeting
    try await room.actions.raise(action, by: MeetingsRoom.office)
    try await room.meetings.draft(held.meeting, by: MeetingsRoom.office)
    try await room.updates.draft(held.meeting, by: MeetingsRoom.office)
    let update = try #require(try room.updates.state()[held.meeting])
    #expect(
      update.sections.map(\.id) == ["meeting", "workstreams", held.item, "decided", "actions"])
    let texts = room.texts
    #expect(texts[update.sections[2].text] == "Local care comes first.")
    #expect(texts[update.sections[4].text] == "Tell the members. Programme office, by 10 May 2017.")
    #expect(update.sections[4].entries == [4])
  }

  @Test func `is published only as it was signed off`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.minuted()
    let desk = room.updates
    try await desk.draft(held.meeting, by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.publish(held.meeting, by: MeetingsRoom.office)
    }
    try await desk.signOff(held.meeting, seat: "chair", by: MeetingsRoom.office)
    try await desk.introduce(held.meeting, text: "Thank you.", by: MeetingsRoom.office)
    await #expect(throws: EventRefusal.self) {
      try await desk.publish(held.meeting, by: MeetingsRoom.office)
    }
    try await desk.signOff(held.meeting, seat: "chair", by: MeetingsRoom.office)
    try await desk.publish(held.meeting, by: MeetingsRoom.office)
    #expect(try desk.state()[held.meeting]?.standing == "Published on 24 April 2017")
    await #expect(throws: EventRefusal.self) {
      try await desk.introduce(held.meeting, text: "Else.", by: MeetingsRoom.office)
    }
    try await desk.correct(held.meeting, text: "One name was wrong.", by: MeetingsRoom.office)
    #expect(try desk.state()[held.meeting]?.corrections.count == 1)
  }

  @Test func `leaves a section out with the reason on the record`() async throws {
    let room = try MeetingsRoom()
    let held = try await room.minuted()
    try await room.updates.draft(held.meeting, by: MeetingsRoom.office)
    try await room.updates.leaveOut(
      held.meeting, section: held.item, reason: "A contract is being let.",
      by: MeetingsRoom.office)
    let update = try #require(try room.updates.state()[held.meeting])
    #expect(!update.sections.map(\.id).contains(held.item))
    #expect(room.texts[update.leftOut[held.item]?.value] == "A contract is being let.")
    await #expect(throws: EventRefusal.self) {
      try await room.updates.signOff(held.meeting, seat: "guest", by: MeetingsRoom.office)
    }
  }
}
