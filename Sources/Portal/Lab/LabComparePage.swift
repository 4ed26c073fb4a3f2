// SPDX-License-Identifier: Apache-2.0

import Pictures
import Programme

/// States side by side, as the template `lab-compare` draws them.
struct LabComparePage {
  /// One state.
  struct Column {
    let title: String
    let address: String
    let finding: String
    let verdict: String?
    let changes: [String]
    let hasChanges: Bool
    let measures: [Line]
  }

  /// One number of a state.
  struct Line {
    let label: String
    let value: String
    let note: String
  }

  let title = "Scenarios side by side"
  let synthetic: String?
  let errors: FormErrors?
  let answer: String
  let columns: [Column]
  let grids: [Grid]
  let hasColumns: Bool
  let knowing: LabPage.Part?
  let runs: String?
  let form: SectionForm

  init(
    _ options: LabOptions, _ comparison: LabComparison?, _ laboratory: Laboratory,
    _ kept: [LabScenarioState.Kept], asked: FormFields
  ) {
    synthetic = laboratory.synthetic
    errors = options.errors.hasErrors ? options.errors : nil
    form = Self.choosing(kept, asked)
    guard let comparison, !options.sides.isEmpty else {
      answer = "Choose two, three or four. The first is what the others are compared with."
      (columns, grids, hasColumns, knowing, runs) = ([], [], false, nil, nil)
      return
    }
    let words = LabComparisonWords(comparison: comparison, titles: options.sides.map(\.title))
    answer = words.answer
    columns = zip(options.sides, comparison.sides).enumerated().map { place, pair in
      Self.column(pair.0, pair.1, comparison, words.verdict(place))
    }
    hasColumns = true
    grids = [words.table]
    knowing = comparison.information.map {
      LabKnowing(information: $0, laboratory: laboratory).part
    }
    runs =
      "Each was worked out from the same \(NumberStyle().text(Double(comparison.runs))) runs, seed "
      + "\(comparison.seed): run 1 of one is compared with run 1 of the other, and so on."
  }

  private static func column(
    _ side: LabOptions.Side, _ found: LabComparison.Side, _ comparison: LabComparison,
    _ verdict: String?
  ) -> Column {
    Column(
      title: side.title, address: side.href,
      finding: found.measures.first.map {
        "\($0.measure.label) in \(comparison.year): \(LabWords.spread($0.spread, $0.measure))."
      } ?? "", verdict: verdict,
      changes: side.changes.isEmpty ? [] : side.changes, hasChanges: !side.changes.isEmpty,
      measures: found.measures.dropFirst().map {
        Line(
          label: "\($0.measure.label), \(comparison.year)",
          value: $0.measure.numbers.text($0.spread.middle),
          note: LabWords.between($0.spread, $0.measure))
      })
  }

  private static func choosing(
    _ kept: [LabScenarioState.Kept], _ asked: FormFields
  ) -> SectionForm {
    let choices =
      [("plan", "The plan as it stands")] + kept.map { ($0.scenario.id, $0.scenario.title) }
    let states = asked.all("state").map { Field.hidden("state", $0) }
    return SectionForm(
      action: "/lab/compare", method: "get",
      fields: [
        .checkboxes(
          "scenario", "What to put side by side", choices, chosen: asked.all("scenario"))
      ] + states, button: "Compare")
  }

  func page() -> PortalAnswer {
    .page(
      PortalPage(title, template: "lab-compare", self), status: errors == nil ? 200 : 422)
  }
}

/// A comparison in words and as one table.
struct LabComparisonWords {
  let comparison: LabComparison
  let titles: [String]

  private var measure: LabMeasure? { comparison.sides.first?.measures.first?.measure }

  /// Which is best, and in how many of the runs.
  var answer: String {
    guard let measure, comparison.sides.count > 1 else {
      return "Choose one more to compare with."
    }
    let best = comparison.sides.indices.max {
      comparison.sides[$0].best < comparison.sides[$1].best
    }
    guard let best, comparison.sides[best].best > 0 else { return "They come to the same." }
    let share = comparison.sides[best].best
    let middle = comparison.sides[best].measures.first?.spread.middle
    return "“\(titles[best])” has the \(measure.isBetterLow ? "smallest" : "largest") "
      + "\(LabWords.lowered(measure.label).dropFirst(4)) \(LabWords.kept(share)): about "
      + "\(measure.numbers.text(middle)) in \(comparison.year)."
  }

  /// How a state differs from the first, run by run; nil for the first.
  func verdict(_ place: Int) -> String? {
    guard place > 0, let measure else { return nil }
    let side = comparison.sides[place]
    let difference = side.difference
    let size = measure.numbers.text(difference.middle.magnitude)
    guard size != measure.numbers.text(0) else {
      return "It comes to the same as “\(titles[0])” in the middle run. "
        + "\(share(side.betterThanFirst))"
    }
    let isBetter = (difference.middle < 0) == measure.isBetterLow
    return "\(isBetter ? "Better" : "Worse") than “\(titles[0])”: \(size) "
      + "\(difference.middle < 0 ? "less" : "more") in the middle run (8 of 10 runs: between "
      + "\(measure.numbers.signed(difference.lowest)) and "
      + "\(measure.numbers.signed(difference.highest))). \(share(side.betterThanFirst))"
  }

  private func share(_ better: Double) -> String {
    "It is the better of the two \(LabWords.kept(better))."
  }

  /// Every number of every state.
  var table: Grid {
    let measures = comparison.sides.first?.measures ?? []
    var rows = measures.indices.map { place in
      ["\(measures[place].measure.label), \(measures[place].measure.unit)"]
        + comparison.sides.map { side in
          let found = side.measures[place]
          return "\(found.measure.numbers.text(found.spread.middle)), "
            + LabWords.between(found.spread, found.measure)
        }
    }
    for (place, promise) in comparison.promises.enumerated() {
      rows.append(
        ["Chance: \(promise)"]
          + comparison.sides.map { side in
            side.promises.indices.contains(place)
              ? NumberStyle(suffix: "%").text(side.promises[place] * 100) : NumberStyle.notKnown
          })
    }
    rows.append(
      ["Best of all"]
        + comparison.sides.map { NumberStyle(suffix: "% of runs").text($0.best * 100) })
    return Grid(
      "Every figure, \(comparison.year): the middle run, and the range of eight runs in ten",
      ["Figure"] + titles, rows)
  }
}
