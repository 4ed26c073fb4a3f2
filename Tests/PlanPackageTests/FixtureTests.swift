// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage
import Testing

/// A plan folder with one mistake, and where the mistake is.
struct BrokenPlan: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let row: Int
  let column: String
  /// Words that the message has to have in it.
  let words: String

  var testDescription: String { name }

  /// The mistakes that the reader itself finds.
  ///
  /// `cycle` and `unknown-fact-in-prose` need the facts to be put together, and are tested with
  /// the Assessment target; those of `projection` are found when a projection is read, and are
  /// tested with it; `scenario-unknown-row` is found when the scenario is applied.
  static let all = [
    BrokenPlan("thousands-separator", "facts.csv", 4, "value", "Write 60000, without separators"),
    BrokenPlan("latin-1", "facts.csv", 4, "3", "Save it as “CSV UTF-8"),
    BrokenPlan("excel-date", "assumptions.csv", 2, "review_by", "Write 2027-01-01."),
    BrokenPlan("total-row", "facts.csv", 5, "id", "found a row of totals"),
    BrokenPlan("not-available", "facts.csv", 4, "value", "Leave the cell empty"),
    BrokenPlan("zero-unknown", "finance/schemes.csv", 2, "confidence", "“not known” is not"),
    BrokenPlan("duplicate-id", "facts.csv", 5, "id", "“money.cost” again, already in row 3"),
    BrokenPlan("unknown-source", "facts.csv", 3, "source", "Did you mean “made-up”?"),
    BrokenPlan("missing-column", "sources.csv", 1, "published", "no column “published”"),
    BrokenPlan("misspelt-choice", "facts.csv", 3, "basis", "Did you mean “forecast”?"),
    BrokenPlan("bad-yaml", "plan.yaml", 3, "31", "quote text that contains a colon"),
    BrokenPlan("formula-syntax", "derived.csv", 2, "formula", "found “*” at character 16"),
    BrokenPlan("horizon-before-base", "plan.yaml", 15, "last_year", "a year after the base year"),
    BrokenPlan(
      "difference-that-is-none", "local-care/differences.csv", 2, "local", "is inherited"),
    BrokenPlan("unclosed-quote", "facts.csv", 4, "3", "double any quotation mark inside it"),
  ]

  /// The mistakes that a projection finds.
  static let projection = [
    "impossible-correlations", "missing-ages", "mitigator-without-activity", "rate-above-one",
    "saving-used-twice",
  ]

  private init(_ name: String, _ file: String, _ row: Int, _ column: String, _ words: String) {
    self.name = name
    self.file = file
    self.row = row
    self.column = column
    self.words = words
  }
}

@Suite struct `Plans with one mistake` {
  @Test(arguments: BrokenPlan.all)
  func `the mistake is found at its file, row and column, and nothing else is`(
    plan: BrokenPlan
  ) throws {
    let error = try #require(throws: PlanError.self) {
      try PlanReader(folder: "\(fixtures)/broken/\(plan.name)")
    }

    let violation = try #require(error.violations.first)
    #expect(error.violations.count == 1, "\(error.violations)")
    #expect(violation.file == plan.file)
    #expect(violation.row == plan.row)
    #expect(violation.column == plan.column)
    #expect(violation.description.contains(plan.words), "\(violation)")
  }

  @Test(arguments: ["cycle", "unknown-fact-in-prose", "scenario-unknown-row"])
  func `other mistakes leave a plan that can be read`(name: String) throws {
    #expect(try !PlanReader(folder: "\(fixtures)/broken/\(name)").plan().facts.isEmpty)
  }

  @Test func `a scenario that changes an unknown row is found when it is applied`() throws {
    let reader = try PlanReader(folder: "\(fixtures)/broken/scenario-unknown-row")

    let error = try #require(throws: PlanError.self) { try reader.plan(scenario: "cheaper") }

    #expect(error.violations.map(\.file) == ["scenarios/cheaper.yaml"])
    #expect(error.violations.map(\.row) == [4] && error.violations.map(\.column) == ["value"])
  }

  @Test func `every broken plan is tested`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "\(fixtures)/broken")
    let elsewhere =
      ["cycle", "unknown-fact-in-prose", "scenario-unknown-row"] + BrokenPlan.projection

    #expect(folders.sorted() == (BrokenPlan.all.map(\.name) + elsewhere).sorted())
  }
}

@Suite struct `The tiny plan` {
  private func tiny() throws -> PlanReader { try PlanReader(folder: "\(fixtures)/tiny") }

  @Test func `it has nothing wrong with it`() throws {
    #expect(try tiny().about.id == "tiny")
  }

  @Test func `it has a row of every table that a plan can have`() throws {
    let present = try tiny().presentTables

    #expect(present.map(\.schema.name) == PlanTables.all.map(\.name))
    #expect(present.allSatisfy { !$0.rows.isEmpty })
  }

  @Test func `its stated facts make a graph`() throws {
    let plan = try tiny().plan()

    #expect(try FactGraph(facts: plan.facts, sources: plan.sources).facts.count == plan.facts.count)
  }

  @Test func `each of its scenarios can be applied`() throws {
    let reader = try tiny()

    for id in reader.plan().scenarios.map(\.id) {
      #expect(try reader.plan(scenario: id).scenario?.id == id)
    }
  }

  @Test func `it can be told from a real plan`() throws {
    #expect(try tiny().about.isSynthetic)
  }
}
