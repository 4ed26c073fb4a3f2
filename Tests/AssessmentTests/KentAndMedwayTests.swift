// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage
import Testing

/// The worked example, as the issue that asked for it would check it.
@Suite struct `The Kent and Medway plan` {
  private static let folder = repository + "/Plans/kent-and-medway"
  private let assessment: Assessment

  init() throws {
    assessment = try Assessment(PlanReader(folder: Self.folder))
  }

  @Test func `has at least 150 facts, each with a unit, a period, a scope and an origin`() {
    #expect(assessment.graph.facts.count >= 150)
    for fact in assessment.graph.facts {
      #expect(!fact.quantity.unit.name.isEmpty, "\(fact.id)")
      #expect(fact.period != nil, "\(fact.id)")
      #expect(!fact.scope.isEmpty, "\(fact.id)")
      #expect(!fact.inputs.isEmpty || !fact.citations.isEmpty, "\(fact.id)")
    }
  }

  @Test func `states over a hundred figures in the words of the five documents`() {
    let documents: Set<String> = [
      "kent-hosc-2017", "summer-update-2017", "stp-web-page-2016", "board-update-2017-04",
      "medway-hosc-2017-12",
    ]
    let quoted = assessment.graph.facts.filter { fact in
      fact.citations.contains { documents.contains($0.source) && !$0.quotation.isEmpty }
    }
    #expect(quoted.count > 100)
  }

  @Test func `explains the gap by a tree whose leaves are sources`() throws {
    let id = try #require(FactID("finance.gap.do-nothing.2020-21"))
    let explanation = try #require(assessment.graph.explain(id))

    #expect(explanation.fact.quantity.value == 486)
    #expect(leaves(explanation).allSatisfy { $0 })
  }

  @Test(arguments: [
    "sources-differ:finance.deficit", "mismatch:prevention-share-of-funding",
    "rate:prevention-decline-rate", "lists-differ:workstreams",
    "sources-differ:productivity.groups", "dates-differ:wave-one-consultation",
    "lists-differ:wave-one-services", "sources-differ:stroke.thrombolysis.within-60",
    "many-places:beds.not-needed.people", "wording-differs:productivity.opportunity",
  ])
  func `finds and acknowledges each known contradiction`(id: String) throws {
    let finding = try #require(assessment.findings.first { $0.id == id })
    #expect(finding.acknowledgement?.reason.isEmpty == false)
  }

  @Test func `leaves no finding unanswered and no answer without a finding`() {
    #expect(assessment.findings.allSatisfy { $0.acknowledgement != nil })
    #expect(!assessment.findings.contains { $0.rule == "stale-acknowledgement" })
  }

  @Test func `starts its model from the stated deficit and nets transfers once`() throws {
    let finance = try #require(assessment.finance)
    let base = try #require(finance.systemGap.first)
    let first = try #require(assessment.graph[base])
    let deficit = try #require(FactID("finance.deficit.2016-17"))

    #expect(finance.transfersCancel)
    #expect(abs(first.quantity.value - (assessment.graph[deficit]?.quantity.value ?? 0)) < 0.001)
  }

  @Test func `adds the causes of the change up to the change`() throws {
    let finance = try #require(assessment.finance)
    let gaps = try finance.systemGap.map { try #require(assessment.graph[$0]).quantity.value }
    let causes = try finance.pressures.map {
      try #require(assessment.graph[$0.fact]).quantity.value
    }
    let change = try #require(gaps.last) - #require(gaps.first)

    #expect(abs(causes.reduce(0, +) - change) < 0.001)
  }

  @Test func `gives identical bytes twice`() throws {
    let again = try Assessment(PlanReader(folder: Self.folder))
    let first = try AssessmentDocument(assessment).json()
    #expect(try AssessmentDocument(again).json() == first)
  }

  @Test func `works out under every scenario, and each changes something`() throws {
    let reader = try PlanReader(folder: Self.folder)
    #expect(!assessment.plan.scenarios.isEmpty)
    for scenario in assessment.plan.scenarios {
      let other = try Assessment(reader, scenario: scenario.id)
      #expect(!assessment.graph.differences(to: other.graph).isEmpty, "\(scenario.id)")
    }
  }

  @Test func `is what plan.lock says`() throws {
    let lock = try #require(try PlanLock.read(folder: Self.folder))
    #expect(try lock.changes(to: PlanLock(PlanReader(folder: Self.folder))).isEmpty)
  }

  /// For each end of the tree, whether it is a source.
  private func leaves(_ explanation: Explanation) -> [Bool] {
    guard !explanation.branches.isEmpty else { return [false] }
    return explanation.branches.flatMap { branch in
      switch branch {
      case .source: [true]
      case .input(let inner), .check(let inner): leaves(inner)
      case .seen, .rival, .deeper: [true]
      }
    }
  }
}
