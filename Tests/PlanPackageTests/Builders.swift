// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage
import Testing

/// The folder of plans that are kept for tests.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Fixtures").path()

let planYAML = """
  id: plan
  title: The plan
  area: Our area
  status: draft
  horizon: 2016-17/2020-21
  price_base: cash
  as_of: 2017-12-14
  licence: CC-BY-4.0

  """

/// One good row of each table that the tests change.
private let goodRows: [String: [String: String]] = [
  "sources": ["id": "paper", "title": "The paper", "publisher": "The board", "kind": "paper"],
  "facts": [
    "id": "money.gap", "label": "Gap", "value": "486", "unit": "GBP million", "period": "2020-21",
    "basis": "forecast", "scope": "Our area", "price_base": "cash", "source": "paper",
    "confidence": "read",
  ],
  "citations": ["fact": "money.gap", "source": "paper"],
  "derived": [
    "id": "gap.half", "label": "Half", "formula": "{money.gap} / 2", "unit": "GBP million",
    "basis": "modelled", "scope": "Our area", "decimals": "1",
  ],
  "assumptions": [
    "id": "assumption.growth", "label": "Growth", "low": "1", "central": "2", "high": "3",
    "unit": "%", "quality": "red", "impact": "high", "review_by": "2018-04-01", "source": "paper",
    "why": "Judged",
  ],
  "glossary": ["term": "Deficit", "meaning": "Spending more than there is."],
  "themes": ["id": "care", "name": "Care"],
  "workstreams": ["id": "local", "theme": "care", "name": "Local care", "source": "paper"],
  "organisations": ["id": "trust", "name": "Trust", "kind": "provider", "source": "paper"],
  "rates": ["series": "need", "year": "2017-18", "fact": "assumption.growth"],
  "schemes": [
    "id": "scheme", "label": "Scheme", "workstream": "local", "organisation": "trust",
    "full_year_effect": "money.gap", "start": "2017-04-01", "recurrent": "yes",
  ],
]

/// A table with one row for each set of changes to its good row.
func table(_ name: String, _ changes: [String: String]...) throws -> String {
  let schema = try #require(PlanTables.schema(name))
  let good = try #require(goodRows[name])
  let columns = schema.fields.map(\.name)
  return changes.reduce(CSVRecords.line(columns)) { text, change in
    text + CSVRecords.line(columns.map { change[$0] ?? good[$0] ?? "" })
  }
}

/// The bytes of a good plan, with some files given or taken away.
func files(_ changes: [String: String?] = [:]) throws -> [PlanFile] {
  var texts: [String: String] = [
    "plan.yaml": planYAML, "sources.csv": try table("sources", [:]),
    "facts.csv": try table("facts", [:]),
  ]
  for (path, text) in changes { texts[path] = text }
  return texts.keys.sorted().map { PlanFile(path: $0, bytes: Array((texts[$0] ?? "").utf8)) }
}

func read(_ changes: [String: String?] = [:]) throws -> PlanReader {
  try PlanReader(files: files(changes))
}

/// What a reader finds wrong with files.
func violations(in files: [PlanFile]) -> [Violation] {
  do throws(PlanError) {
    _ = try PlanReader(files: files)
    return []
  } catch {
    return error.violations
  }
}

/// What is wrong with a good plan after some files are given or taken away.
func violations(_ changes: [String: String?]) throws -> [Violation] {
  violations(in: try files(changes))
}

/// What is wrong with a table after its good row is changed, with the tables that it needs.
func problems(in name: String, _ changes: [String: String]...) throws -> [Violation] {
  let needed: [String] =
    switch name {
    case "schemes": ["themes", "workstreams", "organisations"]
    case "rates": ["assumptions"]
    default: []
    }
  var texts: [String: String?] = [:]
  for other in needed {
    texts[try #require(PlanTables.schema(other)).path] = try table(other, [:])
  }
  let schema = try #require(PlanTables.schema(name))
  let columns = schema.fields.map(\.name)
  let good = try #require(goodRows[name])
  texts[schema.path] = changes.reduce(CSVRecords.line(columns)) { text, change in
    text + CSVRecords.line(columns.map { change[$0] ?? good[$0] ?? "" })
  }
  return try violations(texts)
}

/// The one thing that is wrong with a cell of a table.
func problem(in name: String, _ column: String, _ text: String) throws -> Violation {
  let found = try problems(in: name, [column: text])
  try #require(found.count == 1, "\(found)")
  let violation = found[0]
  #expect(violation.row == 2 && violation.column == column)
  return violation
}

/// A new folder that is taken away afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "weald-\(UUID())").path()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
