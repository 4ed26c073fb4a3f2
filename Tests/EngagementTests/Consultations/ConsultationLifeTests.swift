// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Synchronization
import Testing

@Suite("The life of a consultation")
struct ConsultationLifeTests {
  private let office = ConsultationFixture.office
  private let day = ConsultationFixture.day
  private let time = ConsultationFixture.time

  @Test(
    "A day ends at 23:59:59 in London, in winter and in summer time",
    arguments: [
      ("2018-02-02", "2018-02-02T23:59:59Z"), ("2018-04-20", "2018-04-20T22:59:59Z"),
      ("2018-03-25", "2018-03-25T22:59:59Z"), ("2018-10-28", "2018-10-28T23:59:59Z"),
    ])
  func endOfDay(text: String, end: String) throws {
    #expect(try #require(ConsultationDay(text)).end == time(end))
  }

  @Test(
    "What is no day of the calendar is refused",
    arguments: ["2018-02-30", "2018-13-01", "20 April", "", "2018-04", "2018-4-x", "99999-01-01"])
  func noDay(text: String) { #expect(ConsultationDay(text) == nil) }

  @Test("Days between two days do not notice the change of the clock")
  func daysBetween() { #expect(day("2018-03-20").days(to: day("2018-04-20")) == 31) }

  @Test("It cannot open without a published form, nor for a day that is over, nor twice")
  func opening() async throws {
    let fixture = try ConsultationFixture()
    let desk = fixture.desk
    let now = fixture.clock.now
    await #expect(throws: ConsultationRefusal.noPublishedForm("views")) {
      try await desk.open("stroke", until: day("2018-04-13"), at: now, by: office)
    }
    await #expect(throws: ConsultationRefusal.unknownConsultation("nothing")) {
      try await desk.open("nothing", until: day("2018-04-13"), at: now, by: office)
    }
    try await fixture.publishForm()
    await #expect(throws: ConsultationRefusal.deadlineInThePast(day("2018-02-01").end)) {
      try await desk.open("stroke", until: day("2018-02-01"), at: now, by: office)
    }
    try await desk.open("stroke", until: day("2018-04-13"), at: now, by: office)
    try await desk.open("stroke", until: day("2018-04-13"), at: now, by: office)
    #expect(try fixture.data.ledger.entries(family: "consultation").count == 1)
    await #expect(throws: ConsultationRefusal.alreadyOpened) {
      try await desk.open("stroke", until: day("2018-04-20"), at: now, by: office)
    }
  }

  @Test("Whether it is open depends on the moment that is asked about")
  func isOpen() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    let record = try fixture.record
    #expect(!record.isOpen(at: time("2018-02-02T08:59:59Z")))
    #expect(record.isOpen(at: time("2018-04-13T22:59:59Z")))
    #expect(!record.isOpen(at: time("2018-04-13T23:00:00Z")))
    #expect(record.phase(at: time("2018-04-14T09:00:00Z")) == .closed)
    #expect(record.endedOn(by: time("2018-04-14T09:00:00Z")) == day("2018-04-13").end)
    #expect(record.endedOn(by: time("2018-03-01T09:00:00Z")) == nil)
  }

  @Test("An extension is later, has a reason, and stays on the record")
  func extending() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    let desk = fixture.desk
    let now = fixture.clock.now
    await #expect(throws: ConsultationRefusal.reasonMissing) {
      try await desk.extend("stroke", until: day("2018-04-20"), reason: " ", at: now, by: office)
    }
    await #expect(throws: ConsultationRefusal.deadlineNotLater(day("2018-04-13").end)) {
      try await desk.extend("stroke", until: day("2018-04-13"), reason: "Snow", at: now, by: office)
    }
    await #expect(throws: ConsultationRefusal.deadlineInThePast(day("2018-01-01").end)) {
      try await desk.extend("stroke", until: day("2018-01-01"), reason: "Snow", at: now, by: office)
    }
    for _ in 0..<2 {
      try await desk.extend("stroke", until: day("2018-04-20"), reason: "Snow", at: now, by: office)
    }
    let record = try fixture.record
    #expect(record.extensions.count == 1)
    #expect(record.extensions.first?.from == day("2018-04-13").end)
    #expect(record.firstDeadline == day("2018-04-13").end)
    #expect(record.deadline == day("2018-04-20").end)
  }

  @Test("Closing needs a reason, destroys the key, and an extension opens it again")
  func closing() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    let destroyed = Mutex<[String]>([])
    var hooks = ConsultationHooks.standard
    hooks.destroyKey = { id, _ in destroyed.withLock { $0.append(id) } }
    let desk = ConsultationDesk(data: fixture.data, plan: fixture.plan, hooks: hooks)
    fixture.clock.move(to: time("2018-03-01T12:00:00Z"))
    let now = fixture.clock.now
    await #expect(throws: ConsultationRefusal.reasonMissing) {
      try await desk.close("stroke", reason: "", at: now, by: office)
    }
    await #expect(throws: ConsultationRefusal.stillOpen(until: day("2018-04-13").end)) {
      try await desk.archive("stroke", at: now, by: office)
    }
    try await desk.close("stroke", reason: "An election was called.", at: now, by: office)
    #expect(destroyed.withLock { $0 } == ["stroke"])
    #expect(try fixture.record.keyDestroyedOn == now)
    #expect(try !fixture.record.isOpen(at: now))
    await #expect(throws: ConsultationRefusal.notOpen) {
      try await desk.close("stroke", reason: "Another reason", at: now, by: office)
    }
    try await desk.extend("stroke", until: day("2018-05-01"), reason: "Again", at: now, by: office)
    #expect(try fixture.record.isOpen(at: now))
    #expect(try fixture.record.extensions.last?.reopened == true)
    #expect(try fixture.record.closings.count == 1)
  }

  @Test("A consultation whose deadline has passed loses its key when the program settles, once")
  func settling() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    #expect(try await fixture.desk.settle(at: fixture.clock.now) == [])
    fixture.clock.move(to: time("2018-04-14T00:00:00Z"))
    #expect(try await fixture.desk.settle(at: fixture.clock.now) == ["stroke"])
    #expect(try await fixture.desk.settle(at: fixture.clock.now) == [])
  }

  @Test("After archiving nothing moves the deadline")
  func archiving() async throws {
    let fixture = try ConsultationFixture()
    let desk = fixture.desk
    await #expect(throws: ConsultationRefusal.neverOpened) {
      try await desk.archive("stroke", at: fixture.clock.now, by: office)
    }
    try await fixture.open()
    fixture.clock.move(to: time("2018-04-14T00:00:00Z"))
    let now = fixture.clock.now
    try await desk.archive("stroke", at: now, by: office)
    #expect(try fixture.record.phase(at: now) == .archived)
    await #expect(throws: ConsultationRefusal.archived) {
      try await desk.extend("stroke", until: day("2018-06-01"), reason: "More", at: now, by: office)
    }
  }
}
