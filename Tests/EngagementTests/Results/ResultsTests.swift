// SPDX-License-Identifier: Apache-2.0

import Analysis
import Demonstration
import Engagement
import Forms
import Foundation
import Ledger
import Testing

@Suite struct `Results of a consultation` {
  @Test func `each statement of a scale is counted, and texts are not`() async throws {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    try await fixture.respond([
      "place": .choice("here", other: nil), "agree": .scale(["change": "agree"]),
      "why": .text("Because."),
    ])
    try await fixture.respond(["place": .choice("there", other: nil)])
    let results = try await fixture.results()

    #expect(results.questions.map(\.id) == ["place", "agree--change", "open", "area"])
    let place = try results.table("place").total.all
    #expect(place.counts == [1, 1] && place.answered == 2 && place.notAnswered == 0)
    let agree = try results.table("agree--change").total.all
    #expect(agree.answered == 1 && agree.notAnswered == 1)
  }

  @Test func `subtotals by channel and area add to the total`() async throws {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    for number in 0..<30 {
      try await fixture.respond(
        [
          "place": .choice(number.isMultiple(of: 3) ? "here" : "there", other: nil),
          "area": .choice(number.isMultiple(of: 2) ? "up" : "down", other: nil),
        ], channel: Channel.allCases[number % Channel.allCases.count])
    }
    let table = try await fixture.results().table("place")

    #expect(table.total.all.counts == [10, 20])
    for part in table.breaks {
      for option in 0..<2 {
        #expect(
          part.tallies.reduce(0) { $0 + $1.all.counts[option] } == table.total.all.counts[option])
      }
    }
  }

  @Test func `a version that offers other answers is counted apart`() async throws {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    try await fixture.respond([
      "place": .choice("here", other: nil), "open": .choice("yes", other: nil),
    ])
    try await fixture.publish(ResultsFixture.form(extraChoice: true), version: 2)
    try await fixture.respond(
      ["place": .choice("nowhere", other: nil), "open": .choice("yes", other: nil)], version: 2)
    let results = try await fixture.results()

    #expect(results.questions.map(\.id).contains("place-version-2"))
    #expect(try results.table("place").total.all.answered == 1)
    #expect(try results.table("place-version-2").total.all.counts == [0, 0, 1])
    // What was asked in the same way both times is one question.
    #expect(try results.table("open").total.all.counts == [2, 0])
  }

  @Test func `left out and campaign responses are in the first count only`() async throws {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    let letter = "Please keep the clinic where it is because my family and I depend on it."
    for _ in 0..<6 {
      try await fixture.respond(["place": .choice("here", other: nil), "why": .text(letter)])
    }
    let out = try await fixture.respond(["place": .choice("there", other: nil)])
    try await fixture.respond(["place": .choice("there", other: nil)])
    try await ModerationDesk(fixture.data.ledger).findCampaigns("clinic", by: .program)
    try await fixture.data.ledger.append(
      ResponseEvent.excluded(response: out, reason: "A test"), subject: "clinic", by: .program)
    let results = try await fixture.results()
    let total = try results.table("place").total

    #expect(total.all.counts == [6, 2] && total.excludingFlagged.counts == [0, 1])
    #expect(results.counts.all == 8 && results.counts.excludingFlagged == 1)
  }

  @Test func `weighting refuses when nobody answered from a place where people live`() async throws
  {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    for _ in 0..<12 {
      try await fixture.respond([
        "place": .choice("here", other: nil), "area": .choice("up", other: nil),
      ])
    }
    let results = try await fixture.results()
    let answers = try await ResultsShelf(fixture.data.ledger).answers(of: results.records)
    let question = try #require(results.question("place"))
    let areas = [
      AreaProfile(id: "up", name: "Uptown", population: 10),
      AreaProfile(id: "down", name: "Downtown", population: 10),
    ]

    #expect(throws: RakingError.self) {
      try Sensitivity(results, question, areas: areas, answers: answers)
    }
  }

  @Test func `weighting by hand: half of the people live where a quarter of the answers come from`()
    async throws
  {
    let fixture = try ResultsFixture()
    try await fixture.publish(ResultsFixture.form())
    // Of 12 from up 9 say here; of 4 from down nobody does.
    for number in 0..<16 {
      let isUp = number < 12
      try await fixture.respond([
        "place": .choice(isUp && number < 9 ? "here" : "there", other: nil),
        "area": .choice(isUp ? "up" : "down", other: nil),
      ])
    }
    let results = try await fixture.results()
    let answers = try await ResultsShelf(fixture.data.ledger).answers(of: results.records)
    let question = try #require(results.question("place"))
    let areas = [
      AreaProfile(id: "up", name: "Uptown", population: 50),
      AreaProfile(id: "down", name: "Downtown", population: 50),
    ]
    let view = try #require(try Sensitivity(results, question, areas: areas, answers: answers))

    // Plain: 9 of 16. Weighted: (9/12 + 0/4) / 2.
    #expect(abs(view.shares[0].unweighted.percent - 56.25) < 1e-9)
    #expect(abs(view.shares[0].weighted.percent - 37.5) < 1e-6)
    // Weights 2/3 twelve times and 2 four times: (16)^2 / (12 x 4/9 + 4 x 4).
    #expect(abs(view.weights.effectiveSampleSize - 12) < 1e-6)
  }

  @Test func `made-up responses make the campaigns that were put in, and no other`()
    async throws
  {
    let fixture = try ResultsFixture()
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let file = root.appending(path: "Plans/kent-and-medway/engagement/forms/stroke-2018.yaml")
    let asked = try FormYAML.read(String(contentsOf: file, encoding: .utf8), file: file.path)
    let form = PublishedForm(version: 1, definition: asked, reason: nil)
    var people = SyntheticResponses(
      consultation: "clinic", form: form, from: fixture.clock.now,
      to: fixture.clock.now + 70 * 86_400)
    people.count = 700
    people.letters = 56
    people.postcards = 12
    try await people.append(to: fixture.data.ledger, clock: fixture.clock)
    try await ModerationDesk(fixture.data.ledger).findCampaigns("clinic", by: .program)
    let campaigns = try fixture.data.ledger.state(ModerationState.self).campaigns(of: "clinic")

    #expect(try await fixture.results().records.count == 700)
    #expect(campaigns.map(\.members.count) == [56, 12])
  }
}
