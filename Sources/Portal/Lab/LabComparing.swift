// SPDX-License-Identifier: Apache-2.0

import Facts
import Pictures
import Projection
import Sensitivity

/// Ensembles of the same luck, compared run by run.
struct LabComparing {
  let model: ProjectionModel
  let inputs: [LabInput]
  let ensembles: [Ensemble]

  func comparison() throws -> LabComparison {
    let measures = LabReckoning.shown(model)
    guard let headline = measures.first, let first = ensembles.first,
      let year = first.years.last
    else {
      return LabComparison(
        year: "", promises: [], sides: [], information: nil, runs: 0, seed: model.seed)
    }
    let values = ensembles.map { $0.values(headline.id, year) }
    let best = Self.best(values)
    let sides = try ensembles.indices.map { place in
      let paired = try PairedDifference(first: values[0], second: values[place])
      return LabComparison.Side(
        measures: try measures.map { measure in
          let spread = try LabReckoning.spreads(ensembles[place], measure.id, .withPlan)
          return (LabMeasure(measure), spread.last ?? .init(certain: .nan))
        },
        promises: model.promises.map { ensembles[place].chance(of: $0)?.chance ?? .nan },
        difference: LabReckoning.spread(paired.percentiles),
        betterThanFirst: paired.lower.share, best: best[place])
    }
    let drawn = first.drawnInputs()
    return LabComparison(
      year: FinancialYear.name(year), promises: model.promises.map(\.label), sides: sides,
      information: try drawn.flatMap { drawn in
        try LabReckoning.information(
          "which of these to choose", drawn, benefits: values.map { $0.map { -$0 } })
      },
      runs: first.runs.count, seed: first.seed)
  }

  /// The share of the runs in which each has the lowest value; a tie counts for the first.
  static func best(_ values: [[Double]]) -> [Double] {
    var counts = [Int](repeating: 0, count: values.count)
    let runs = values.map(\.count).min() ?? 0
    for run in 0..<runs {
      let least = values.indices.min { values[$0][run] < values[$1][run] }
      if let least { counts[least] += 1 }
    }
    return counts.map { runs == 0 ? 0 : Double($0) / Double(runs) }
  }
}

/// Every measure of an ensemble by future and year, as rows of a file.
struct LabRows {
  let rows: [[String]]

  init(_ ensemble: Ensemble) {
    let header = [
      "measure", "label", "unit", "future", "year", "central", "mean", "percentile_5",
      "percentile_10", "median", "percentile_90", "percentile_95", "synthetic",
    ]
    rows =
      [header]
      + ensemble.measures.flatMap { measure in
        ProjectionCase.allCases.flatMap { future in
          ensemble.spread(measure.id, future).map { Self.row(measure, future, $0) }
        }
      }
  }

  private static func row(
    _ measure: ProjectionMeasure, _ future: ProjectionCase, _ spread: ProjectionSpread
  ) -> [String] {
    let numbers = NumberStyle(decimals: 3)
    let values = [
      spread.central, spread.mean, spread.percentile5, spread.percentile10, spread.median,
      spread.percentile90, spread.percentile95,
    ]
    return [
      measure.id, measure.label, measure.unit, future.name, FinancialYear.name(spread.year),
    ] + values.map { numbers.bare($0).replacing(",", with: "") }
      + [measure.isSynthetic ? "yes" : "no"]
  }
}
