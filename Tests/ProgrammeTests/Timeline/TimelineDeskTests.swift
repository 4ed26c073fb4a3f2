// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Testing

@Suite struct `The rules of the timeline` {
  private let bench: TimelineBench
  private let office = TimelineBench.office

  init() throws { bench = try TimelineBench() }

  private func day(_ text: String) -> CivilDay { TimelineBench.day(text) }

  @Test func `a link that makes a loop is refused, with the loop by name`() async throws {
    let refusal = await #expect(throws: EventRefusal.self) {
      try await bench.desk.link(TimelineLink("opens", "records"), by: office)
    }
    let words = "\(refusal?.description ?? "")"
    // The circle may be named from either of its two activities.
    let names = ["Shared records", "The consultation opens", "Shared records"].map { "“\($0)”" }
    let circles = [names, [names[1], names[0], names[1]]].map { $0.joined(separator: " → ") }
    let isNamed = circles.contains { words.contains($0) }
    #expect(isNamed, "\(words)")
    #expect(try bench.desk.state().links.isEmpty)
  }

  @Test func `a baseline is kept once under its name`() async throws {
    try await bench.desk.keepBaseline(name: "First", reason: "Synthetic.", by: office)
    await #expect(throws: EventRefusal.self) {
      try await bench.desk.keepBaseline(name: "First", reason: "Synthetic.", by: office)
    }
    await #expect(throws: EventRefusal.self) {
      try await bench.desk.keepBaseline(name: "Second", reason: " ", by: office)
    }
    bench.go(to: "2017-04-08")
    try await bench.desk.keepBaseline(name: "Second", reason: "Synthetic.", by: office)
    let state = try bench.desk.state()
    let view = try bench.view("2017-04-09")
    let moves = view.moves(from: state.baselines[0], to: state.baselines[1])
    #expect(moves.first?.before == day("2017-05-11"))
    #expect(moves.first?.after == day("2017-05-18"))
    #expect(view.moves(from: state.baselines[0], to: nil).first?.after == day("2017-05-19"))
  }

  @Test func `a date that changes needs a reason, and days must be possible`() async throws {
    let later = ActivityProgress(forecast: day("2017-07-01"))
    for (known, note) in [
      (later, ""), (ActivityProgress(finished: day("2017-06-01")), "x"),
      (ActivityProgress(percent: 101), ""), (ActivityProgress(), ""),
      (ActivityProgress(forecast: day("2017-03-01")), "x"),
      (ActivityProgress(started: day("2017-03-20"), finished: day("2017-03-10")), "x"),
    ] {
      await #expect(throws: EventRefusal.self) {
        try await bench.desk.progress("records", known, note: note, by: office)
      }
    }
    try await bench.desk.progress("records", later, note: "Synthetic: supplier.", by: office)
    await #expect(throws: EventRefusal.notFound) {
      try await bench.desk.progress("nothing", later, note: "x", by: office)
    }
  }

  @Test func `what is sent twice counts once`() async throws {
    for _ in 0..<2 {
      try await bench.desk.progress(
        "team", ActivityProgress(percent: 10), note: "", by: office,
        token: "a-token-of-twenty-signs")
    }
    #expect(try bench.desk.state().progress["team"]?.steps.count == 1)
  }

  @Test func `lengths change from a day on, and what is added or withdrawn moves the gate`()
    async throws
  {
    try await bench.desk.changeLength(
      "records", low: 40, likely: 50, high: 70, reason: "Synthetic.", by: office)
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast == day("2017-05-21"))
    #expect(try bench.view("2017-04-01").gate("opens")?.latest == day("2017-06-10"))
    var review = TimelineActivity(
      id: "", workstream: "hospital", label: "Readiness review", kind: .activity, days: 12)
    review.reason = "Synthetic: forgotten."
    try await bench.desk.add(review, by: office)
    try await bench.desk.link(TimelineLink("records", "readiness-review"), by: office)
    try await bench.desk.link(TimelineLink("readiness-review", "opens"), by: office)
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast == day("2017-06-02"))
    try await bench.desk.withdraw("readiness-review", reason: "Synthetic: not needed.", by: office)
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast == day("2017-05-21"))
    try await bench.desk.unlink(
      from: "records", to: "opens", reason: "Synthetic: not needed.", by: office)
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast == day("2017-05-01"))
  }
}

@Suite struct `A handshake of two workstreams` {
  private let bench: TimelineBench
  private let office = TimelineBench.office

  init() throws { bench = try TimelineBench() }

  private func step(
    _ act: HandshakeAct, _ side: HandshakeSide, by day: String? = nil, from: String = "records",
    to: String = "opens"
  ) async throws {
    let step = HandshakeStep(
      from: from, to: to, act: act, side: side, byWhen: day.map(TimelineBench.day))
    try await bench.desk.handshake(step, note: "Synthetic note.", by: office)
  }

  @Test func `goes from asking over agreeing to delivering, each by its side`() async throws {
    #expect(try bench.view("2017-04-01").dependenciesWithoutGiver.count == 1)
    await #expect(throws: EventRefusal.self) { try await step(.agree, .giving) }
    try await step(.request, .getting, by: "2017-05-05")
    await #expect(throws: EventRefusal.self) { try await step(.agree, .getting) }
    try await step(.agree, .giving)
    #expect(try bench.view("2017-04-01").dependencies.first?.byWhen?.iso == "2017-05-05")
    #expect(try bench.view("2017-04-01").dependenciesWithoutGiver.isEmpty)
    try await step(.warn, .giving)
    try await step(.agree, .giving)
    try await step(.deliver, .giving)
    await #expect(throws: EventRefusal.self) {
      try await step(.request, .getting, by: "2017-06-01")
    }
    let handshake = try bench.desk.state().handshakes["records>opens"]
    #expect(handshake?.status == .delivered)
    #expect(handshake?.steps.count == 5)
    #expect(try bench.view("2017-04-01").dependencies.first?.sequence == 5)
  }

  @Test func `an offer is agreed by the side that gets`() async throws {
    try await step(.request, .getting, by: "2017-05-05")
    try await step(.offer, .giving, by: "2017-05-25")
    await #expect(throws: EventRefusal.self) { try await step(.agree, .giving) }
    try await step(.agree, .getting)
    #expect(try bench.desk.state().handshakes["records>opens"]?.agreed?.iso == "2017-05-25")
  }

  @Test func `what will be given after the day agreed is late`() async throws {
    let late = try #require(try bench.view("2017-04-01").lateDependencies.first)
    #expect(late.lateDays == 10)
    try await step(.request, .getting, by: "2017-05-25")
    try await step(.agree, .giving)
    #expect(try bench.view("2017-04-01").lateDependencies.isEmpty)
  }

  @Test func `what is agreed enters the network, what makes a loop is refused`() async throws {
    try await step(.request, .getting, by: "2017-05-05", from: "records", to: "case")
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast.iso == "2017-05-11")
    try await step(.agree, .giving, from: "records", to: "case")
    #expect(try bench.view("2017-04-01").gate("opens")?.forecast.iso == "2017-06-10")
    #expect(try bench.view("2017-04-01").path(to: "opens") == ["records", "case", "opens"])
    let refusal = await #expect(throws: EventRefusal.self) {
      try await step(.request, .getting, by: "2017-05-05", from: "case", to: "records")
    }
    let words = "\(refusal?.description ?? "")"
    #expect(words.contains("→"))
  }

  @Test func `acts that a state allows are those that its rules name`() {
    #expect(HandshakeRules.acts(in: .requested, for: .giving) == [.offer, .agree, .refuse])
    #expect(HandshakeRules.acts(in: .agreed, for: .getting) == [.request, .withdraw])
    #expect(HandshakeRules.acts(in: .delivered, for: .giving).isEmpty)
  }
}
