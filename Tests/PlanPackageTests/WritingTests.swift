// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage
import Testing

/// The starter plan as files, under any title and area.
private func starter(
  _ name: String = "plan", title: String = "Title", area: String = "Area"
) -> [PlanFile] {
  StarterPlan.files(name: name, title: title, area: area).map { file in
    PlanFile(path: file.path, bytes: Array(file.text.utf8))
  }
}

@Suite struct `The starter plan` {
  @Test func `it has nothing wrong with it`() {
    #expect(violations(in: starter()).isEmpty)
  }

  @Test func `its facts make a graph`() throws {
    let plan = try PlanReader(files: starter()).plan()

    #expect(try FactGraph(facts: plan.facts, sources: plan.sources).facts.count == 4)
  }

  @Test func `it says that it is made up`() throws {
    #expect(try PlanReader(files: starter()).about.isSynthetic)
  }

  @Test func `its scenario can be applied`() throws {
    let plan = try PlanReader(files: starter()).plan(scenario: "higher-need")

    #expect(plan.assumptions.first?.central.plainEnglish == "3%")
  }

  @Test(arguments: [
    "Plan: part two", "\"Quoted\"", "back\\slash", "# no comment", "'single'", "- a list", "{{x}}",
    "{a: b}", "yes", "null", "&anchor", "*alias", "!tag", "% directive", "@at", "Kent & Medway £5m",
    "👩🏽‍⚕️", "trailing\\", "a\\\"b", "under\"\u{301}accent", "|",
  ])
  func `a title of any characters comes back as it was`(title: String) throws {
    let about = try PlanReader(files: starter(title: title, area: title)).about

    #expect(about.title == title && about.area == title)
  }

  @Test(arguments: ["two\nlines", "two\r\nlines", "a\tb", "a\u{7}b", "a\u{0}b", "a\u{7F}b"])
  func `a title with control characters still makes a plan`(title: String) throws {
    #expect(violations(in: starter(title: title)).isEmpty)
  }

  @Test(arguments: [
    ("Kent and Medway", "kent-and-medway"), ("plan 2017!", "plan-2017"), ("../x", "x"),
    ("日本", "plan"), ("", "plan"), ("--", "plan"), ("A.B_C", "a-b-c"),
  ])
  func `the name of a folder becomes an id`(name: String, expected: String) throws {
    #expect(try PlanReader(files: starter(name)).about.id == expected)
  }
}

@Suite struct `Schemas and templates` {
  private func written() throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try SchemaWriter.files().map { ($0.path, $0.bytes) })
  }

  @Test func `every table has a schema and a template`() throws {
    let paths = try Set(written().keys)

    for schema in PlanTables.all {
      #expect(paths.isSuperset(of: ["schemas/\(schema.name).json", "templates/\(schema.path)"]))
    }
    #expect(paths.count == PlanTables.all.count * 2 + 1)
  }

  @Test func `a template is a good table without rows`() throws {
    let files = try written()

    let found = try PlanTables.all.filter { !$0.isRequired }.flatMap { schema in
      let template = try #require(files["templates/\(schema.path)"])
      return try violations([schema.path: String(decoding: template, as: UTF8.self)])
    }

    #expect(found.isEmpty)
  }

  @Test func `a schema names its columns, its key and its references`() throws {
    let bytes = try #require(written()["schemas/facts.json"])
    let json = String(decoding: bytes, as: UTF8.self)

    #expect(json.contains("\"https://datapackage.org/profiles/2.0/tableschema.json\""))
    #expect(json.contains("\"primaryKey\" : [\n    \"id\"\n  ]"))
    #expect(json.contains("\"resource\" : \"sources\""))
  }

  @Test func `the guide has a row for every column`() {
    let rows = SchemaWriter.guide().split(separator: "\n").filter { $0.hasPrefix("| `") }

    #expect(rows.count == PlanTables.all.map(\.fields.count).reduce(0, +))
    #expect(rows.allSatisfy { $0.count { $0 == "|" } == 4 })
  }

  @Test func `the guide has a section for every table`() {
    let guide = SchemaWriter.guide()

    #expect(PlanTables.all.allSatisfy { guide.contains("\n## \($0.path)\n\n\($0.purpose)\n") })
  }

  @Test func `no two tables share a name or a file`() {
    #expect(Set(PlanTables.all.map(\.name)).count == PlanTables.all.count)
    #expect(Set(PlanTables.all.map(\.path)).count == PlanTables.all.count)
  }
}
