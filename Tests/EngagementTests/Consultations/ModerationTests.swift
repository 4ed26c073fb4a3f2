// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("Moderation and publication")
struct ModerationTests {
  private let office = ConsultationFixture.office

  private func decide(
    _ fixture: ConsultationFixture, _ number: Int, _ outcome: ModerationDecision.Outcome,
    reason: RemovalReason? = nil, copy: String = "", question: String = "why"
  ) async throws {
    let item = try fixture.moderation.item(
      "stroke", publicID: "ANON-\(number)", question: question)
    try await fixture.moderation.decide(
      .init(outcome, reason: reason, copy: copy, answers: item.response.answers.id), on: "stroke",
      publicID: "ANON-\(number)", question: question, by: office)
  }

  private func words(_ fixture: ConsultationFixture, _ number: Int) throws -> PublishedWords? {
    try PublishedResponses("stroke", fixture.data.ledger).response("ANON-\(number)")?.words["why"]
  }

  @Test("Only words of people who agreed wait, closed answers never do, and “other” is words")
  func queue() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    try await fixture.respond(1, "One")
    try await fixture.respond(2, "Two", mayPublish: false)
    try await fixture.respond(3, nil)
    try await fixture.respond(4, "  \n ", other: "A carer")
    let queue = try fixture.moderation.queue("stroke")
    #expect(queue.map(\.response.publicID) == ["ANON-1", "ANON-4"])
    #expect(queue.map(\.question) == ["why", "who"])
    #expect(throws: ModerationRefusal.notAgreed) {
      try fixture.moderation.item("stroke", publicID: "ANON-2", question: "why")
    }
    #expect(throws: ModerationRefusal.noWords) {
      try fixture.moderation.item("stroke", publicID: "ANON-3", question: "why")
    }
  }

  @Test("A decision can be changed, its history is kept, and a revision makes it lapse")
  func deciding() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    try await fixture.respond(1, "I am Ann.")
    #expect(try words(fixture, 1) == .waiting)
    try await decide(fixture, 1, .published)
    #expect(try words(fixture, 1) == .pieces([.words("I am Ann.")]))
    try await decide(fixture, 1, .redacted, reason: .personalData, copy: "I am [[Ann]].")
    #expect(
      try words(fixture, 1)
        == .pieces([.words("I am "), .removed(.personalData), .words(".")]))
    try await decide(fixture, 1, .withheld, reason: .abusive)
    #expect(try words(fixture, 1) == .withheld(.abusive))
    let state = try fixture.data.ledger.state(ModerationState.self)
    #expect(state.history(response: "private-1", question: "why").count == 3)
    try await fixture.revise(1, "I am Bob.")
    #expect(try words(fixture, 1) == .waiting)
    await #expect(throws: ModerationRefusal.revisedSince) {
      try await fixture.moderation.decide(
        .init(.published, answers: "old"), on: "stroke", publicID: "ANON-1", question: "why",
        by: office)
    }
  }

  @Test("Removing and withholding need a reason, and no event holds a removed word")
  func reasons() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    try await fixture.respond(1, "Call Zebedee on 01632 960000.")
    await #expect(throws: ModerationRefusal.reasonMissing) {
      try await decide(fixture, 1, .withheld)
    }
    await #expect(throws: ModerationRefusal.marks(.nothingMarked)) {
      try await decide(
        fixture, 1, .redacted, reason: .personalData, copy: "Call Zebedee on 01632 960000.")
    }
    try await decide(
      fixture, 1, .redacted, reason: .personalData, copy: "Call [[Zebedee on 01632 960000]].")
    for entry in try fixture.data.ledger.entries() {
      #expect(!entry.payload.contains("Zebedee") && !entry.payload.contains("960000"))
    }
    var query = PublishedResponses.Query()
    query.words = "zebedee"
    let published = try PublishedResponses("stroke", fixture.data.ledger)
    #expect(try published.page(query, page: 1, size: 20).total == 0)
    query.words = "CALL"
    #expect(try published.page(query, page: 1, size: 20).total == 1)
  }

  @Test("A campaign counts in full, is moderated once and shown once, and is found once")
  func campaigns() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    let text = "Please keep the stroke unit at our hospital open for us all"
    try await fixture.respond(1, text, mayPublish: false)
    for number in 2...5 { try await fixture.respond(number, text.uppercased() + "!") }
    try await fixture.respond(6, "Something else altogether, which is nobody else's words at all.")
    #expect(try await fixture.moderation.findCampaigns("stroke", by: office) == 1)
    #expect(try await fixture.moderation.findCampaigns("stroke", by: office) == 0)
    #expect(
      try fixture.moderation.queue("stroke").map(\.response.publicID) == ["ANON-2", "ANON-6"])
    let published = try PublishedResponses("stroke", fixture.data.ledger)
    let page = try published.page(.init(), page: 1, size: 20)
    #expect(page.responses.map(\.publicID) == ["ANON-2", "ANON-6"])
    #expect(page.responses.first?.standsFor == 5)
    let member = try #require(try published.response("ANON-4"))
    #expect(member.shownAt == "ANON-2")
    #expect(member.words.isEmpty)
    let records = try fixture.data.ledger.state(ResponseState.self).responses(to: "stroke")
    #expect(records.count == 6)
    #expect(records.filter { $0.response.flags == [.campaign] }.count == 5)
    try await fixture.respond(7, text)
    #expect(try await fixture.moderation.findCampaigns("stroke", by: office) == 1)
    let state = try fixture.data.ledger.state(ModerationState.self)
    #expect(state.campaigns(of: "stroke").map(\.members.count) == [6])
    fixture.clock.move(to: ConsultationFixture.time("2018-02-03T09:00:00Z"))
    try await fixture.revise(4, "I have other words of my own now, and I send them instead.")
    #expect(try fixture.moderation.waitingCount("stroke") == 3)
    let revised = try PublishedResponses("stroke", fixture.data.ledger)
    #expect(try revised.response("ANON-4")?.shownAt == nil)
    #expect(try revised.response("ANON-2")?.standsFor == 5)
  }

  @Test("Leaving out and taking in have a named person and a reason")
  func exclusion() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    try await fixture.respond(1, "One")
    let desk = fixture.moderation
    await #expect(throws: ModerationRefusal.reasonMissing) {
      try await desk.setExcluded(
        true, response: "private-1", of: "stroke", reason: "", by: office)
    }
    await #expect(throws: ModerationRefusal.notOut) {
      try await desk.setExcluded(
        false, response: "private-1", of: "stroke", reason: "x", by: office)
    }
    try await desk.setExcluded(
      true, response: "private-1", of: "stroke", reason: "A test by the office", by: office)
    try await desk.setExcluded(
      false, response: "private-1", of: "stroke", reason: "It was no test", by: office)
    let steps = try fixture.data.ledger.state(FlagState.self).exclusions["private-1"] ?? []
    #expect(steps.map(\.what.isOut) == [true, false])
    #expect(steps.allSatisfy { $0.by == office })
  }

  @Test("Filters by area and question find what they say, page by page")
  func filters() async throws {
    let fixture = try ConsultationFixture()
    try await fixture.open()
    for number in 1...25 {
      try await fixture.respond(
        number, number == 7 ? nil : "Words", area: number < 6 ? "thanet" : "medway")
    }
    let published = try PublishedResponses("stroke", fixture.data.ledger)
    #expect(try published.page(.init(), page: 2, size: 20).responses.count == 5)
    #expect(try published.page(.init(), page: 9, size: 20).responses.isEmpty)
    var query = PublishedResponses.Query()
    query.area = "thanet"
    #expect(try published.page(query, page: 1, size: 20).total == 5)
    query.area = nil
    query.question = "why"
    #expect(try published.page(query, page: 1, size: 20).total == 24)
  }
}
