// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow

/// What readers must know of a run.
enum StudyNotes {
  static func all(
    _ model: FlowModel, _ asked: ReplicationCount, _ rounds: ReplicationRounds, hasExact: Bool
  ) -> [String] {
    var notes = model.notes
    let count = rounds.results.count
    if count < 2 {
      notes.append("One replication has no interval: nobody can say how much of it is luck.")
    } else if !rounds.isPrecise {
      let percent = FlowNumber.percent(model.precision)
      notes.append(
        "After \(count) replications a deciding measure is not yet within \(percent) of its mean; "
          + (asked == .automatic
            ? "the model allows no more." : "--replications auto runs as many as it takes."))
    }
    if model.kind == .steady, let note = warmUp(model, rounds.results) { notes.append(note) }
    if model.kind == .steady, !hasExact {
      notes.append("No exact answer is known for any unit of this model as it is run.")
    }
    return notes
  }

  /// What MSER-5 would still leave out of the counted run, of the mean over replications as Welch
  /// (1983) draws it; nothing when it is a tenth of the run or less.
  private static func warmUp(_ model: FlowModel, _ results: [FlowResult]) -> String? {
    var longest = 0.0
    for place in model.network.units.indices {
      let units = results.compactMap { $0.units.indices.contains(place) ? $0.units[place] : nil }
      for series in [units.map(\.dailyOccupied), units.map(\.dailyQueue)] {
        guard let bands = DayBands.of(series.map { $0.map(Double.init) }, shares: []),
          bands.means.count >= 50
        else { continue }
        switch WarmUp.mser5(bands.means) {
        case .cut(let observations):
          longest = max(longest, Double(observations) / Double(bands.means.count))
        case .runLonger: longest = 1
        }
      }
    }
    guard longest > 0.1 else { return nil }
    guard longest < 1 else {
      return "MSER-5 finds no beginning that could be left out: run longer."
    }
    let days = FlowNumber.plain((longest * model.horizon.length).rounded())
    return "MSER-5 would leave out \(days) days more at the beginning than the warm-up does."
  }
}
