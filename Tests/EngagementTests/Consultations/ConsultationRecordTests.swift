// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("Duties and the mid-point review")
struct ConsultationRecordTests {
  private let office = ConsultationFixture.office

  @Test("Every duty has its own id, words, a source and a place for evidence")
  func duties() {
    #expect(Set(Duty.all.map(\.id)).count == Duty.all.count)
    for duty in Duty.all {
      #expect(!duty.words.isEmpty && !duty.source.isEmpty && !duty.slots.isEmpty)
      #expect(Set(duty.slots.map(\.id)).count == duty.slots.count)
    }
    #expect(Duty.all.filter { $0.group == .fairness }.count == 4)
  }

  @Test("Evidence fills a place that exists, and a verdict has a reason and a body")
  func evidence() async throws {
    let fixture = try ConsultationFixture()
    let desk = fixture.desk
    await #expect(throws: ConsultationRefusal.unknownDuty("gunning-9")) {
      try await desk.add(
        DutyEvidence(duty: "gunning-9", slot: "time", title: "x"), to: "stroke", by: office)
    }
    await #expect(throws: ConsultationRefusal.unknownDuty("gunning-3")) {
      try await desk.add(
        DutyEvidence(duty: "gunning-3", slot: "nowhere", title: "x"), to: "stroke", by: office)
    }
    try await desk.add(
      DutyEvidence(duty: "gunning-3", slot: "time", title: "11 weeks"), to: "stroke", by: office)
    await #expect(throws: ConsultationRefusal.reasonMissing) {
      try await desk.give(
        DutyVerdict(duty: "gunning-3", outcome: .met, reason: "", onBehalfOf: "Board"),
        on: "stroke", by: office)
    }
    try await desk.give(
      DutyVerdict(duty: "gunning-3", outcome: .partly, reason: "Short", onBehalfOf: "Board"),
      on: "stroke", by: office)
    let record = try fixture.record
    #expect(record.evidence(for: "gunning-3").map(\.what.title) == ["11 weeks"])
    #expect(record.verdict(on: "gunning-3")?.by == office)
    #expect(record.verdict(on: "gunning-1") == nil)
  }

  /// Exact values of the closed formula of Wilson (1927), worked out apart from this program.
  @Test(
    "The interval of a share is that of Wilson",
    arguments: [(0, 10, 0.0, 0.2775), (8, 10, 0.4902, 0.9433), (50, 100, 0.4038, 0.5962)])
  func wilson(count: Int, total: Int, low: Double, high: Double) throws {
    let range = try #require(Representation.interval(count, of: total))
    #expect(abs(range.low - low) < 0.0001)
    #expect(abs(range.high - high) < 0.0001)
    #expect(Representation.interval(0, of: 0) == nil)
    #expect(Representation.interval(3, of: 2) == nil)
  }

  @Test("The missing responses are the fewest that bring a group to its share")
  func missing() {
    for total in [1, 7, 100, 5021] {
      for share in [0.0, 0.05, 0.25, 0.4, 0.5, 0.99] {
        for count in [0, total / 4, total] {
          let more = Representation.missing(count, of: total, toReach: share) ?? -1
          let reached = { (x: Int) in
            Double(count + x) / Double(total + x) >= share - 1e-9
          }
          #expect(more >= 0 && reached(more))
          #expect(more == 0 || !reached(more - 1))
        }
      }
    }
    #expect(Representation.missing(30, of: 100, toReach: 0.4) == 17)
    #expect(Representation.missing(1, of: 2, toReach: 1) == nil)
  }

  @Test("A review compares areas with who lives there, and can be repeated")
  func review() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    for number in 1...40 {
      try await fixture.respond(number, "Words", area: number <= 36 ? "medway" : "thanet")
    }
    try await fixture.respond(41, "Words", area: nil)
    try await fixture.desk.review("stroke", summary: "Thanet is missing.", by: office)
    try await fixture.desk.review("stroke", summary: "Still.", by: office)
    let reviews = try fixture.record.reviews
    #expect(reviews.count == 2)
    let review = try #require(reviews.first?.what)
    #expect(review.total == 41)
    #expect(review.withoutArea == 1)
    #expect(review.short.map(\.id) == ["thanet"])
    #expect(review.areas.last?.missing == 20)
    #expect(review.types.map(\.count) == [41, 0])
    #expect(review.channels.reduce(0) { $0 + $1.count } == 41)
  }

  @Test("An action is agreed, done once, and an unknown one is refused")
  func actions() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    let action = ReviewAction(
      what: "Go to Thanet", owner: "Engagement team", due: fixture.clock.now)
    try await fixture.desk.agree(action, for: "stroke", by: office)
    for _ in 0..<2 {
      try await fixture.desk.finish(action: action.id, note: "Went.", of: "stroke", by: office)
    }
    #expect(try fixture.record.done[action.id]?.what == "Went.")
    await #expect(throws: ConsultationRefusal.unknownAction("none")) {
      try await fixture.desk.finish(action: "none", note: "", of: "stroke", by: office)
    }
  }
}
