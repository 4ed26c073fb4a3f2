// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@Suite struct `The rule relative-date` {
  private func found(_ text: String) throws -> [Finding] {
    try findings("relative-date") { input in
      input.passages = [Passage(text: text, place: .init(file: "pages/index.md", row: 9))]
    }
  }

  @Test(arguments: [
    ("We overspent last year.", "last year"), ("Last year we overspent", "Last year"),
    ("In the next five years", "next five years"), ("This winter is hard", "This winter"),
    ("over the past decade, care", "past decade"),
    ("the current financial year", "current financial year"),
    ("Last year, £110 million was spent", "Last year"), ("last year 1,000 patients", "last year"),
    ("last year 400 beds closed", "last year"), ("(last summer)", "last summer"),
  ])
  func `words that need the day of writing are a finding`(text: String, phrase: String) throws {
    #expect(try found(text).map(\.title) == ["pages/index.md, row 9: “\(phrase)” goes stale"])
  }

  @Test(arguments: [
    "In 2016-17 we overspent", "the year 2016-17", "a five-year plan", "last but not least",
    "the current financial year, 2016-17", "last year (2016-17)", "", "this plan", "each year",
    "the years to come", "next to the hospital",
  ])
  func `words that name their time, or none, are no finding`(text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test(arguments: ["The leaflet says “last year” and no more", "It says \"last year\" only"])
  func `somebody else's words are no finding`(text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func `words after a quotation are our own again`() throws {
    #expect(try found("“Then”, they said, and last year it was so").count == 1)
  }

  @Test func `a finding is named after its line`() throws {
    #expect(try found("last year").map(\.id) == ["relative-date:pages/index.md#9"])
  }
}

@Suite struct `The rule ambiguous-period` {
  private func found(_ quotation: String, period: String) throws -> [Finding] {
    let fact = try stated("a", period: period, citations: [citation(quotation: quotation)])
    return try findings("ambiguous-period", [fact])
  }

  @Test func `a document that says only last year is a finding`() throws {
    let found = try found("we overspent by £110m last year", period: "2016-17?")

    #expect(found.map(\.title) == ["a: “last year” does not say which"])
    #expect(found.first?.explanation.contains("The plan reads it as 2016-17.") == true)
  }

  @Test func `a figure without any period does not say how it was read`() throws {
    let found = try found("last year", period: "")

    #expect(found.count == 1)
    #expect(found.first?.explanation.contains("The plan reads") == false)
  }

  @Test func `a period that the document states is none`() throws {
    #expect(try found("last year", period: "2016-17").isEmpty)
  }

  @Test func `a quotation without such words is none`() throws {
    #expect(try found("an overspend of £110m", period: "2016-17?").isEmpty)
  }
}

@Suite struct `The rule inferred-periods` {
  @Test func `the figures with an inferred date are counted in one note`() throws {
    let found = try findings(
      "inferred-periods", [stated("a", period: "2017?"), stated("b", period: "2017?"), stated("c")])

    #expect(found.map(\.title) == ["2 figures have a date that its document does not state"])
    #expect(try found.first?.facts == ["a", "b"].map(id))
  }

  @Test func `one figure is counted in the singular`() throws {
    let found = try findings("inferred-periods", [stated("a", period: "2017?")])

    #expect(found.first?.title.hasPrefix("1 figure has a date") == true)
  }

  @Test func `stated dates are none`() throws {
    #expect(try findings("inferred-periods", [stated("a")]).isEmpty)
  }

  @Test func `a figure that is worked out states no date of its own`() throws {
    let facts = try [stated("a"), derived("b", from: ["a"], period: "2017?")]

    #expect(try findings("inferred-periods", facts).isEmpty)
  }
}
