// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

/// The findings of one rule about one relation.
private func checked(
  _ rule: String, _ facts: [Fact], _ relation: Relation
) throws -> [Finding] {
  try findings(rule, facts) { $0.relations = [relation] }
}

@Suite struct `The rule mismatch` {
  @Test func `two per cent is not 86 of 3,400 million`() throws {
    let found = try checked(
      "mismatch",
      [
        stated("share", "2", "%"), stated("saving", "86", "GBP million"),
        stated("budget", "3.4", "GBP billion"),
      ], relation(.restates, "share", "{saving} / ({budget} * 1000) * 100"))

    #expect(found.map(\.id) == ["mismatch:check"])
    #expect(found.first?.title == "share: stated as 2%, but works out at 2.53%")
  }

  @Test func `two and a half per cent is`() throws {
    let found = try checked(
      "mismatch",
      [
        stated("share", "2.5", "%"), stated("saving", "86", "GBP million"),
        stated("budget", "3.4", "GBP billion"),
      ], relation(.restates, "share", "{saving} / ({budget} * 1000) * 100"))

    #expect(found.isEmpty)
  }

  @Test func `a difference of half the last place is rounding`() throws {
    let facts = try [stated("a", "2"), stated("b", "2.5"), stated("c", "2.51")]

    #expect(try checked("mismatch", facts, relation(.restates, "a", "{b}")).isEmpty)
    #expect(try checked("mismatch", facts, relation(.restates, "a", "{c}")).count == 1)
  }

  @Test func `a finding names its facts and its relation`() throws {
    let found = try checked(
      "mismatch", [stated("a", "1"), stated("b", "5")], relation(.restates, "a", "{b}"))

    #expect(try found.first?.facts == ["a", "b"].map(id))
    #expect(found.first?.places == [.init(file: "relations.csv", row: 2)])
  }

  @Test func `an unknown fact is left to other checks`() throws {
    #expect(try checked("mismatch", [stated("a")], relation(.restates, "a", "{b}")).isEmpty)
    #expect(try checked("mismatch", [stated("a")], relation(.restates, "b", "{a}")).isEmpty)
  }
}

@Suite struct `The rule total` {
  @Test func `a total within the rounding of its parts is no finding`() throws {
    // 10 + 20 + 30 = 60, and 61 is within the half of the total and the three halves.
    let facts = try ["t": "61", "a": "10", "b": "20", "c": "30"].map { try stated($0, $1, "%") }

    #expect(try checked("total", facts, relation(.total, "t", "sum({a}, {b}, {c})")).isEmpty)
  }

  @Test func `a total beyond the rounding of its parts is a finding`() throws {
    let facts = try [stated("t", "63"), stated("a", "10"), stated("b", "20"), stated("c", "30")]

    let found = try checked("total", facts, relation(.total, "t", "{a} + {b} + {c}"))

    #expect(
      found.first?.title == "t: stated as 63 patients, but its parts add up to 60.00 patients")
  }

  @Test(arguments: [("62", 0), ("62.1", 1)])
  func `four halves are allowed, and no more`(total: String, expected: Int) throws {
    // The printed total 62 has a half of its own; 62.1 has only a twentieth.
    let facts = try ["t": total, "a": "10", "b": "20", "c": "30"].map { try stated($0, $1, "%") }

    #expect(try checked("total", facts, relation(.total, "t", "{a} + {b} + {c}")).count == expected)
  }

  @Test(arguments: [("30", 0), ("31", 1)])
  func `things that are counted one by one add up exactly`(total: String, expected: Int) throws {
    let facts = try [stated("t", total), stated("a", "10"), stated("b", "20")]

    #expect(try checked("total", facts, relation(.total, "t", "{a} + {b}")).count == expected)
  }

  @Test func `a part that counts a thousandfold is allowed a thousandfold rounding`() throws {
    let facts = try [stated("t", "3449"), stated("a", "3.4", "GBP billion")]

    #expect(try checked("total", facts, relation(.total, "t", "{a} * 1000")).isEmpty)
  }
}

@Suite struct `The rule rate` {
  /// A change of nine per cent over three years at three per cent.
  private func ninePercent(_ label: String, _ value: String = "9", rate: String = "3") throws
    -> [Finding]
  {
    try checked(
      "rate", [stated("change", value, "%", label: label), stated("yearly", rate, "%")],
      relation(.rate, "change", "{yearly}", years: 3))
  }

  @Test func `nine per cent over three years at three may be added or compounded`() throws {
    let finding = try #require(ninePercent("Growth in demand").first)

    #expect(finding.severity == .note)
    #expect(finding.explanation.contains("9.0% over 3 years when the years are added and 9.3%"))
    #expect(finding.explanation.contains("Both round to the printed figure"))
  }

  @Test func `a fall compounds to less than its sum`() throws {
    let finding = try #require(ninePercent("Decline in admissions").first)

    // 1 - 0.97³ = 8.7327%
    #expect(finding.explanation.contains("and 8.7%"))
  }

  @Test func `a growth of acute care is no cut`() throws {
    let finding = try #require(ninePercent("Growth in acute care, as the executive put it").first)

    #expect(finding.explanation.contains("and 9.3%"))
  }

  @Test(arguments: ["3", "-3"])
  func `a fall printed as a negative figure compounds as a fall`(rate: String) throws {
    let finding = try #require(ninePercent("Change in admissions", "-9", rate: rate).first)

    #expect(finding.severity == .note)
    #expect(finding.explanation.contains("Both round to the printed figure"))
  }

  @Test func `a figure that only compounding fits says so`() throws {
    let finding = try #require(ninePercent("Growth", "9.3").first)

    #expect(finding.severity == .note)
    #expect(finding.explanation.contains("Only compounding fits the printed figure."))
  }

  @Test func `a figure that only adding fits says so`() throws {
    let finding = try #require(ninePercent("Growth", "9.0").first)

    #expect(finding.explanation.contains("Only adding fits the printed figure."))
  }

  @Test func `a figure that neither fits is a warning`() throws {
    let finding = try #require(ninePercent("Growth", "12").first)

    #expect(finding.severity == .warning)
    #expect(finding.explanation.contains("Neither fits the printed figure."))
  }

  @Test func `a rate too small to matter is no finding`() throws {
    #expect(try ninePercent("Growth", "0", rate: "0.1").isEmpty)
  }

  @Test(arguments: [1, nil])
  func `a single year has nothing to compound`(years: Int?) throws {
    let found = try checked(
      "rate", [stated("change", "9", "%"), stated("yearly", "9", "%")],
      relation(.rate, "change", "{yearly}", years: years))

    #expect(found.isEmpty)
  }
}
