// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

private let papers = [source("paper"), source("leaflet", title: "The leaflet")]

@Suite struct `The rule sources-differ` {
  /// Whether two figures of one measure are found to differ.
  private func differ(_ left: Fact, _ right: Fact) throws -> Bool {
    try !findings("sources-differ", [left, right], sources: papers).isEmpty
  }

  @Test func `110 million against 141 million is a finding`() throws {
    let found = try findings(
      "sources-differ",
      [
        stated("a", "110", "GBP million", measure: "gap"),
        stated("b", "141", "GBP million", measure: "gap", citations: [citation("leaflet")]),
      ], sources: papers)

    #expect(found.map(\.id) == ["sources-differ:gap"])
    #expect(found.first?.title == "Sources differ: £110 million against £141 million")
    #expect(
      found.first?.explanation.contains("“The leaflet” says £141 million for 2016-17") == true)
  }

  @Test func `six against eight working groups is a finding`() throws {
    #expect(
      try differ(
        stated("a", "6", "working groups", measure: "m", period: "2017-04"),
        stated("b", "8", "working groups", measure: "m", period: "2016-17/2020-21")))
  }

  @Test func `different measures do not compete`() throws {
    #expect(try !differ(stated("a", "6"), stated("b", "8")))
  }

  @Test func `figures of different stated times do not compete`() throws {
    #expect(
      try !differ(
        stated("a", "6", measure: "m", period: "2016-17"),
        stated("b", "8", measure: "m", period: "2017-18")))
  }

  @Test func `a time that is not stated could be any time`() throws {
    #expect(
      try differ(
        stated("a", "6", measure: "m", period: "2016-17"),
        stated("b", "8", measure: "m", period: "2017-18?")))
  }

  @Test func `millions and billions are compared in pounds`() throws {
    let billions = try stated("a", "3.4", "GBP billion", measure: "m")

    #expect(try !differ(billions, stated("b", "3420", "GBP million", measure: "m")))
    #expect(try differ(billions, stated("b", "3480", "GBP million", measure: "m")))
  }

  @Test func `different units do not compete`() throws {
    #expect(
      try !differ(stated("a", "6", "beds", measure: "m"), stated("b", "8", "%", measure: "m")))
  }

  @Test func `about 190 allows for 194, and exactly 190 does not`() throws {
    let other = try stated("b", "194", measure: "m")

    #expect(try !differ(stated("a", "190", measure: "m", qualifier: .about), other))
    #expect(try differ(stated("a", "190", measure: "m"), other))
  }

  @Test func `a figure that is worked out is no rival document`() throws {
    #expect(
      try findings(
        "sources-differ",
        [stated("a", measure: "m"), stated("c"), derived("b", from: ["c"], "99", measure: "m")]
      ).isEmpty)
  }
}

@Suite struct `The rule wording-differs` {
  @Test func `one figure said with different certainty is a finding`() throws {
    let found = try findings(
      "wording-differs",
      [
        stated(
          "a", "1000",
          citations: [citation(qualifier: .upTo), citation("leaflet", qualifier: .about)])
      ], sources: papers)

    #expect(found.map(\.id) == ["wording-differs:a"])
    #expect(
      found.first?.explanation.contains("“about 1,000 patients” and “up to 1,000 patients”") == true
    )
  }

  @Test func `the same certainty everywhere is none`() throws {
    let places = [citation(qualifier: .about), citation("leaflet", qualifier: .about)]

    #expect(
      try findings("wording-differs", [stated("a", citations: places)], sources: papers).isEmpty)
  }
}

@Suite struct `The rule many-places` {
  @Test func `a figure printed in three places is a note`() throws {
    let places = [citation(), citation(), citation("leaflet")]

    let found = try findings("many-places", [stated("a", citations: places)], sources: papers)

    #expect(found.map(\.title) == ["a is printed in 3 places"])
    #expect(found.first?.explanation.contains("“The leaflet”, “The paper”") == true)
  }

  @Test func `two places are none`() throws {
    let places = [citation(), citation("leaflet")]

    #expect(try findings("many-places", [stated("a", citations: places)], sources: papers).isEmpty)
  }
}

@Suite struct `The rule lists-differ` {
  private func claim(_ source: String, _ items: String...) -> ListClaim {
    ListClaim(
      list: "members", label: "Members", source: source,
      items: items.map { (id: $0, label: $0.uppercased()) },
      place: .init(file: "programme/lists.csv", row: 2))
  }

  @Test func `documents that list different members are a finding`() throws {
    let found = try findings("lists-differ", sources: papers) { input in
      input.lists = [claim("paper", "a", "b"), claim("leaflet", "a", "c", "d")]
    }

    #expect(found.map(\.id) == ["lists-differ:members"])
    #expect(
      found.first?.explanation
        == "“The leaflet” lists 3: besides the 1 in common, C, D. “The paper” lists 2: besides "
        + "the 1 in common, B.")
  }

  @Test func `the same members in another order are none`() throws {
    let found = try findings("lists-differ", sources: papers) { input in
      input.lists = [claim("paper", "a", "b"), claim("leaflet", "b", "a")]
    }

    #expect(found.isEmpty)
  }

  @Test func `one document alone agrees with itself`() throws {
    #expect(try findings("lists-differ") { $0.lists = [claim("paper", "a")] }.isEmpty)
  }

  @Test func `claims are equal when their members are`() {
    #expect(claim("paper", "a", "b") == claim("paper", "a", "b"))
    #expect(claim("paper", "a", "b") != claim("paper", "b", "a"))
    #expect(Set([claim("paper", "a"), claim("paper", "a")]).count == 1)
  }
}

@Suite struct `The rule dates-differ` {
  private func claim(_ source: String, _ when: String) throws -> DateClaim {
    DateClaim(
      milestone: "consultation", label: "Consultation", when: try #require(Period(when)),
      source: source, place: .init(file: "programme/milestones.csv", row: 2))
  }

  private func found(_ claims: DateClaim...) throws -> [Finding] {
    try findings("dates-differ", sources: papers) { $0.dates = claims }
  }

  @Test func `a date that moved is a finding, earliest first`() throws {
    let moved = try found(claim("leaflet", "2018-01"), claim("paper", "2017-06"))

    #expect(moved.map(\.id) == ["dates-differ:consultation"])
    #expect(
      moved.first?.explanation.hasPrefix(
        "“The paper” says June 2017; “The leaflet” says January 2018.") == true)
  }

  @Test func `a month and a day within it agree`() throws {
    #expect(try found(claim("leaflet", "2017-11"), claim("paper", "2017-11-23")).isEmpty)
  }

  @Test func `one document that gives two dates is none`() throws {
    #expect(try found(claim("paper", "2017-06"), claim("paper", "2018-01")).isEmpty)
  }
}
