// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Sampling

/// The rank correlations of a plan among the assumptions that a projection uses.
struct CorrelationReading {
  private(set) var correlations: [RankCorrelation] = []
  private(set) var idle: [CorrelationRow] = []

  init(_ plan: Plan, _ registry: InputRegistry, _ violations: inout ViolationList) {
    let known = Set(registry.entries.map(\.input.id))
    let rows = plan.projection.correlations
    var used: [CorrelationRow] = []
    for row in rows {
      if known.contains(row.first) && known.contains(row.second) {
        used.append(row)
        correlations.append(RankCorrelation(row.first, row.second, row.rankCorrelation))
      } else {
        idle.append(row)
      }
    }
    do {
      let matrix = try CorrelationMatrix(
        names: registry.entries.map(\.input.id), correlations)
      _ = try matrix.checked()
    } catch {
      violations.add(Self.violation(error, used))
      correlations = []
    }
  }

  private static func violation(_ error: SamplingError, _ rows: [CorrelationRow]) -> Violation {
    if case .impossibleCorrelations(let among, let at, let nearest) = error {
      let offered = rows.filter { among.contains($0.first) && among.contains($0.second) }
      let values = offered.compactMap { row -> String? in
        let pair = nearest.pairs.first {
          ($0.first, $0.second) == (row.first, row.second)
            || ($0.first, $0.second) == (row.second, row.first)
        }
        let value = ((pair?.value ?? 0) * 1000).rounded(.towardZero) / 1000
        return "\(row.first) and \(row.second) \(value)"
      }
      let row = rows.last { $0.first == at || $0.second == at } ?? rows.last
      return Violation(
        file: "demand/correlations.csv", row: row?.row, column: "rank_correlation",
        found: "correlations that no assumptions can have together: "
          + among.joined(separator: ", "),
        expected: "a matrix that is positive definite",
        advice: "The nearest that is possible: \(values.joined(separator: "; ")).")
    }
    let row = row(of: error, rows)
    return Violation(
      file: "demand/correlations.csv", row: row?.row, column: "first", found: "\(error)",
      expected: "two assumptions and a correlation from -1 to 1, each pair once",
      advice: "Correct the row.")
  }

  private static func row(of error: SamplingError, _ rows: [CorrelationRow]) -> CorrelationRow? {
    func last(_ pair: RankCorrelation) -> CorrelationRow? {
      rows.last {
        ($0.first, $0.second) == (pair.first, pair.second)
          || ($0.first, $0.second) == (pair.second, pair.first)
      }
    }
    switch error {
    case .correlationOutside(let pair), .correlationWithItself(let pair),
      .correlationTwice(let pair), .correlationsContradict(_, let pair),
      .unknownInput(_, let pair):
      return last(pair)
    default: return rows.first
    }
  }
}
