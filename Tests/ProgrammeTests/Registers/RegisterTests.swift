// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

private let bid = [
  "number": "B-1", "title": "Scanner", "asked": "£1,250,000.00", "workstream": "local care",
  "lead": "hospital-trust", "due": "1/6/2017", "match": "Yes", "status": "written",
]

@Suite struct `Entries of a register` {
  @Test func `are kept in one form whatever way they are typed`() async throws {
    let bench = try RegisterBench()
    try await bench.registers.add("bids", bid, by: RegisterBench.office)
    let state = try bench.data.ledger.state(RegisterState.self)
    let entry = try #require(state.record("bids").entry("B-1"))
    #expect(entry.values["asked"]?.text == "1250000" && entry.values["due"]?.text == "2017-06-01")
    #expect(
      entry.values["workstream"]?.text == "local-care" && entry.values["match"]?.text == "yes")
    #expect(entry.values["asked"]?.sequence == 1)
  }

  @Test func `are refused with every wrong field at once`() async throws {
    let bench = try RegisterBench()
    let wrong = [
      "number": "B 1", "asked": "lots", "workstream": "none", "due": "soon", "match": "perhaps",
      "status": "lost", "lead": "nobody",
    ]
    let fields = await faultFields {
      try await bench.registers.add("bids", wrong, by: RegisterBench.office)
    }
    #expect(
      Set(fields)
        == ["number", "title", "asked", "workstream", "lead", "due", "match", "status"])
    #expect(try bench.data.ledger.entries().isEmpty)
  }

  @Test func `keep one entry for a number and for a token`() async throws {
    let bench = try RegisterBench()
    try await bench.registers.add("bids", bid, by: RegisterBench.office, token: "t1")
    try await bench.registers.add("bids", bid, by: RegisterBench.office, token: "t1")
    #expect(try bench.data.ledger.entries().count == 1)
    let fields = await faultFields {
      try await bench.registers.add("bids", bid, by: RegisterBench.office, token: "t2")
    }
    #expect(fields == ["number"])
  }

  @Test func `change field by field with a reason, and keep what was before`() async throws {
    let bench = try RegisterBench()
    try await bench.registers.add("bids", bid, by: RegisterBench.office)
    try await bench.registers.change(
      "bids", "B-1", ["asked": "900000", "title": "Scanner", "lead": ""], reason: "Cheaper",
      by: RegisterBench.office)
    let entry = try #require(
      try bench.data.ledger.state(RegisterState.self).record("bids").entry("B-1"))
    #expect(entry.values["asked"]?.text == "900000" && entry.values["lead"] == nil)
    #expect(entry.history.map(\.kind) == [.added, .changed, .changed])
    #expect(entry.history[1].from == "1250000" && entry.history[1].reason == "Cheaper")
    let none = await faultFields {
      try await bench.registers.change(
        "bids", "B-1", ["asked": "900000"], reason: "Again", by: RegisterBench.office)
    }
    #expect(none == ["reason"])
  }

  @Test func `move along their lifecycle and no other way`() async throws {
    let bench = try RegisterBench()
    let (desk, office) = (bench.registers, RegisterBench.office)
    let day = CivilDay(number: 17_331)
    try await desk.add("bids", bid, by: office)
    let jump = await faultFields {
      try await desk.move("bids", "B-1", to: "granted", on: day, reason: "", by: office)
    }
    #expect(jump == ["status"])
    try await desk.move("bids", "B-1", to: "sent", on: day, reason: "", by: office)
    try await desk.move("bids", "B-1", to: "granted", on: day, reason: "", by: office)
    let line = try #require(try bench.registerView().standing("bids")?.lines.first)
    #expect(line.status == "granted" && line.isOver && !line.isOverdue)
    let end = await faultFields {
      try await desk.move("bids", "B-1", to: "sent", on: day, reason: "", by: office)
    }
    #expect(end == ["status"])
  }

  @Test func `that are closed can be corrected and not changed`() async throws {
    let bench = try RegisterBench()
    let (desk, office) = (bench.registers, RegisterBench.office)
    try await desk.add("bids", bid, by: office)
    try await desk.close("bids", "B-1", reason: "Not needed", by: office)
    await #expect(throws: EventRefusal.self) {
      try await desk.change("bids", "B-1", ["asked": "1"], reason: "More", by: office)
    }
    try await desk.change(
      "bids", "B-1", ["asked": "1"], reason: "Typed wrong", isCorrection: true, by: office)
    #expect(try bench.registerView().standing("bids")?.openCount == 0)
  }

  @Test func `are overdue after their day while they are open, and add up`() async throws {
    let bench = try RegisterBench()
    try await bench.registers.add("bids", bid, by: RegisterBench.office)
    try await bench.registers.add(
      "bids", ["number": "B-2", "title": "Beds", "asked": "0.5", "status": "written"],
      by: RegisterBench.office)
    let standing = try #require(try bench.registerView("2017-06-02").standing("bids"))
    #expect(standing.overdue.map(\.key) == ["B-1"])
    #expect(try bench.registerView("2017-06-01").standing("bids")?.overdue.isEmpty == true)
    let totals = standing.totals(standing.lines, forStaff: false)
    #expect(totals.map(\.pounds) == [1_250_000.5] && totals[0].entries == 2)
    #expect(RegisterWords.pounds(1_250_000.5) == "£1,250,000.50")
    #expect(RegisterWords.pounds("-1250000") == "\u{2212}£1,250,000")
  }
}
