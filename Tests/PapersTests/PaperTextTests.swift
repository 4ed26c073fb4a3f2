// SPDX-License-Identifier: Apache-2.0

import Engagement
import Papers
import Testing

@Suite struct `Text of a paper` {
  @Test func `has its figures as facts and reads as a sentence`() throws {
    let schemes = fact("schemes", 12)
    let text: PaperText =
      "Of \(name: "Wave 1"), \(schemes.figure) run on \(day: try day("2017-09-30"))."
    #expect(text.plain == "Of Wave 1, 12 schemes run on 30 September 2017.")
    #expect(text.facts == [schemes])
    #expect(text.strayNumbers.isEmpty)
  }

  @Test func `gives a number away that was typed`() {
    let text: PaperText = "There are 12 schemes."
    #expect(text.strayNumbers == ["There are 12 schemes."])
  }

  @Test func `keeps the words that a person wrote with where they stand`() {
    let text: PaperText = "\(said: "Synthetic: 3 nurses short", fact("risk", 1))"
    #expect(text.strayNumbers.isEmpty)
    #expect(text.facts.map(\.id) == ["record.risk"])
  }

  @Test func `joins texts with words between`() {
    let text = PaperText.joined([PaperText(name: "a"), PaperText(name: "b")], by: ", ")
    #expect(text.plain == "a, b")
    #expect(PaperText.joined([], by: ", ").isEmpty)
  }
}

@Suite struct `A value in a paper` {
  @Test(arguments: [
    (PaperValue.pounds(1_250_000), "£1.3 million"), (.pounds(999_999), "£999,999"),
    (.pounds(-2_500_000), "−£2.5 million"), (.count(1, "schemes"), "1 scheme"),
    (.count(0, "responses"), "0 responses"),
  ])
  func `reads as people write it`(value: PaperValue, text: String) {
    #expect(value.text == text)
  }
}

@Suite struct `The month before` {
  @Test(arguments: [
    ("2017-09-30", "2017-08-31"), ("2017-03-31", "2017-02-28"), ("2016-03-31", "2016-02-29"),
    ("2017-01-15", "2016-12-15"), ("2017-05-30", "2017-04-30"), ("2017-03-30", "2017-02-28"),
  ])
  func `ends where a month ends`(of: String, is before: String) throws {
    #expect(try day(of).monthBefore == day(before))
  }
}
