// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Testing

@Suite struct `Cells that hold numbers` {
  private func advice(_ text: String) throws -> String {
    try problem(in: "facts", "value", text).advice
  }

  @Test(arguments: [
    ("1,000", "1000"), ("3 400", "3400"), ("1,234.5", "1234.5"), ("1\u{A0}000", "1000"),
  ])
  func `separators between thousands are taken out for the author`(
    text: String, plain: String
  ) throws {
    #expect(try advice(text) == "Write \(plain), without separators between thousands.")
  }

  @Test(arguments: ["£486", "£1,000", "16%", "486m", "5k", "3.4b"])
  func `a unit belongs in its own column`(text: String) throws {
    #expect(try advice(text).hasPrefix("Write the number alone; its unit has a column"))
  }

  @Test(arguments: ["n/a", "N/A", "na", "-", "–", "—", "unknown", "TBC", "not known", "NULL"])
  func `a word for not known is an empty cell`(text: String) throws {
    let violation = try problem(in: "facts", "value", text)

    #expect(violation.expected.hasSuffix("or an empty cell"))
    #expect(violation.advice.hasPrefix("Leave the cell empty when the figure is not known"))
  }

  @Test(arguments: ["1E+05", "1.2e+6"])
  func `a number that a spreadsheet has shortened is recognised`(text: String) throws {
    #expect(try advice(text).hasPrefix("A spreadsheet has shortened the number."))
  }

  @Test(arguments: ["about 7", "1.2.3", "(5)", "+5", ".5", "seven"])
  func `anything else is told what a number is`(text: String) throws {
    #expect(try advice(text) == "Digits, with a full stop before decimals and nothing else.")
  }

  @Test(arguments: ["486", "-3.40", "0", "0.5"])
  func `a plain number is good`(text: String) throws {
    #expect(try problems(in: "facts", ["value": text]).isEmpty)
  }

  @Test func `a zero that means unknown is questioned`() throws {
    let violation = try problem(in: "schemes", "confidence", "0")

    #expect(violation.expected == "a number above zero, or an empty cell")
    #expect(violation.advice.hasPrefix("Zero is a figure and “not known” is not."))
  }

  @Test(arguments: [("-0.1", "at least 0"), ("1.5", "at most 1"), ("80", "at most 1")])
  func `a number outside its limits is told the limit`(text: String, expected: String) throws {
    #expect(try problem(in: "schemes", "confidence", text).expected == expected)
  }

  @Test func `a whole number has no decimals`() throws {
    let violation = try problem(in: "derived", "decimals", "1.0")

    #expect(violation.expected == "a whole number")
    #expect(violation.advice == "Leave out the decimals.")
  }
}

@Suite struct `Cells that hold dates` {
  private func advice(_ text: String) throws -> String {
    try problem(in: "assumptions", "review_by", text).advice
  }

  @Test func `an Excel serial date is worked out for the author`() throws {
    #expect(try advice("42849") == "This is how Excel counts days. Write 2017-04-24.")
  }

  @Test(arguments: ["24/04/2017", "24.4.2017", "24-04-2017"])
  func `a British date is turned round`(text: String) throws {
    #expect(try advice(text) == "Write 2017-04-24, if the day came first.")
  }

  @Test(arguments: ["2017-02-30", "24 April 2017", "04/24/2017", "2017-4-24", "24/04/17", "Apr-17"])
  func `any other date is told its form`(text: String) throws {
    #expect(try advice(text).hasPrefix("Write year, month and day with hyphens"))
  }

  @Test func `an ISO date is good`() throws {
    #expect(try problems(in: "assumptions", ["review_by": "2020-02-29"]).isEmpty)
  }
}

@Suite struct `Cells that hold periods` {
  private func advice(_ text: String) throws -> String {
    try problem(in: "facts", "period", text).advice
  }

  @Test func `a financial year with a slash gets a hyphen`() throws {
    #expect(try advice("2016/17") == "Write 2016-17; a slash joins two ends of a range.")
  }

  @Test func `an Excel serial date is worked out for the author`() throws {
    #expect(try advice("42849") == "This is how Excel counts days. Write 2017-04-24.")
  }

  @Test func `a British date is turned round`() throws {
    #expect(try advice("24/04/2017") == "Write 2017-04-24, if the day came first.")
  }

  @Test func `a financial year with four digits twice is shortened`() throws {
    #expect(
      try advice("2016-2017") == "Write 2016-17, with two digits for the second year.")
  }

  @Test(arguments: ["last year", "2016-18", "2016-13"])
  func `any other period is told of the question mark`(text: String) throws {
    #expect(try advice(text).hasPrefix("Add a question mark at the end"))
  }

  @Test(arguments: ["2016-17", "2016", "2017-04", "2017-04-24", "2016-17/2020-21?", ""])
  func `a period in any of its forms is good`(text: String) throws {
    #expect(try problems(in: "facts", ["period": text]).isEmpty)
  }
}

@Suite struct `Cells that hold words` {
  @Test func `a required cell may not be empty`() throws {
    let violation = try problem(in: "facts", "label", "")

    #expect(violation.found == "an empty cell")
    #expect(violation.advice.hasPrefix("This column may not be empty: What the figure is"))
  }

  @Test(arguments: [" Gap", "Gap ", "\tGap", "Gap\u{A0}"])
  func `spaces at the ends are not allowed`(text: String) throws {
    #expect(try problem(in: "facts", "label", text).expected == "no spaces at the ends")
  }

  @Test(arguments: [("forcast", "forecast"), ("Plan", "plan"), ("outurn", "outturn")])
  func `a misspelt choice is guessed`(text: String, meant: String) throws {
    #expect(try problem(in: "facts", "basis", text).advice == "Did you mean “\(meant)”?")
  }

  @Test func `a word that is nothing like a choice is shown the list`() throws {
    let violation = try problem(in: "facts", "basis", "guesswork")

    #expect(violation.expected.hasPrefix("one of outturn, plan, forecast"))
    #expect(violation.advice == "Choose one of these words, in lower case.")
  }

  @Test(arguments: ["Money.Gap", "money gap", "money_gap", "money."])
  func `an id has no spaces and no capitals`(text: String) throws {
    #expect(try problem(in: "facts", "id", text).advice.hasPrefix("Ids are permanent names"))
  }

  @Test func `a formula is told where it goes wrong`() throws {
    let violation = try problem(in: "derived", "formula", "{money.gap} / * 2")

    #expect(violation.advice.contains("found “*” at character 15"))
  }
}
