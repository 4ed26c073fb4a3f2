// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Testing

@Suite struct `Figures in plain English` {
  @Test(arguments: [
    ("486", "GBP million", "£486 million"), ("3.4", "GBP billion", "£3.4 billion"),
    ("7000", "GBP", "£7,000"), ("1000", "patients", "1,000 patients"), ("1", "years", "1 year"),
    ("16", "%", "16%"), ("2.50", "%", "2.50%"), ("0", "beds", "0 beds"),
    ("12", "GBP per head", "£12 per head"),
  ])
  func `a figure reads as printed`(text: String, unit: String, expected: String) throws {
    #expect(try quantity(text, unit).plainEnglish == expected)
  }

  @Test(arguments: [
    ("999", "999"), ("1000", "1,000"), ("999999", "999,999"), ("1234567", "1,234,567"),
    ("1234567.5", "1,234,567.5"), ("100", "100"), ("123456789012345", "123,456,789,012,345"),
  ])
  func `thousands are separated`(text: String, expected: String) throws {
    #expect(try quantity(text).tableText == expected)
  }

  @Test(arguments: [
    ("-110", "GBP million", "−£110 million"), ("-2", "%", "−2%"), ("-1200", "beds", "−1,200 beds"),
  ])
  func `a negative figure begins with a minus sign`(
    text: String, unit: String, expected: String
  ) throws {
    #expect(try quantity(text, unit).plainEnglish == expected)
  }

  @Test func `a negative figure that is shown as zero has no sign`() throws {
    let small = Quantity(value: try decimal("-0.04"), decimals: 1, unit: .percent)

    #expect(small.plainEnglish == "0.0%")
    #expect(small.tableText == "0.0")
  }

  @Test func `a figure is shown with its own decimals and no more`() throws {
    let worked = Quantity(value: try decimal("2.52941"), decimals: 1, unit: .percent)

    #expect(worked.plainEnglish == "2.5%")
  }

  @Test func `rounding up can make a new thousand`() throws {
    let worked = Quantity(value: try decimal("999.96"), decimals: 1, unit: Unit("beds"))

    #expect(worked.plainEnglish == "1,000.0 beds")
  }

  @Test(arguments: [
    ("people", "1 person"), ("bodies", "1 body"), ("analyses", "1 analysis"),
    ("agencies", "1 agency"), ("branches", "1 branch"), ("addresses", "1 address"),
    ("bypass", "1 bypass"), ("staff", "1 staff"), ("GP practices", "1 GP practice"),
  ])
  func `one of a thing is singular`(unit: String, expected: String) throws {
    #expect(try quantity("1", unit).plainEnglish == expected)
  }

  @Test func `one with decimals stays plural`() throws {
    #expect(try quantity("1.0", "years").plainEnglish == "1.0 years")
  }

  @Test func `what is shown as one is singular`() throws {
    let worked = Quantity(value: try decimal("0.96"), decimals: 0, unit: Unit("years"))

    #expect(worked.plainEnglish == "1 year")
  }

  @Test func `a program reads a plain number`() throws {
    #expect(try quantity("-1234567.50").plainNumber == "-1234567.5")
  }

  @Test(arguments: [
    (Qualifier.exactly, "1,000 patients"), (.about, "about 1,000 patients"),
    (.over, "over 1,000 patients"), (.under, "under 1,000 patients"),
    (.upTo, "up to 1,000 patients"), (.atLeast, "at least 1,000 patients"),
  ])
  func `a qualifier goes before the figure`(qualifier: Qualifier, expected: String) throws {
    #expect(try stated("a", "1000", qualifier: qualifier).figureText == expected)
  }
}

@Suite struct `Words for what a figure is` {
  @Test func `every basis has words of its own`() {
    #expect(Set(Basis.allCases.map(\.plainEnglish)).count == Basis.allCases.count)
  }

  @Test func `every degree of confidence has words of its own`() {
    #expect(Set(Confidence.allCases.map(\.plainEnglish)).count == Confidence.allCases.count)
  }

  @Test func `a quoted figure is not worked out`() throws {
    #expect(try !stated("a").isDerived)
  }

  @Test func `a figure from other figures is worked out`() throws {
    #expect(try derived("b", from: ["a"]).isDerived)
  }

  @Test func `a quoted figure that lost its source is still not worked out`() throws {
    #expect(try !stated("a", citations: []).isDerived)
  }
}
