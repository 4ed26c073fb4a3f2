// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Testing

private let head = "title: More need\nreason: What if need grows?\n"

/// A plan with an assumption and one scenario, which is named `more`.
private func reading(_ text: String) throws -> PlanReader {
  try read(["assumptions.csv": table("assumptions", [:]), "scenarios/more.yaml": text])
}

/// What is wrong with the text of a scenario when the plan is read.
private func problems(reading text: String) throws -> [Violation] {
  try violations(["assumptions.csv": table("assumptions", [:]), "scenarios/more.yaml": text])
}

/// What is wrong with a scenario when it is applied.
private func problems(applying text: String) throws -> [Violation] {
  let reader = try reading(text)
  return try #require(throws: PlanError.self) { try reader.plan(scenario: "more") }.violations
}

private func cell(
  file: String = "facts.csv", row: String = "money.gap", column: String = "value",
  value: String = "500"
) -> String {
  head + """
    tables:
      - file: \(file)
        row: \(row)
        column: \(column)
        value: \(value)
        reason: A later paper says so

    """
}

@Suite struct `Reading scenarios` {
  @Test func `a scenario has a title, a reason and changes`() throws {
    let plan = try reading(head + "assumptions:\n  assumption.growth: high\n").plan()

    let scenario = try #require(plan.scenarios.first)
    #expect(scenario.id == "more" && scenario.title == "More need")
    #expect(scenario.assumptions.map(\.value) == ["high"])
  }

  @Test func `scenarios are in order of id`() throws {
    let plan = try read(["scenarios/b.yaml": head, "scenarios/a.yaml": head]).plan()

    #expect(plan.scenarios.map(\.id) == ["a", "b"])
  }

  @Test(arguments: ["title", "reason"])
  func `a missing key is named`(key: String) throws {
    let text = head.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")

    #expect(try problems(reading: text).map(\.found) == ["no value for “\(key)”"])
  }

  @Test func `an unknown key is guessed`() throws {
    let found = try problems(reading: head + "assumption:\n  assumption.growth: high\n")

    #expect(found.map(\.advice) == ["Did you mean “assumptions”?"])
    #expect(found.first?.row == 3)
  }

  @Test func `an assumption whose name is no id is not passed over`() throws {
    let found = try problems(reading: head + "assumptions:\n  Assumption Growth: high\n")

    #expect(found.map(\.found) == ["“Assumption Growth”"])
    #expect(found.first?.row == 4)
  }

  @Test func `text that is not YAML is one mistake`() throws {
    let found = try problems(reading: head + "assumptions: [\n")

    #expect(found.map(\.found) == ["text that is not YAML"])
    #expect(found.first?.file == "scenarios/more.yaml")
  }

  @Test func `a change without a reason is a violation`() throws {
    let text = head + "tables:\n  - {file: facts.csv, row: money.gap, column: value, value: 5}\n"

    #expect(try problems(reading: text).map(\.column) == ["reason"])
  }

  @Test(arguments: ["assumptions: high\n", "tables: none\n", "tables:\n  - none\n"])
  func `changes of the wrong shape are one mistake`(text: String) throws {
    #expect(try problems(reading: head + text).count == 1)
  }
}

@Suite struct `Applying scenarios` {
  private func growth(_ value: String) throws -> String? {
    let reader = try reading(head + "assumptions:\n  assumption.growth: \(value)\n")
    return try reader.plan(scenario: "more").assumptions.first?.central.plainEnglish
  }

  @Test(arguments: [("low", "1%"), ("central", "2%"), ("high", "3%"), ("2.50", "2.50%")])
  func `an assumption takes one of its ends or a number`(value: String, expected: String) throws {
    #expect(try growth(value) == expected)
  }

  @Test func `a cell takes a new value`() throws {
    let plan = try reading(cell()).plan(scenario: "more")

    #expect(plan.facts.map(\.figureText) == ["£500 million"])
    #expect(plan.scenario?.id == "more")
  }

  @Test func `the plan as it stands is left alone`() throws {
    let reader = try reading(cell())
    _ = try reader.plan(scenario: "more")

    #expect(reader.plan().facts.map(\.figureText) == ["£486 million"])
    #expect(reader.plan().scenario == nil)
  }

  @Test func `a scenario that is not there is guessed`() throws {
    let reader = try reading(head)

    let error = try #require(throws: PlanError.self) { try reader.plan(scenario: "mor") }

    #expect(error.violations.map(\.advice) == ["Did you mean “more”?"])
  }

  @Test func `a plan without scenarios says so`() throws {
    let reader = try read()

    let error = try #require(throws: PlanError.self) { try reader.plan(scenario: "more") }

    #expect(error.violations.map(\.expected) == ["no scenario at all"])
  }

  @Test func `an unknown assumption is placed in the scenario`() throws {
    let found = try problems(applying: head + "assumptions:\n  assumption.need: high\n")

    #expect(found.map(\.found) == ["“assumption.need”"])
    #expect(found.first?.file == "scenarios/more.yaml" && found.first?.row == 4)
  }

  @Test(arguments: [
    cell(file: "fact.csv"), cell(row: "money.lost"), cell(column: "amount"),
    cell(file: "glossary.csv"),
  ])
  func `an unknown file, row or column is placed in the scenario`(text: String) throws {
    let found = try problems(applying: text)

    #expect(found.map(\.expected) == ["a table, a row and a column of the plan"])
    #expect(found.first?.file == "scenarios/more.yaml" && found.first?.row == 4)
  }

  @Test func `a value that the table does not allow is placed in the scenario`() throws {
    let found = try problems(applying: cell(value: "\"1,000\""))

    #expect(found.map(\.file) == ["scenarios/more.yaml"])
    #expect(found.map(\.row) == [4])
    #expect(found.first?.advice == "Write 1000, without separators between thousands.")
  }

  @Test func `an assumption with a value that is no number is placed in the scenario`() throws {
    let found = try problems(applying: head + "assumptions:\n  assumption.growth: lots\n")

    #expect(found.map(\.file) == ["scenarios/more.yaml"])
    #expect(found.map(\.found) == ["“lots”"])
  }

  @Test func `an end that the assumption does not have is named`() throws {
    let text = head + "assumptions:\n  assumption.growth: high\n"
    let reader = try read([
      "assumptions.csv": table("assumptions", ["high": ""]), "scenarios/more.yaml": text,
    ])

    let error = try #require(throws: PlanError.self) { try reader.plan(scenario: "more") }

    #expect(error.violations.map(\.found) == ["“high”, which is empty"])
  }

  @Test func `a reference to what is not there is found`() throws {
    let found = try problems(applying: cell(column: "source", value: "papr"))

    #expect(found.map(\.advice) == ["Did you mean “paper”?"])
  }
}
