// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Forms
import Foundation
import Ledger
import Testing

@Suite("The code frame and the comments")
struct CodingTests {
  @Test("A code needs a description and a reason, and its title is used once")
  func frameRules() async throws {
    let fixture = try CodingFixture()
    let rules = CodeFrameRules(ConsultationCoding().frame)
    #expect(throws: CodingError.descriptionMissing) {
      try rules.add(CodeWords(title: "Travel", description: ""), reason: "r")
    }
    #expect(throws: CodingError.reasonMissing) {
      try rules.add(CodeWords(title: "Travel", description: "d"), reason: "")
    }
    try await fixture.addCodes(["Travel"])
    let frame = try fixture.desk.coding("c").frame
    #expect(throws: CodingError.titleTaken("TRAVEL")) {
      try CodeFrameRules(frame).add(CodeWords(title: "TRAVEL", description: "d"), reason: "r")
    }
    #expect(throws: CodingError.parentInCircle) {
      let own = CodeWords(title: "Travel", description: "d", parent: "travel")
      return try CodeFrameRules(frame).redescribe("travel", own, reason: "r")
    }
  }

  @Test("When codes are merged their comments follow, and the old code points to the new")
  func merge() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond(["one", "two"])
    try await fixture.addCodes(["Bus", "Travel"])
    try await fixture.code([0], ["bus"])
    let rules = CodeFrameRules(try fixture.desk.coding("c").frame)
    try await fixture.desk.record(
      try rules.merge(["bus"], into: "travel", reason: "same"), of: "c", by: fixture.analyst)
    let coding = try fixture.desk.coding("c")
    #expect(coding.coding(fixture.comment(0)).codes.keys.sorted() == ["travel"])
    #expect(coding.frame.present("bus") == "travel")
    #expect(throws: CodingError.notInUse("Bus")) {
      try CodeFrameRules(coding.frame).retire("bus", reason: "r")
    }
    let found = try fixture.desk.store.page("c", filter { $0.anyCode = ["travel"] })
    #expect(found.comments.map(\.id) == [fixture.comment(0)])
  }

  @Test("When a code is split its comments are to be recoded, until they get a new one")
  func split() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond(["one", "two"])
    try await fixture.addCodes(["Travel", "Bus", "Car"])
    try await fixture.code([0, 1], ["travel"])
    let rules = CodeFrameRules(try fixture.desk.coding("c").frame)
    try await fixture.desk.record(
      try rules.split("travel", into: ["bus", "car"], reason: "two things"), of: "c",
      by: fixture.analyst)
    let toRecode = filter { $0.state = .toRecode }
    #expect(try fixture.desk.store.page("c", toRecode).total == 2)
    try await fixture.code([1], ["car"])
    #expect(
      try fixture.desk.store.page("c", toRecode).comments.map(\.id) == [fixture.comment(0)])
  }

  @Test("The index follows new responses, codes taken away, stances and erasure")
  func follows() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond(["the bus is late", "kind nurses"])
    try await fixture.addCodes(["Travel"])
    let store = fixture.desk.store
    #expect(try store.page("c", filter { $0.state = .uncoded }).total == 2)
    try await fixture.code([0], ["travel"], stance: .oppose)
    #expect(try store.page("c", filter { $0.stances = ["oppose"] }).total == 1)
    #expect(try store.page("c", filter { $0.coder = "ann" }).total == 1)
    #expect(try store.page("c", CommentFilter()).counts == ["travel": 1])
    try await fixture.desk.code(
      CodingAct(comments: [fixture.comment(0)], take: ["travel"]), of: "c", by: fixture.analyst)
    #expect(try store.page("c", filter { $0.state = .uncoded }).total == 2)
    try await fixture.respond(["buses again"], from: 2)
    #expect(try store.page("c", filter { $0.words = "bus" }).total == 2)
    #expect(try store.page("c", filter { $0.order = .newest }).comments.first?.publicID == "ANON-2")
    try await fixture.data.ledger.append(
      ResponseEvent.erased(response: "r0", reason: "asked"), subject: "c", by: .program)
    #expect(try store.page("c", CommentFilter()).total == 2)
  }

  @Test("The same form sent twice is recorded once")
  func idempotent() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond(["one"])
    try await fixture.addCodes(["Travel"])
    let act = CodingAct(comments: [fixture.comment(0)], give: ["travel"])
    for _ in 0..<2 {
      try await fixture.desk.code(act, of: "c", by: fixture.analyst, token: "t")
    }
    let coded = try fixture.data.ledger.entries(family: "coding").filter { $0.type == "coded" }
    #expect(coded.count == 1)
  }

  @Test("Free text is what people wrote: text, lists and the box for other")
  func words() {
    #expect(CommentText.words(of: .texts(["a", " ", "b"])) == "a\nb")
    #expect(CommentText.words(of: .choices(["x"], other: "by post")) == "by post")
    #expect(CommentText.words(of: .choice("x", other: nil)) == nil)
    #expect(CommentText.words(of: .text("  ")) == nil)
  }

  @Test("A campaign text is shown once when that is asked for")
  func campaignOnce() async throws {
    let fixture = try CodingFixture()
    let text = "please keep our stroke unit open for all of us"
    try await fixture.respond(Array(repeating: text, count: 6) + ["something else entirely"])
    #expect(try fixture.desk.store.page("c", filter { $0.campaignOnce = true }).total == 2)
  }

  @Test("A second coder does not see the first codes, and the two are compared at the end")
  func secondCoder() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond((0..<40).map { "comment \($0)" })
    try await fixture.addCodes(["Travel"])
    try await fixture.code(Array(0..<20), ["travel"])
    try await fixture.desk.read(
      (20..<40).map(fixture.comment), of: "c", by: fixture.analyst)
    let id = try await fixture.desk.drawSample(size: 20, seed: 3, of: "c", by: fixture.analyst)
    func rules() throws -> SampleRules { SampleRules(try fixture.desk.coding("c")) }
    #expect(throws: CodingError.ownComments) { try rules().take(id, by: "ann") }
    let bob = Author(id: "bob", role: "analyst")
    try await fixture.desk.record(try rules().take(id, by: "bob"), of: "c", by: bob)
    let hidden = filter { $0.hiddenFrom = "bob" }
    #expect(try fixture.desk.store.page("c", hidden).total == 20)
    let sample = try #require(try fixture.desk.coding("c").sample(id))
    #expect(throws: CodingError.sampleIncomplete(left: 20)) { try rules().finish(id, by: "bob") }
    for comment in sample.comments {
      let event = try rules().code(id, [comment], codes: ["travel"], by: "bob")
      try await fixture.desk.record(event, of: "c", by: bob)
    }
    try await fixture.desk.record(try rules().finish(id, by: "bob"), of: "c", by: bob)
    let coding = try fixture.desk.coding("c")
    let compared = try #require(coding.sample(id)?.comparison(coding.frame))
    #expect(compared.overall.items == 20)
    #expect(compared.disagreements.allSatisfy { !$0.givenByFirst })
    let differing = try #require(compared.disagreements.first)
    let comment = CommentID(rawValue: differing.comment)
    try await fixture.desk.record(
      try rules().resolve(id, comment, codes: ["travel"], reason: "talked"), of: "c",
      by: fixture.analyst)
    #expect(try fixture.desk.coding("c").coding(comment).codes["travel"] != nil)
    #expect(try fixture.desk.store.page("c", hidden).total == 40)
  }

  @Test("The same seed draws the same sample")
  func seeded() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond((0..<30).map { "comment \($0)" })
    try await fixture.desk.read((0..<30).map(fixture.comment), of: "c", by: fixture.analyst)
    for _ in 0..<2 {
      _ = try await fixture.desk.drawSample(size: 7, seed: 9, of: "c", by: fixture.analyst)
    }
    let samples = try fixture.desk.coding("c").samples
    #expect(samples[0].comments == samples[1].comments)
    #expect(samples[0].comments.count == 7)
  }

  private func filter(_ body: (inout CommentFilter) -> Void) -> CommentFilter {
    var filter = CommentFilter()
    body(&filter)
    return filter
  }
}
