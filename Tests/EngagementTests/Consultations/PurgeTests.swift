// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("Retention and erasure")
struct PurgeTests {
  private struct Tied: Codable, Sendable { var consultation: String }
  private let office = ConsultationFixture.office
  private let time = ConsultationFixture.time

  private func fixture() async throws -> ConsultationFixture {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    for number in 1...4 { try await fixture.respond(number, "Private words \(number)") }
    try await fixture.revise(1, "Other private words")
    for id in ["d1", "d2"] {
      try await fixture.data.drafts.put(
        Tied(consultation: "stroke"), kind: "response-draft", id: id)
    }
    try await fixture.data.drafts.put(Tied(consultation: "other"), kind: "response-draft", id: "d3")
    try await fixture.data.drafts.put("no record with fields", kind: "response-draft", id: "d4")
    try await fixture.data.equality.put(
      Tied(consultation: "stroke"), kind: "equality", id: "c1")
    return fixture
  }

  @Test("Data is due the months of the rule after it closed, and not before")
  func due() async throws {
    let fixture = try await fixture()
    let state = try fixture.data.ledger.state(ConsultationState.self)
    #expect(
      Retention.due(at: time("2020-04-13T22:59:58Z"), plan: fixture.plan, state: state).isEmpty)
    #expect(
      Retention.due(at: time("2020-04-13T22:59:59Z"), plan: fixture.plan, state: state).map(\.id)
        == ["stroke"])
    let purge = Purge(data: fixture.data, plan: fixture.plan)
    await #expect(throws: ConsultationRefusal.notDue(nil)) {
      try await purge.run("stroke", at: time("2018-03-01T09:00:00Z"), by: office)
    }
    await #expect(throws: ConsultationRefusal.self) {
      try await purge.run("stroke", at: time("2019-03-01T09:00:00Z"), by: office)
    }
    #expect(try fixture.record.tables == nil)
  }

  @Test("A preview erases nothing; a run erases what it says, once, and keeps tables and chain")
  func run() async throws {
    let fixture = try await fixture()
    let ledger = fixture.data.ledger
    fixture.clock.move(to: time("2020-06-01T09:00:00Z"))
    let now = fixture.clock.now
    let purge = Purge(data: fixture.data, plan: fixture.plan)
    let before = try ledger.entries()
    let preview = try await purge.preview("stroke", at: now)
    #expect(try ledger.entries() == before)
    let certificate = try await purge.run("stroke", at: now, by: office)
    #expect(certificate.answers == 5 && preview.answers == 5)
    #expect(certificate.drafts == 2 && certificate.equality == 1 && certificate.responses == 4)
    let records = try ledger.state(ResponseState.self).responses(to: "stroke")
    #expect(try ledger.contents(records.map(\.response.answers.id)).isEmpty)
    #expect(records.allSatisfy { $0.erasure != nil })
    #expect(try fixture.data.drafts.get(Tied.self, kind: "response-draft", id: "d1") == nil)
    #expect(try fixture.data.drafts.get(Tied.self, kind: "response-draft", id: "d3") != nil)
    #expect(try fixture.data.equality.get(Tied.self, kind: "equality", id: "c1") == nil)
    #expect(try fixture.record.tables?.what.contains("\"a: agree\":4") == true)
    let purged = try #require(try fixture.record.purges.first)
    #expect(purged.what == certificate && purged.by == office && purged.on == now)
    let after = try ledger.entries()
    #expect(Array(after.prefix(before.count)) == before)
    #expect(zip(after.dropFirst(), after).allSatisfy { $0.previous == $1.digest })
    #expect(after.contains { $0.digest == certificate.anchorDigest })
    await #expect(throws: ConsultationRefusal.alreadyPurged) {
      try await purge.run("stroke", at: now, by: office)
    }
  }

  @Test("When the tables cannot be made, nothing is erased")
  func tablesFirst() async throws {
    struct NoTables: Error {}
    let fixture = try await fixture()
    fixture.clock.move(to: time("2020-06-01T09:00:00Z"))
    var hooks = ConsultationHooks.standard
    hooks.tabulate = { _, _, _ in throw NoTables() }
    let purge = Purge(data: fixture.data, plan: fixture.plan, hooks: hooks)
    await #expect(throws: ConsultationRefusal.self) {
      try await purge.run("stroke", at: fixture.clock.now, by: office)
    }
    let records = try fixture.data.ledger.state(ResponseState.self).responses(to: "stroke")
    #expect(try fixture.data.ledger.contents(records.map(\.response.answers.id)).count == 4)
    #expect(try fixture.data.drafts.get(Tied.self, kind: "response-draft", id: "d1") != nil)
  }

  @Test("The synthetic demonstration fills what there is, and filling again repeats no opening")
  func demonstration() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.publishForm()
    for number in 1...30 { try await fixture.respond(number, "Some words of mine, \(number)") }
    for _ in 0..<2 {
      try await ConsultationDemonstration.fill(
        fixture.data, plan: fixture.plan, seed: 7, now: fixture.clock.now)
    }
    let record = try fixture.record
    #expect(record.extensions.count == 1 && record.evidence.count == 4)
    #expect(!(try fixture.data.ledger.state(ModerationState.self).decisions(of: "stroke").isEmpty))
  }
}
