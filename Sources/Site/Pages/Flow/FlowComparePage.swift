// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Pictures
import Simulation

extension FlowPages {
  /// The variants of the model against the model as it stands; nil without variants.
  func comparison(_ variants: [FlowModel]) -> FlowPageModel? {
    let changes = variants.compactMap { variant in
      view.flow.study(variant).map { FlowChange(base: study, other: $0) }
    }
    guard !changes.isEmpty else { return nil }
    let replications = changes.map(\.replications).min() ?? 0
    var page = page(
      "Compare what could be done", path: paths.compare, answer: answer(changes))
    var first = FlowPageModel.Part(
      "All together",
      text: [
        "Each line is the model with one thing changed, against the model as it stands. Both have the "
          + "same patients with the same luck, so that what differs is the change. "
          + effort(replications)
      ])
    if let chart = chart(changes) { first.pictures = [PictureModel(drawn: chart)] }
    page.parts = [first] + changes.map(part)
    return page
  }

  private func answer(_ changes: [FlowChange]) -> String {
    guard let unit = findings.mostWaitedFor else {
      return "What would change in the number of people in each unit."
    }
    let found = changes.compactMap { change in
      change.difference(unit, UnitResult.waiting).map { (change, $0) }
    }
    guard let best = found.filter({ $0.1.isClear && $0.1.difference.mean < 0 })
      .min(by: { $0.1.difference.mean < $1.1.difference.mean })
    else {
      return "None of these clearly shortens the queue for \(units[unit].name)."
    }
    return "“\(best.0.title)” shortens the queue for \(units[unit].name) most: by "
      + "\(FlowText.number(-best.1.difference.mean)) people on average."
  }

  private func chart(_ changes: [FlowChange]) -> IntervalChart? {
    guard let unit = findings.mostWaitedFor else { return nil }
    let rows = changes.compactMap { change -> IntervalChart.Row? in
      guard let found = change.difference(unit, UnitResult.waiting) else { return nil }
      let isClear = found.isClear
      let isLess = found.difference.mean < 0
      return IntervalChart.Row(
        change.title, found.difference.mean, interval: Self.interval(found.difference),
        tone: isClear ? (isLess ? .good : .bad) : .neutral,
        words: isClear ? (isLess ? "fewer wait" : "more wait") : "no clear difference")
    }
    return IntervalChart(
      caption: Caption(
        id: "differences",
        title: "How many more or fewer people would wait for \(units[unit].name)",
        summary: rows.map { "\($0.name): \($0.words)." }.joined(separator: " "),
        sourceLine: pictures.source),
      nameHeading: "What is changed",
      valueHeading: "People waiting for \(units[unit].name), more or fewer",
      numbers: NumberStyle(decimals: 1), rows: rows)
  }

  private static func interval(_ estimate: Estimate) -> ClosedRange<Double>? {
    guard let low = estimate.low, let high = estimate.high, low <= high else { return nil }
    return low...high
  }

  private func part(_ change: FlowChange) -> FlowPageModel.Part {
    var part = FlowPageModel.Part(
      change.title,
      text: [
        change.reason, "Verdict: \(FlowFindings(change.other).verdict)",
      ].filter { !$0.isEmpty })
    part.tables = [
      TableModel(
        caption: "What would change: \(change.title)",
        columns: [
          ("Unit", false), ("People there", true), ("Held up", true), ("Waiting to come in", true),
          ("Turned away a day", true), ("Called off a day", true),
        ],
        rows: units.indices.map { unit in
          TableModel.Row(HTML.escape(units[unit].name), cells(change, unit))
        })
    ]
    return part
  }

  private func cells(_ change: FlowChange, _ unit: Int) -> [TableModel.Cell] {
    let days = max(flow.horizon.length, 1)
    let values: [(UnitResult) -> Double] = [
      { $0.meanOccupied }, { $0.meanBlocked + $0.meanTransition }, UnitResult.waiting,
      { Double($0.turnedAway) / days }, { Double($0.cancelled) / days },
    ]
    return values.map { value in
      guard let found = change.difference(unit, value) else { return .number("not known") }
      let hasNone = found.difference.mean == 0 && found.difference.halfWidth ?? 0 == 0
      return .number(hasNone ? "no difference" : FlowText.difference(found.difference))
    }
  }
}

/// A variant against the base, with the same luck.
struct FlowChange {
  let base: FlowStudy
  let other: FlowStudy

  var title: String { other.model.variant?.title ?? other.model.title }
  var reason: String { other.model.variant?.reason ?? "" }
  var replications: Int { min(base.results.count, other.results.count) }

  /// The paired difference of a number at a unit; nil when the networks have other units.
  func difference(_ unit: Int, _ value: (UnitResult) -> Double) -> PairedDifference? {
    let id = base.model.network.units[unit].id
    guard let place = other.model.network.units.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    return PairedDifference.of(
      base: base.results.map { value($0.units[unit]) },
      other: other.results.map { value($0.units[place]) })
  }
}
