// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@Suite struct `The rule missing-source` {
  @Test func `a figure that nobody is named for is an error`() throws {
    let found = try findings("missing-source", [stated("a", citations: [])])

    #expect(found.map(\.id) == ["missing-source:a"])
    #expect(found.first?.severity == .error)
  }

  @Test func `a figure with a source is none`() throws {
    #expect(try findings("missing-source", [stated("a")]).isEmpty)
  }

  @Test func `a figure that an engine works out from nothing is none`() throws {
    #expect(try findings("missing-source", [derived("a", from: [])]).isEmpty)
  }
}

@Suite struct `The rule missing-period` {
  @Test func `a figure without a date is an error`() throws {
    let found = try findings("missing-period", [stated("a", period: "")])

    #expect(found.map(\.id) == ["missing-period:a"])
    #expect(found.first?.severity == .error)
  }

  @Test func `a date that is inferred is a date`() throws {
    #expect(try findings("missing-period", [stated("a", period: "2017?")]).isEmpty)
  }

  @Test func `a finding points at the row of its fact`() throws {
    let place = Finding.Place(file: "facts.csv", row: 7)

    let found = try findings("missing-period", [stated("a", period: "")]) { input in
      input.places = [try id("a"): place]
    }

    #expect(found.first?.places == [place])
    #expect("\(place)" == "facts.csv, row 7")
  }
}

@Suite struct `The rule missing-price-base` {
  @Test(arguments: [nil, ""])
  func `money without a price base is a warning`(priceBase: String?) throws {
    let found = try findings(
      "missing-price-base", [stated("a", "486", "GBP million", priceBase: priceBase)])

    #expect(found.map(\.id) == ["missing-price-base:a"])
    #expect(found.first?.severity == .warning)
  }

  @Test(arguments: ["cash", "2016-17"])
  func `money in named prices is none`(priceBase: String) throws {
    #expect(
      try findings(
        "missing-price-base", [stated("a", "486", "GBP million", priceBase: priceBase)]
      ).isEmpty)
  }

  @Test func `what is not money needs no price base`() throws {
    #expect(try findings("missing-price-base", [stated("a"), stated("b", "2", "%")]).isEmpty)
  }
}

@Suite struct `The rule expired-review` {
  /// A review due on a day, in a plan that is read on 14 December 2017.
  private func review(due: String, owner: String = "The board") throws -> [Finding] {
    let day = try #require(Day(iso: due))
    return try findings("expired-review") { input in
      input.reviews = [
        ReviewDate(
          id: "growth", label: "Growth", owner: owner, reviewBy: day,
          place: .init(file: "assumptions.csv", row: 2))
      ]
    }
  }

  @Test func `a review whose day has passed is a warning`() throws {
    let found = try review(due: "2017-12-13")

    #expect(found.map(\.id) == ["expired-review:growth"])
    #expect(found.first?.title == "“Growth” was to be reviewed by 13 December 2017")
    #expect(found.first?.explanation.contains("The board owns it.") == true)
  }

  @Test(arguments: ["2017-12-14", "2018-06-01"])
  func `a review due on the day of reading or later is none`(due: String) throws {
    #expect(try review(due: due).isEmpty)
  }

  @Test func `a review that nobody owns says so`() throws {
    let found = try review(due: "2017-01-01", owner: "")

    #expect(found.first?.explanation.contains("Nobody is named as its owner.") == true)
  }
}

@Suite struct `The rule outside-evidence` {
  private func claim(_ value: Double, _ ranges: ClosedRange<Double>...) throws -> [Finding] {
    let fact = try #require(FactID("avoided"))
    return try findings("outside-evidence") { input in
      input.claims = [
        ClaimCheck(
          fact: fact,
          claim: EvidenceClaim(
            label: "Avoided", value: value, unit: "%",
            ranges: ranges.map {
              .init(label: "Pioneers", low: $0.lowerBound, high: $0.upperBound, strength: "strong")
            }), place: .init(file: "demand/evidence.csv", row: 2))
      ]
    }
  }

  @Test func `a claim beyond what was found is a warning`() throws {
    let found = try claim(15, 1.5...4)

    #expect(found.map(\.id) == ["outside-evidence:avoided"])
    #expect(found.first?.explanation.contains("taken as 15%") == true)
    #expect(found.first?.explanation.contains("1.5 to 4% (strong evidence)") == true)
  }

  @Test func `a claim within what was found, its ends included, is none`() throws {
    #expect(try claim(4, 1...4).isEmpty)
    #expect(try claim(4).isEmpty)
  }

  @Test func `a claim that only some of the evidence bears out is a warning`() throws {
    #expect(try claim(4, 1...4, 5...6).count == 1)
  }
}
