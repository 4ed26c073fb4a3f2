// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Schedule
import Testing

private let office = RegisterBench.office

@Suite struct `Requests for scarce people` {
  private static func demand(
    _ id: String, _ value: Double, _ days: Double, after: [String] = [], must: Bool = false,
    latest: String = "2017-12-01"
  ) -> ResourceDemand {
    ResourceDemand(
      id: id, title: "Do \(id)", workstream: "local-care", value: value, reason: "Agreed",
      days: [["analyst": days], ["analyst": days]],
      earliest: CivilDay("2017-06-01") ?? CivilDay(number: 0),
      latest: CivilDay(latest) ?? CivilDay(number: 0), prerequisites: after, isMust: must)
  }

  private static func bench(_ days: Double = 10) async throws -> RegisterBench {
    let bench = try RegisterBench()
    try await bench.resources.setCapacity(
      "analyst", from: CivilDay(number: 17_257), days: days, reason: "Posts filled", by: office)
    return bench
  }

  private static func view(_ bench: RegisterBench, _ day: String = "2017-06-14") throws
    -> ResourceView
  {
    ResourceView(
      plan: bench.plan.resources, state: try bench.data.ledger.state(ResourceState.self),
      day: try #require(CivilDay(day)))
  }

  @Test func `are chosen by what they are worth, one after the other`() async throws {
    let bench = try await Self.bench()
    for (id, value) in [("a", 5.0), ("b", 3), ("c", 8)] {
      try await bench.resources.request(
        Self.demand(id, value, 8, latest: "2017-08-01"), by: office)
    }
    let view = try Self.view(bench)
    #expect(view.solution?.value == 13 && view.solution?.isOptimal == true)
    #expect(view.lines.map { $0.start == nil } == [false, true, false])
    #expect(view.lines[1].wait?.contains("Too few analysts") == true)
    #expect(view.lines[1].stoppedBy == "analyst")
    #expect(view.months.first?.iso == "2017-04-01" && view.load(month: 2, role: 0).used == 8)
    let worth = view.worths()
    #expect(worth.map(\.role) == ["analyst", "nurse"] && worth[1].gain == 0)
    #expect(worth.filter { !$0.isProven }.isEmpty)
  }

  @Test func `that were decided have started when their month comes, and stay`() async throws {
    let bench = try await Self.bench()
    try await bench.resources.request(Self.demand("a", 5, 8), by: office)
    try await bench.resources.decide(decidedBy: "Board", reason: "", by: office)
    try await bench.resources.request(
      Self.demand("b", 9, 8, latest: "2017-06-01"), by: office)
    let view = try Self.view(bench)
    #expect(view.lines[0].hasStarted && view.lines[0].start?.iso == "2017-06-01")
    #expect(view.lines[1].start == nil && view.decision?.decision.decidedBy == "Board")
    #expect(try Self.view(bench, "2017-09-01").missed.map(\.id) == ["b"])
    let later = try Self.view(bench, "2018-04-01")
    #expect(later.lines.isEmpty && later.fault == nil)
  }

  @Test func `are refused in a loop, link by link, and without their workstream`() async throws {
    let bench = try await Self.bench()
    try await bench.resources.request(Self.demand("a", 5, 8), by: office)
    try await bench.resources.request(Self.demand("b", 5, 8, after: ["a"]), by: office)
    do {
      try await bench.resources.amend(
        Self.demand("a", 5, 8, after: ["b"]), reason: "More", by: office)
      Issue.record("a loop was let in")
    } catch {
      #expect("\(error)".contains("“b” waits for “a”, “a” waits for “b”"))
    }
    var wrong = Self.demand("c d", -1, 8)
    wrong.workstream = "none"
    wrong.days = [["pilot": 1]]
    let fields = await faultFields { [wrong] in
      try await bench.resources.request(wrong, by: office)
    }
    #expect(fields == ["id", "workstream", "value", "days"])
    let needed = await faultFields {
      try await bench.resources.withdraw("a", reason: "Done", by: office)
    }
    #expect(needed == ["reason"])
  }

  @Test func `that must be done and do not fit are named`() async throws {
    let bench = try await Self.bench(5)
    try await bench.resources.request(Self.demand("a", 5, 8, must: true), by: office)
    let view = try Self.view(bench)
    #expect(view.solution == nil && view.fault?.contains("“a” must be done") == true)
    await #expect(throws: EventRefusal.self) {
      try await bench.resources.decide(decidedBy: "Board", reason: "", by: office)
    }
  }

  @Test func `cite the entries that they rest on, and say what changed since a decision`()
    async throws
  {
    let bench = try await Self.bench()
    try await bench.resources.request(
      Self.demand("a", 5, 8, latest: "2017-12-01"), by: office)
    try await bench.resources.decide(decidedBy: "Board", reason: "", by: office)
    try await bench.resources.request(Self.demand("b", 2, 1), by: office)
    let view = try Self.view(bench)
    #expect(view.sequences == [1, 2, 4])
    #expect(view.differences == ["Do b could start in June 2017."])
  }
}
