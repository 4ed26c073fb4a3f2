// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Testing

/// The value of a rule over the facts a = 6, b = 4 and c = 0.5.
private func worked(_ text: String) throws -> Decimal {
  let values = ["a": Decimal(6), "b": Decimal(4), "c": try decimal("0.5")]
  return try Formula(text).value { values[$0.rawValue] }
}

private func mistake(in text: String) throws -> FormulaError {
  try #require(throws: FormulaError.self) { try Formula(text) }
}

@Suite struct `Formulas` {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("8 - 3 - 2", "3"), ("24 / 4 / 2", "3"),
    ("2 * 3 + 4 * 5", "26"), ("-2 * 3", "-6"), ("2 - -3", "5"), ("--2", "2"), ("-(1 + 2)", "-3"),
    ("10 - 4 / 2", "8"), ("1.5 * 4", "6"), ("  7  ", "7"), ("-2 + 5", "3"), ("2 * -3", "-6"),
  ])
  func `operators have their usual precedence`(text: String, expected: String) throws {
    #expect(try worked(text) == decimal(expected))
  }

  @Test(arguments: [
    ("sum(1, 2, 3)", "6"), ("min(3, 1, 2)", "1"), ("max(3, 1, 2)", "3"), ("mean(1, 2, 6)", "3"),
    ("sum({a})", "6"), ("max({a}, {b}) - min({a}, {b})", "2"), ("sum(1, max(2, 3)) * 2", "8"),
    ("min(-1, -2)", "-2"), ("mean (1, 3)", "2"),
  ])
  func `functions take one argument or more`(text: String, expected: String) throws {
    #expect(try worked(text) == decimal(expected))
  }

  @Test func `facts are named in braces`() throws {
    #expect(try worked("{a} / ({b} * 2 + {a}) * {c}") == Decimal(6) / Decimal(14) / Decimal(2))
  }

  @Test func `each fact is listed once, in order of first appearance`() throws {
    let formula = try Formula("{b} + {a} * {b} + sum({c}, {a})")

    #expect(formula.references.map(\.rawValue) == ["b", "a", "c"])
  }

  @Test func `decimals are exact`() throws {
    #expect(try worked("0.1 + 0.2 - 0.3") == 0)
  }

  @Test(arguments: [
    ("", 1), ("1 +", 4), ("1 2", 3), ("(1", 3), ("1)", 2), ("* 2", 1), ("{a", 3), ("sum(", 5),
    ("sum()", 5), ("sum(1 2)", 7), ("median(1)", 1), ("1 + x", 5), ("1.2.3", 1), ("2 ^ 3", 3),
    ("£5", 1), ("1,000", 2), ("sum(1,)", 7), ("5%", 2), ("1 + .5", 5), ("(1 + 2))", 8),
  ])
  func `a mistake is placed at its character`(text: String, position: Int) throws {
    guard case .unexpected(_, _, let found) = try mistake(in: text) else {
      Issue.record("another kind of mistake")
      return
    }
    #expect(found == position)
  }

  @Test(arguments: ["1 + {A}", "1 + {a b}", "1 + {}", "1 + { a }"])
  func `a name that is no fact id is placed after its brace`(text: String) throws {
    guard case .malformedID(_, at: let position) = try mistake(in: text) else {
      Issue.record("another kind of mistake")
      return
    }
    #expect(position == 6)
  }

  @Test func `a mistake reads as a sentence`() throws {
    #expect(
      try mistake(in: "1 + * 2").plainEnglish
        == "found “*” at character 5 where a number, a fact in braces or a parenthesis was expected"
    )
  }

  @Test(arguments: ["1 / 0", "{a} / ({b} - 4)", "1 / (0 * {a})", "mean(1, 1 / 0)"])
  func `division by zero is refused`(text: String) {
    #expect(throws: FormulaError.divisionByZero) { try worked(text) }
  }

  @Test func `a fact without a value is named`() throws {
    let missing = try id("finance.gap")

    #expect(throws: FormulaError.unknownFact(missing)) { try worked("{a} + {finance.gap}") }
    #expect(FormulaError.unknownFact(missing).plainEnglish == "there is no fact “finance.gap”")
  }

  @Test func `ninety nested parentheses are read`() throws {
    let deep = String(repeating: "(", count: 90) + "7" + String(repeating: ")", count: 90)

    #expect(try worked(deep) == 7)
  }

  @Test(arguments: ["(", "-", "sum(", "(-"])
  func `deeper nesting than any person writes is refused`(opening: String) {
    #expect(throws: FormulaError.self) {
      try Formula(String(repeating: opening, count: 100_000) + "7")
    }
  }

  @Test(arguments: [" + 1", " - 1", " * 1", " / 1"])
  func `a longer rule than any person writes is refused`(step: String) {
    #expect(throws: FormulaError.self) {
      try Formula("1" + String(repeating: step, count: 100_000))
    }
  }

  @Test func `a rule of five hundred parts is worked out`() throws {
    #expect(try worked("1" + String(repeating: " + 1", count: 499)) == 500)
  }

  @Test func `a result beyond any figure is an error and not nonsense`() {
    let huge = Array(repeating: "1" + String(repeating: "0", count: 30), count: 7)

    #expect(throws: FormulaError.tooLarge) { try worked(huge.joined(separator: " * ")) }
  }
}
