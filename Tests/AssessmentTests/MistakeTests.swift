// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage
import Testing

/// Mistakes that would otherwise be read as something else, or flood the reader with others.
@Suite struct `A mistake in a plan` {
  @Test func `in the file that others refer to is reported once, not for each of them`() throws {
    let found = try violations(["sources.csv": "id;title\nmade-up;Made up\n"])
    #expect(found.map(\.file) == ["sources.csv"])
  }

  @Test(arguments: [
    ("facts.csv", "GBP million,,2025-26,plan", "GBP millions,,2025-26,plan", "unit"),
    ("facts.csv", "Our area,cash,made-up", "Our area,prices,made-up", "price_base"),
    ("finance/rates.csv", "need,,assumption", "need,2025,assumption", "year"),
    ("assumptions.csv", "year\",1,2,3,%", "year\",3,2,1,%", "low"),
    ("pictures.csv", "base year to the last.,,,", "base year to the last.,Not an id,,", "facts"),
  ])
  func `is named by its column`(file: String, right: String, wrong: String, column: String) throws {
    let text = try #require(
      StarterPlan.files(name: "t", title: "T", area: "A").first { $0.path == file }
    ).text
    try #require(text.contains(right))
    let found = try violations([file: text.replacing(right, with: wrong)])
    #expect(Set(found.map(\.file)) == [file])
    #expect(found.first?.column == column)
  }

  @Test(arguments: ["pages/Big Page.md", "pages/facts.md", "scenarios/central.yaml"])
  func `in the name of a page or scenario is found before it is an address`(path: String) throws {
    let page = "---\ntitle: T\nanswer: A\n---\n"
    let scenario = "title: T\nreason: R\n"
    let found = try violations([path: path.hasSuffix(".md") ? page : scenario])
    #expect(found.map(\.file) == [path])
  }

  @Test func `of braces that are never closed is named by its line`() throws {
    let page = "---\ntitle: T\nanswer: A\n---\n\nWe have {{fact:money.cost here.\n"
    #expect(try violations(["pages/index.md": page]).map(\.row) == [6])
  }

  @Test func `that is invisible is found`() throws {
    let glossary = "term,meaning,also,source\nA\u{0},B,,\n"
    #expect(try violations(["glossary.csv": glossary]).map(\.column) == ["term"])
  }

  @Test func `is not made of a long chain of formulas, in whichever order it stands`() throws {
    let header = "id,measure,label,formula,unit,period,basis,scope,price_base,decimals,note\n"
    let rows = (1...5000).map { number in
      let before = number == 1 ? "money.cost" : "chain.\(number - 1)"
      return "chain.\(number),,Link,{\(before)} + 1,people,2025,modelled,Here,,0,\n"
    }
    let text = header + rows.reversed().joined()
    let files = starter(["derived.csv": text, "relations.csv": "id,kind,fact,formula,years,note\n"])
    let assessment = try Assessment(PlanReader(files: files))
    let last = try #require(FactID("chain.5000"))
    #expect(assessment.graph[last]?.quantity.value == 5104)
  }

  private func violations(_ changes: [String: String]) throws -> [Violation] {
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(PlanReader(files: starter(changes)))
    }
    return error.violations
  }
}
