// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Schedule
import Testing

@Suite struct `The timeline on a day` {
  private let bench: TimelineBench
  private let office = TimelineBench.office

  init() throws { bench = try TimelineBench() }

  private func day(_ text: String) -> CivilDay { TimelineBench.day(text) }

  @Test func `forecasts a gate from what leads to it`() throws {
    let view = try bench.view("2017-04-01")
    let gate = try #require(view.gate("opens"))
    #expect(gate.forecast == day("2017-05-11"))
    #expect(gate.slipDays == -9)
    #expect(gate.status == .green)
    #expect(view.path(to: "opens") == ["records", "opens"])
    #expect(view.floats(to: "opens") == ["records": 0, "case": 10, "team": 20, "opens": 0])
    #expect(gate.assumptions == 1)
  }

  @Test func `slips by itself when nobody reports`() throws {
    let gate = try #require(try bench.view("2017-04-21").gate("opens"))
    #expect(gate.forecast == day("2017-05-31"))
    #expect(gate.status == .amber)
    #expect(try bench.view("2017-05-05").gate("opens")?.status == .red)
  }

  @Test func `takes what was recorded by then, and cites it`() async throws {
    try await bench.desk.progress(
      "records", ActivityProgress(started: day("2017-04-01")), note: "", by: office)
    bench.go(to: "2017-04-20")
    try await bench.desk.progress(
      "records", ActivityProgress(forecast: day("2017-06-10")), note: "Synthetic: supplier.",
      by: office)
    #expect(try bench.view("2017-04-10").gate("opens")?.forecast == day("2017-05-11"))
    let gate = try #require(try bench.view("2017-04-20").gate("opens"))
    #expect(gate.forecast == day("2017-06-10"))
    #expect(gate.status == .red)
    #expect(try bench.view("2017-04-20").activity("records")?.sequences.count == 2)
  }

  @Test func `knows a day of the plan only when it has come`() throws {
    var plan = TimelineBench.plan
    plan.activities[3].finished = day("2017-05-30")
    let later = TimelineView(plan: plan, state: TimelineState(), day: day("2017-06-01"))
    #expect(later.gate("opens")?.status == .done)
    #expect(later.gate("opens")?.why == "Passed 10 days late.")
    let before = TimelineView(plan: plan, state: TimelineState(), day: day("2017-04-01"))
    #expect(before.gate("opens")?.isDone == false)
  }

  @Test func `judges by the last baseline`() async throws {
    try await bench.desk.keepBaseline(
      name: "First", reason: "Synthetic: agreed.", by: office)
    bench.go(to: "2017-04-11")
    let gate = try #require(try bench.view("2017-04-11").gate("opens"))
    #expect(gate.promised == day("2017-05-11"))
    #expect(gate.baselineName == "First")
    #expect(gate.slipDays == 10)
    #expect(gate.status == .amber)
    #expect(gate.agreed == day("2017-05-20"))
    #expect(gate.sequences.count == 1)
  }

  @Test func `says which gate turns amber when a workstream is three weeks late`() throws {
    let view = try bench.view("2017-04-01")
    let slip = try #require(view.slips(late: view.unfinished(of: "digital"), by: 21).first)
    #expect(slip.days == 21)
    #expect(slip.after == day("2017-06-01"))
    #expect(slip.gate.status == .green)
    #expect(slip.status == .amber)
    #expect(slip.path == ["records", "opens"])
    #expect(view.slips(late: ["team"], by: 20).first?.days == 0)
  }

  @Test func `keeps the ends of a length with a condition`() throws {
    var plan = TimelineBench.plan
    plan.activities[0].low = 30
    plan.activities[0].high = 100
    let gate = try #require(
      TimelineView(plan: plan, state: TimelineState(), day: day("2017-04-01")).gate("opens"))
    #expect(gate.earliest == day("2017-05-01"))
    #expect(gate.latest == day("2017-07-10"))
  }

  @Test func `draws schedules that agree with the forecast when nothing is in doubt`() throws {
    let view = try bench.view("2017-04-01")
    let drawn = try #require(view.simulate(schedules: 50))
    let finish = try #require(drawn.finish(of: "opens"))
    #expect(finish.chance(by: Double(day("2017-05-11").number)) == 1)
    #expect(drawn.criticality(of: "records", for: "opens") == 1)
  }

  @Test(
    arguments: [
      ("2017-05-20", nil, GateOutlook.green), ("2017-05-21", nil, .amber),
      ("2017-06-03", nil, .amber),
      ("2017-06-04", nil, .red), ("2017-05-19", "2017-05-19", .amber),
      ("2017-05-19", "2017-05-01", .red),
    ] as [(String, String?, GateOutlook)])
  func `the rule is kept to the day`(forecast: String, mustBy: String?, status: GateOutlook) {
    let found = GateRule.judge(
      forecast: day(forecast), promised: day("2017-05-20"), mustBy: mustBy.map(day), isDone: false,
      rules: TimelineBench.plan.rules)
    #expect(found.0 == status, "\(found.1)")
  }
}
