// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Testing

@Suite struct `The status of a workstream` {
  private let april = ReportingMonth(MeetingsRoom.day("2017-04-01"))

  @Test func `follows the stated rules`() {
    var evidence = StatusEvidence()
    #expect(StatusRule.status(evidence).level == .onTrack)
    evidence.overdueActions = 1
    evidence.longestOverdue = 30
    #expect(StatusRule.status(evidence).level == .concern)
    evidence.longestOverdue = 31
    #expect(StatusRule.status(evidence).level == .offTrack)
    evidence = StatusEvidence()
    evidence.highestRisk = 15
    #expect(StatusRule.status(evidence).level == .concern)
    evidence.highestRisk = 20
    #expect(StatusRule.status(evidence).level == .offTrack)
    evidence = StatusEvidence()
    evidence.lateWork = ["The first piece is late."]
    #expect(StatusRule.status(evidence).reasons == ["The first piece is late."])
    evidence.lateWork.append("The second is late.")
    #expect(StatusRule.status(evidence).level == .offTrack)
  }

  @Test func `is computed from its own actions and risks`() async throws {
    let room = try MeetingsRoom()
    try await room.actions.raise(
      ActionProposal(text: "Do it", owner: .workstream("digital"), due: room.today),
      by: MeetingsRoom.office)
    room.go(to: "2017-04-15")
    let view = try room.statusView()
    #expect(view["digital"]?.computed == .concern)
    #expect(view["digital"]?.reasons == ["1 action is overdue."])
    #expect(view["estates"]?.computed == .onTrack)
  }

  @Test func `may be set by hand with a reason and an end, after which it is the computed one`()
    async throws
  {
    let room = try MeetingsRoom()
    var words = StatusDesk.Words(achieved: "Met", next: "Meet")
    words.level = .offTrack
    await #expect(throws: EventRefusal.self) {
      try await room.status.report("digital", april, words, by: MeetingsRoom.office)
    }
    words.reason = "The supplier has stopped."
    words.until = MeetingsRoom.day("2017-12-01")
    await #expect(throws: EventRefusal.self) {
      try await room.status.report("digital", april, words, by: MeetingsRoom.office)
    }
    words.until = MeetingsRoom.day("2017-05-10")
    try await room.status.report("digital", april, words, by: MeetingsRoom.office)
    #expect(try room.statusView()["digital"]?.level == .offTrack)
    #expect(try room.statusView()["digital"]?.overrideReason == "The supplier has stopped.")
    room.go(to: "2017-05-11")
    #expect(try room.statusView()["digital"]?.level == .onTrack)
  }

  @Test func `is frozen with the month, and a late report says so`() async throws {
    let room = try MeetingsRoom()
    let words = StatusDesk.Words(achieved: "Met", next: "Meet")
    try await room.status.report("digital", april, words, by: MeetingsRoom.office)
    try await room.status.freeze(april, by: MeetingsRoom.office)
    #expect(try room.status.state().frozen[april]?.value == ["estates"])
    await #expect(throws: EventRefusal.self) {
      try await room.status.report("digital", april, words, by: MeetingsRoom.office)
    }
    await #expect(throws: EventRefusal.self) {
      try await room.status.freeze(april, by: MeetingsRoom.office)
    }
    try await room.status.report("estates", april, words, by: MeetingsRoom.office)
    #expect(try room.status.state().report("estates", april)?.isLate == true)
    #expect(try room.status.state().report("digital", april)?.isLate == false)
  }

  @Test func `says what changed since an earlier day`() async throws {
    let room = try MeetingsRoom()
    let before = try room.statusView()
    try await room.status.report(
      "digital", april, StatusDesk.Words(achieved: "Met", next: "Meet"), by: MeetingsRoom.office)
    let changes = try room.statusView().changes(since: before)
    #expect(changes.map(\.workstream.id) == ["digital"])
    #expect(changes.first?.report?.report.period == april)
  }

  @Test func `has months that follow each other`() throws {
    let december = try #require(ReportingMonth("2017-12"))
    #expect(december.next.iso == "2018-01")
    #expect(december.text == "December 2017")
    #expect(december.last.iso == "2017-12-31")
    #expect(december.previous.iso == "2017-11")
    #expect(ReportingMonth("2017-13") == nil)
  }
}
