// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import PlanPackage
import Programme
import Testing

@Suite struct `The bodies of a plan` {
  private func tiny() throws -> MeetingsPlan {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/tiny").path
    return MeetingsPlan(try PlanReader(folder: folder).plan())
  }

  @Test func `have seats with the holder that is published`() throws {
    let board = try #require(try tiny().body("board"))
    #expect(board.quorum == 2)
    #expect(board.isPublic == true)
    #expect(board.seats.map(\.standing) == [.chair, .voting, .observer])
    #expect(board.seats.first?.person == "A. Person")
    #expect(board.seats(on: MeetingsRoom.day("2025-10-31")).isEmpty)
    #expect(board.seats(on: MeetingsRoom.day("2025-11-01")).count == 3)
  }

  @Test func `meet about workstreams that had other names in earlier papers`() throws {
    let workstream = try #require(try tiny().workstream("local-care"))
    #expect(workstream.names.map(\.name) == ["Care near home", "Local care"])
    #expect(workstream.name(on: MeetingsRoom.day("2025-11-15")) == "Care near home")
    #expect(workstream.name(on: MeetingsRoom.day("2025-12-01")) == "Local care")
    #expect(workstream.name(on: MeetingsRoom.day("2020-01-01")) == "Local care")
  }

  @Test func `know who can own an action`() throws {
    let plan = try tiny()
    #expect(plan.has(.office))
    #expect(plan.has(.workstream("local-care")))
    #expect(plan.name(of: .organisation("hospital-trust")) == "The hospital trust")
    #expect(!plan.has(RecordOwner(key: "person/somebody")))
  }
}
