// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import ProcessControl
import Programme
import Testing

private let office = RegisterBench.office

@Suite struct `A measure on the record` {
  private static func month(_ offset: Int) -> CivilDay {
    CivilDay(number: 16_892).addingMonths(offset)
  }

  /// 10 and 12 in turn for 12 months from April 2016.
  private static func filled(_ bench: RegisterBench, _ id: String = "wait") async throws {
    for offset in 0..<12 {
      try await bench.measures.record(
        id, month: month(offset), value: offset.isMultiple(of: 2) ? 10 : 12, by: office)
    }
  }

  private static func standing(
    _ bench: RegisterBench, _ day: String = "2017-06-14"
  ) throws -> MeasureStanding {
    let view = MeasureView(
      plan: bench.plan.measures, state: try bench.data.ledger.state(MeasureState.self),
      day: try #require(CivilDay(day)))
    return try #require(view.standing("wait"))
  }

  @Test func `takes its target from the plan or from a fact`() throws {
    let measures = try RegisterBench().plan.measures
    #expect(measures.measure("wait")?.target == 90)
    #expect(measures.measure("deficit")?.target == 4)
    #expect(measures.measure("deficit")?.targetFact == "money.deficit")
    #expect(measures.measure("deficit")?.text(-1234.56) == "\u{2212}1,234.6 GBP million")
  }

  @Test func `shows limits, verdicts and the entries that set each value`() async throws {
    let bench = try RegisterBench()
    try await Self.filled(bench)
    let standing = try Self.standing(bench)
    #expect(standing.chart.latest?.mean == 11 && standing.chart.latest?.meanMovingRange == 2)
    #expect(standing.chart.variation == .common && standing.chart.assurance == .consistentlyFails)
    #expect(standing.months.map(\.sequence) == (1...12).map { Int64($0) })
    #expect(standing.sentence.hasPrefix("12% in March 2017. This is the usual variation"))
    #expect(try Self.standing(bench, "2016-06-30").months.count == 3)
  }

  @Test func `records a month once, and corrects it with a reason`() async throws {
    let bench = try RegisterBench()
    try await Self.filled(bench)
    let again = await faultFields {
      try await bench.measures.record("wait", month: Self.month(0), value: 3, by: office)
    }
    #expect(again == ["value"])
    let silent = await faultFields {
      try await bench.measures.correct(
        "wait", month: Self.month(0), value: 3, reason: " ", by: office)
    }
    #expect(silent == ["reason"])
    try await bench.measures.correct(
      "wait", month: Self.month(3), value: nil, reason: "Not counted", by: office)
    let standing = try Self.standing(bench)
    #expect(standing.missingCount == 1 && standing.chart.points[3].cause == .missing)
    let late = await faultFields {
      try await bench.measures.record("wait", month: Self.month(20), value: 1, by: office)
    }
    #expect(late == ["month"])
  }

  @Test func `starts limits anew only by a decision with a reason`() async throws {
    let bench = try RegisterBench()
    try await Self.filled(bench)
    let silent = await faultFields {
      try await bench.measures.rebase(
        "wait", from: Self.month(6), reason: "", decidedBy: "", by: office)
    }
    #expect(silent == ["reason", "decided-by"])
    try await bench.measures.rebase(
      "wait", from: Self.month(6), reason: "New team", decidedBy: "Board", by: office)
    let standing = try Self.standing(bench)
    #expect(standing.chart.phases.map(\.count) == [6, 6])
    #expect(standing.record.decisions.map(\.decidedBy) == ["Board"])
    let twice = await faultFields {
      try await bench.measures.rebase(
        "wait", from: Self.month(6), reason: "Again", decidedBy: "Board", by: office)
    }
    #expect(twice == ["month"])
  }

  @Test func `leaves a month out and takes it in again, and changes its target`() async throws {
    let bench = try RegisterBench()
    try await Self.filled(bench)
    try await bench.measures.exclude(
      "wait", month: Self.month(2), true, reason: "Flood", decidedBy: "Board", by: office)
    #expect(try Self.standing(bench).chart.points[2].cause == .ghosted)
    try await bench.measures.exclude(
      "wait", month: Self.month(2), false, reason: "Found", decidedBy: "Board", by: office)
    try await bench.measures.retarget(
      "wait", to: 2, reason: "Easier", decidedBy: "Board", by: office)
    let standing = try Self.standing(bench)
    #expect(standing.target == 2 && standing.chart.assurance == .consistentlyHits)
    #expect(standing.targetSequence == 15 && standing.chart.points[2].cause == .common)
  }

  @Test func `is filled from a file, and corrected by another`() async throws {
    let bench = try RegisterBench()
    let importer = try bench.importer("measures")
    let file = "measure,month,value\nwait,2016-04,10\nwait,5/2016,12.5\n"
    let done = try await importer.take(
      Array(file.utf8), file: "a.csv", by: office, token: nil)
    #expect(done.isDone && done.added.map(\.key) == ["wait 2016-04", "wait 2016-05"])
    let again = try importer.look(try importer.export(), file: "a.csv")
    #expect(again.isClean && again.unchanged == 2)
    let bad = "measure,month,value\nwait,2016-04,x\nnone,2016-13,4\nwait,2030-01,4\n"
    let report = try importer.look(Array(bad.utf8), file: "b.csv")
    #expect(
      report.problems.map { "\($0.row ?? 0) \($0.column ?? "")" } == [
        "2 value", "3 measure", "3 month", "4 month",
      ])
    let other = try await importer.take(
      Array("measure,month,value\nwait,2016-04,11\n".utf8), file: "c.csv", by: office, token: nil)
    #expect(other.changed.map(\.changes) == [["Value: 10% becomes 11%"]])
    #expect(try Self.standing(bench).months[0].isCorrected)
  }

  @Test func `knows its months`() throws {
    let day = try #require(CivilDay("2017-01-31"))
    #expect(day.addingMonths(1).iso == "2017-02-01" && day.addingMonths(-1).iso == "2016-12-01")
    #expect(day.months(to: try #require(CivilDay("2018-03-01"))) == 14)
    #expect(CivilDay(month: "2017-06")?.monthText == "June 2017")
    #expect(CivilDay(month: "6/2017")?.shortMonthText == "Jun 2017")
    #expect(CivilDay(month: "14/6/2017")?.iso == "2017-06-01" && CivilDay(month: "June") == nil)
  }
}
