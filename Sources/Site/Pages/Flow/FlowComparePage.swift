// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Pictures
import Simulation

extension FlowPages {
  /// The variants of the model against the model as it stands; nil without variants.
  func comparison(_ variants: [FlowModel]) -> FlowPageModel? {
    let changes = variants.compactMap { variant in
      view.flow.study(variant, against: study).map { FlowChange(base: study, other: $0) }
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

  /// Whether people can wait in the model; where they cannot, the people there are compared.
  private var hasQueues: Bool { units.contains(where: \.isLimited) }

  private func answer(_ changes: [FlowChange]) -> String {
    let isQueue = hasQueues
    let found = changes.compactMap { change in change.total(isQueue).map { (change, $0) } }
    guard isQueue else {
      let most = found.max { $0.1.difference.mean.magnitude < $1.1.difference.mean.magnitude }
      return most.map {
        "“\($0.0.title)” changes most: \(FlowPhrase.difference($0.1.difference)) people in all units "
          + "together."
      } ?? "What would change in the number of people in each unit."
    }
    guard
      let best = found.filter({ $0.1.isClear && $0.1.difference.mean < 0 })
        .min(by: { $0.1.difference.mean < $1.1.difference.mean })
    else { return "None of these clearly shortens the queues." }
    return
      "“\(best.0.title)” shortens the queues most: \(FlowPhrase.number(-best.1.difference.mean)) "
      + "fewer people wait on average, for all units together."
  }

  private func chart(_ changes: [FlowChange]) -> IntervalChart? {
    let isQueue = hasQueues
    let what = isQueue ? "waiting, for all units together" : "in all units together"
    let rows = changes.compactMap { change in
      change.total(isQueue).map { row(change.title, $0, isQueue: isQueue) }
    }
    guard !rows.isEmpty else { return nil }
    let isLarge = rows.contains { $0.value.magnitude >= 20 }
    return IntervalChart(
      caption: Caption(
        id: "differences", title: "How many more or fewer people would be \(what)",
        summary: rows.map { "\($0.name): \($0.words)." }.joined(separator: " "),
        sourceLine: pictures.source(changes.map(\.replications).min() ?? 0)),
      nameHeading: "What is changed", valueHeading: "People \(what), more or fewer",
      numbers: NumberStyle(decimals: isLarge ? 0 : 1), rows: rows)
  }

  private func row(
    _ title: String, _ found: PairedDifference, isQueue: Bool
  ) -> IntervalChart.Row {
    let isLess = found.difference.mean < 0
    let tone: Tone = !found.isClear || !isQueue ? .neutral : (isLess ? .good : .bad)
    let words = isQueue ? (isLess ? "fewer wait" : "more wait") : (isLess ? "fewer" : "more")
    return IntervalChart.Row(
      title, found.difference.mean, interval: Self.interval(found.difference), tone: tone,
      words: found.isClear ? words : "no clear difference")
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
          TableModel.Row(HTML.escape(change.name(of: unit)), cells(change, unit))
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
      return .number(hasNone ? "no difference" : FlowPhrase.difference(found.difference))
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

  /// The name that a unit of the base has in the variant, with its own where that is another.
  func name(of unit: Int) -> String {
    let own = base.model.network.units[unit]
    let there = other.model.network.units.first { $0.id == own.id }?.name ?? own.name
    return there == own.name ? there : "\(there), in place of \(own.name)"
  }

  /// The paired difference of the people who wait for any unit, or of those in all units.
  func total(_ isQueue: Bool) -> PairedDifference? {
    func sums(_ study: FlowStudy) -> [Double] {
      study.results.map { result in
        result.units.reduce(0) { $0 + (isQueue ? $1.waiting : $1.meanOccupied) }
      }
    }
    return PairedDifference.of(base: sums(base), other: sums(other))
  }

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
