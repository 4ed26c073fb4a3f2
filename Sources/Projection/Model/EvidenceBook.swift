// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Sampling

/// What others achieved, by the claim that it is about.
struct EvidenceBook {
  private let rows: [EvidenceRow]
  private let byClaim: [String: [ProjectionEvidence]]

  init(_ plan: Plan) {
    rows = plan.projection.evidence
    byClaim = Dictionary(grouping: rows.map(ProjectionEvidence.init), by: \.claim)
  }

  /// The evidence on a claim.
  func ranges(_ claim: String) -> [ProjectionEvidence] { byClaim[claim] ?? [] }

  /// The claims in the order of their first row.
  var claims: [String] {
    var seen: Set<String> = []
    return rows.map(\.claim.rawValue).filter { seen.insert($0).inserted }
  }

  /// The first row about a claim.
  func row(_ claim: String) -> Int? { rows.first { $0.claim.rawValue == claim }?.row }

  /// Evidence on what is not there, and ranges the wrong way round.
  func check(_ graph: FactGraph, _ violations: inout ViolationList) {
    for row in rows {
      if graph[row.claim] == nil {
        violations.unknownFact(
          row.claim, CellPlace(file: "demand/evidence.csv", row: row.row, column: "claim"))
      }
      if row.low > row.high {
        violations.add(
          "demand/evidence.csv", row.row, "low", found: "\(row.low.plain), above \(row.high.plain)",
          expected: "the low end first", advice: "Change the two over.")
      }
    }
  }
}

extension ProjectionEvidence {
  init(_ row: EvidenceRow) {
    self.init(
      id: row.id, claim: row.claim.rawValue, label: row.label, low: row.low, high: row.high,
      strength: row.strength, source: row.source, locator: row.locator)
  }
}

extension ProjectionInput {
  init(_ entry: InputRegistry.Entry, _ evidence: [ProjectionEvidence], _ measures: [String]) {
    self.init(
      id: entry.input.id, label: entry.row.label, unit: entry.row.central.unit.name,
      low: entry.low, central: entry.central, high: entry.high, distribution: entry.shape,
      quality: entry.row.quality, why: entry.row.why, source: entry.row.source,
      evidence: evidence, uses: entry.uses, measures: measures, row: entry.row.row)
  }
}
