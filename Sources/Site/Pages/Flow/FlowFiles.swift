// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import PlanPackage
import Simulation

/// The figures of a study as files.
struct FlowFiles {
  let study: FlowStudy

  init(_ study: FlowStudy) { self.study = study }

  /// Every measure with its interval.
  var measures: String {
    let rows = study.measures.map { found in
      let estimate = found.estimate
      return [
        found.measure.unit, found.measure.quantity.rawValue, found.measure.quantity.title,
        text(estimate.mean), text(estimate.low), text(estimate.high),
        "\(estimate.replications)", found.measure.quantity.definition,
      ]
    }
    return lines(
      ["unit", "measure", "name", "mean", "low95", "high95", "replications", "definition"], rows)
  }

  /// People in each unit and waiting for it at each daily count.
  var days: String {
    var rows: [[String]] = []
    for (index, unit) in study.model.network.units.enumerated() {
      rows += bands(index, unit.id, "people", \.dailyOccupied)
      rows += bands(index, unit.id, "waiting", \.dailyQueue)
    }
    return lines(["unit", "what", "day", "p10", "p25", "p50", "p75", "p90", "mean"], rows)
  }

  private func bands(
    _ unit: Int, _ id: String, _ what: String, _ series: KeyPath<UnitResult, [Int32]>
  ) -> [[String]] {
    let runs = study.results.map { $0.units[unit][keyPath: series].map(Double.init) }
    guard let bands = DayBands.of(runs, shares: [0.1, 0.25, 0.5, 0.75, 0.9]) else { return [] }
    return bands.quantiles.indices.map { day in
      [id, what, "\(day + 1)"] + (bands.quantiles[day] + [bands.means[day]]).map { text($0) }
    }
  }

  private func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return "\((value * 1e6).rounded() / 1e6)"
  }

  private func lines(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { CSVRecords.line($0) }.joined()
  }
}
