// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage
import Testing

@Suite struct `An assessment` {
  @Test func `works the starter plan out by hand: 104 growing 4 and a bit percent, 100 growing 2`()
    throws
  {
    let assessment = try Assessment(PlanReader(files: starter()))
    let id = try #require(FactID("finance.model.gap.2027-28"))
    let gap = try #require(assessment.graph[id])

    // 104 × (1.02 × 1.02)² − 100 × 1.02² = 112.572945 − 104.04
    #expect(abs(gap.quantity.value - Decimal(8.5329)) < 0.0001)
    #expect(gap.figureText == "£9 million")
  }

  @Test func `names the loop when formulas go round in a circle`() throws {
    let derived = """
      id,measure,label,formula,unit,period,basis,scope,price_base,decimals,note
      a,,A,{b} + 1,people,2025,modelled,Here,,0,
      b,,B,{a} + 1,people,2025,modelled,Here,,0,

      """
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(PlanReader(files: starter(["derived.csv": derived])))
    }

    let violation = try #require(error.violations.first)
    #expect(violation.file == "derived.csv")
    #expect(violation.row == 2)
    #expect(violation.found.contains("a → b → a"))
  }

  @Test func `names page, line and character of prose that cites no fact`() throws {
    let page = "---\ntitle: T\nanswer: A\n---\n\nWe have {{fact:no.such}} here.\n"
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(PlanReader(files: starter(["pages/index.md": page])))
    }

    #expect(error.violations.map(\.file) == ["pages/index.md"])
    #expect(error.violations.map(\.row) == [6])
    #expect(error.violations.map(\.column) == ["9"])
  }

  @Test func `names row and column of a formula whose fact does not exist`() throws {
    let derived = """
      id,measure,label,formula,unit,period,basis,scope,price_base,decimals,note
      a,,A,{no.such} + 1,people,2025,modelled,Here,,0,

      """
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(PlanReader(files: starter(["derived.csv": derived])))
    }
    #expect(error.violations.map(\.column) == ["formula"])
    #expect(error.violations.map(\.row) == [2])
  }

  @Test func `uses what an engine found in a formula`() throws {
    let derived = """
      id,measure,label,formula,unit,period,basis,scope,price_base,decimals,note
      gap.doubled,,Twice the gap,{finance.model.gap.2025-26} * 2,GBP million,2025-26,modelled,Here,cash,0,

      """
    let files = starter([
      "derived.csv": derived, "relations.csv": "id,kind,fact,formula,years,note\n",
    ])
    let assessment = try Assessment(PlanReader(files: files))
    let id = try #require(FactID("gap.doubled"))
    #expect(assessment.graph[id]?.quantity.value == 8)
  }

  @Test func `refuses a series that does not exist, by row and column`() throws {
    let lines = """
      id,organisation,label,direction,baseline,demographic,non_demographic,price,other,variable_share,counterparty,note
      care,partnership,Cost of care,cost,money.cost,nead,,price,,,,

      """
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(PlanReader(files: starter(["finance/lines.csv": lines])))
    }
    #expect(error.violations.map(\.file) == ["finance/lines.csv"])
    #expect(error.violations.map(\.column) == ["demographic"])
  }

  @Test func `says when money between members does not cancel`() throws {
    let organisations = """
      id,name,kind,ods_code,role,source,note
      partnership,The partnership,commissioner,,,made-up,
      trust,The trust,provider,,,made-up,

      """
    let lines = """
      id,organisation,label,direction,baseline,demographic,non_demographic,price,other,variable_share,counterparty,note
      buys,partnership,Care bought,cost,money.cost,,,,,,trust,
      income,trust,Income,income,money.funding,,,,,,partnership,

      """
    let files = starter([
      "finance/lines.csv": lines, "programme/organisations.csv": organisations,
    ])
    let finance = try #require(try Assessment(PlanReader(files: files)).finance)
    #expect(!finance.transfersCancel)
    #expect(finance.transferStatement.contains("£104.0 million"))
  }

  @Test func `records every page and picture that shows a figure`() throws {
    let assessment = try Assessment(PlanReader(files: starter()))
    let deficit = try #require(FactID("money.deficit"))
    let gap = try #require(FactID("finance.model.gap.2027-28"))
    #expect(assessment.graph.uses(of: deficit).map(\.path) == ["/"])
    #expect(assessment.graph.uses(of: gap).map(\.path) == ["/", "/money", "/pictures/gap-by-year"])
  }

  @Test func `changes under a scenario only what follows from it`() throws {
    let reader = try PlanReader(files: starter())
    let central = try Assessment(reader)
    let other = try Assessment(reader, scenario: "higher-need")
    let changed = central.graph.differences(to: other.graph).map(\.id.rawValue)

    #expect(changed.contains("assumption.need-growth"))
    #expect(changed.contains("finance.model.gap.2027-28"))
    #expect(!changed.contains("money.cost"))
  }

  @Test func `names the scenarios there are when asked for one there is not`() throws {
    let reader = try PlanReader(files: starter())
    let error = try #require(throws: PlanError.self) {
      _ = try Assessment(reader, scenario: "higher-ned")
    }
    #expect(error.violations.first?.advice == "Did you mean “higher-need”?")
  }
}

@Suite struct `The assessment as JSON` {
  @Test func `is the same as when it was last reviewed`() throws {
    let assessment = try Assessment(PlanReader(files: starter()))
    let json = String(decoding: try AssessmentDocument(assessment).json(), as: UTF8.self)
    let path = repository + "/Tests/AssessmentTests/Golden/starter.json"
    if ProcessInfo.processInfo.environment["GOLDEN_RECORD"] == "1" {
      try json.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == json)
  }

  @Test func `has for each fact the keys that other programs rely on`() throws {
    let assessment = try Assessment(PlanReader(files: starter()))
    let json = Data(try AssessmentDocument(assessment).json())
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let facts = try #require(object["facts"] as? [[String: Any]])
    let keys = ["id", "label", "value", "unit", "period", "basis", "scope", "origin"]
    for fact in facts { #expect(keys.allSatisfy { fact[$0] != nil }) }
  }
}
