// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

@Suite struct `The rules by which papers are issued` {
  private static let today = CivilDay(number: 17_440)

  private func desk() throws -> (desk: PaperDesk, data: DataFolder) {
    let now = LondonTime.moment(Self.today, minutes: 600)
    let data = try DataFolder(path: NSTemporaryDirectory() + "paper-desk-\(UUID().uuidString)") {
      now
    }
    var plan = ProgrammePlan(title: "Plan")
    plan.workstreams = [NamedThing(id: "digital", name: "Digital")]
    return (PaperDesk(data, plan: plan, clock: { now }), data)
  }

  /// A drawing that depends on nothing but the order.
  private static let drawing: PaperDrawing = { order in
    DrawnPaper(
      html: "<p>\(order.fileName)</p>", since: order.since ?? order.day.adding(-30),
      anchor: order.anchor ?? Anchor(sequence: 0, digest: ""))
  }

  private func order(_ kind: PaperKind, days: Int = -1) -> PaperOrder {
    PaperOrder(kind, day: Self.today.adding(days))
  }

  @Test func `keep the file, its digest and where the record ended`() async throws {
    let (desk, data) = try desk()
    let paper = try await desk.issue(order(.board), by: .program, drawing: Self.drawing)
    let kept = try #require(try data.ledger.state(PaperState.self).issued.first)
    #expect(kept.paper == paper)
    #expect(kept.sequence == 1)
    let file = try #require(try data.ledger.content(paper.file.id))
    #expect(PaperDesk.digest(file) == paper.digest)
    #expect(paper.digest.count == 64)
  }

  @Test func `issue the very same paper once`() async throws {
    let (desk, data) = try desk()
    let one = try await desk.issue(order(.board), by: .program, drawing: Self.drawing)
    let two = try await desk.issue(order(.board), by: .program, drawing: Self.drawing)
    #expect(one == two)
    #expect(try data.ledger.state(PaperState.self).issued.count == 1)
  }

  @Test func `refuse a day that has not come`() async throws {
    let (desk, data) = try desk()
    await #expect(throws: EventRefusal.self) {
      try await desk.issue(order(.board, days: 1), by: .program, drawing: Self.drawing)
    }
    #expect(try data.ledger.entries().isEmpty)
  }

  @Test func `refuse a highlight report about no workstream or an unknown one`() async throws {
    let (desk, _) = try desk()
    for workstream in [nil, "nonsense"] {
      var order = order(.highlight)
      order.workstream = workstream
      await #expect(throws: EventRefusal.self) {
        try await desk.issue(order, by: .program, drawing: Self.drawing)
      }
    }
    var order = order(.highlight)
    order.workstream = "digital"
    #expect(
      try await desk.issue(order, by: .program, drawing: Self.drawing).workstream == "digital")
  }

  @Test func `refuse to compare with a later day`() async throws {
    let (desk, _) = try desk()
    var order = order(.board)
    order.since = Self.today
    await #expect(throws: EventRefusal.self) {
      try await desk.issue(order, by: .program, drawing: Self.drawing)
    }
  }

  @Test func `withdraw a paper once, with a reason, and keep it`() async throws {
    let (desk, data) = try desk()
    let paper = try await desk.issue(order(.board), by: .program, drawing: Self.drawing)
    await #expect(throws: EventRefusal.self) {
      try await desk.withdraw(paper.id, reason: " ", by: .program)
    }
    try await desk.withdraw(paper.id, reason: "Synthetic: a wrong total.", by: .program)
    let state = try data.ledger.state(PaperState.self)
    #expect(state.issue(paper.id)?.withdrawal != nil)
    #expect(state.latest(.board, workstream: nil, before: Self.today) == nil)
    await #expect(throws: EventRefusal.self) {
      try await desk.withdraw(paper.id, reason: "again", by: .program)
    }
    await #expect(throws: EventRefusal.notFound) {
      try await desk.withdraw("nothing", reason: "x", by: .program)
    }
    // What was withdrawn can be issued again.
    let corrected = try await desk.issue(order(.board), by: .program, drawing: Self.drawing)
    #expect(corrected.id != paper.id)
  }

  @Test func `find the last paper of a kind before a day`() async throws {
    let (desk, data) = try desk()
    for days in [-60, -30, -1] {
      try await desk.issue(order(.board, days: days), by: .program, drawing: Self.drawing)
    }
    let state = try data.ledger.state(PaperState.self)
    let last = state.latest(.board, workstream: nil, before: Self.today.adding(-1))
    #expect(last?.paper.day == Self.today.adding(-30))
    #expect(state.latest(.stocktake, workstream: nil, before: Self.today) == nil)
  }
}
