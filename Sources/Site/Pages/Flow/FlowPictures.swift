// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Pictures
import Simulation

/// The pictures of a study, each with its finding as the title.
struct FlowPictures {
  let study: FlowStudy
  private var model: FlowModel { study.model }
  private var findings: FlowFindings { FlowFindings(study) }

  init(_ study: FlowStudy) { self.study = study }

  /// What every picture says of where it comes from.
  var source: String { source(study.results.count) }

  /// The same of a picture with another number of replications.
  func source(_ replications: Int) -> String {
    "Simulated: \(replications) replications, seed \(study.seed). Patients are made up."
  }

  /// People at a unit at each daily count.
  func occupied(_ unit: Int) -> FanChart? {
    fan(unit, id: "occupied", of: "people there", series: \.dailyOccupied) { low, high in
      low == high ? "about \(low) people are there" : "between \(low) and \(high) people are there"
    }
  }

  /// People who wait for a unit at each daily count; nil when nobody ever does.
  func queue(_ unit: Int) -> FanChart? {
    guard study.results.contains(where: { $0.units[unit].dailyQueue.contains { $0 > 0 } }) else {
      return nil
    }
    return fan(unit, id: "queue", of: "people waiting", series: \.dailyQueue) { low, high in
      low == high ? "about \(low) people wait" : "between \(low) and \(high) people wait"
    }
  }

  private func fan(
    _ unit: Int, id: String, of what: String, series: KeyPath<UnitResult, [Int32]>,
    finding: (String, String) -> String
  ) -> FanChart? {
    let name = model.network.units[unit].name
    let runs = study.results.map { $0.units[unit][keyPath: series].map(Double.init) }
    guard let bands = DayBands.of(runs, shares: [0.1, 0.25, 0.5, 0.75, 0.9]) else { return nil }
    let days = Self.few(bands.quantiles.count)
    let spreads = days.map { day in
      let found = bands.quantiles[day]
      return FanChart.Spread(
        lowest: found[0], low: found[1], middle: found[2], high: found[3], highest: found[4])
    }
    let low = PlainNumber.text(spreads.map(\.middle).min() ?? 0)
    let high = PlainNumber.text(spreads.map(\.middle).max() ?? 0)
    return FanChart(
      caption: Caption(
        id: "\(id)-\(model.network.units[unit].id)",
        title: "\(name): in the middle run \(finding(low, high)) at the daily count",
        summary:
          "\(name), \(what) at the daily count, \(FlowWords.clock(model.horizon.auditTime)). "
          + "The line is the middle of the runs; eight runs in ten lie within the light band.",
        sourceLine: source),
      placeHeading: "Day", valueHeading: "\(what) at the daily count", numbers: NumberStyle(),
      places: days.map { FlowPhrase.day($0, of: model) }, series: [.init(name, spreads)])
  }

  /// Evenly spaced days, few enough for a picture and its table; the last is among them.
  private static func few(_ count: Int) -> [Int] {
    guard count > 53 else { return Array(0..<count) }
    return (0..<53).map { $0 * (count - 1) / 52 }
  }

  /// How long those who were admitted had waited; nil when nobody was.
  func waits(_ unit: Int) -> BarChart? {
    let bins = WaitBins(study.results.map { $0.units[unit].waits })
    guard bins.total > 0 else { return nil }
    let name = model.network.units[unit].name
    let over = bins.share(over: 4)
    return BarChart(
      caption: Caption(
        id: "waits-\(model.network.units[unit].id)",
        title: "\(name): \(PlainNumber.text(bins.atOnce, 0))% come in at once, "
          + "\(PlainNumber.text(over, 0))% after more than four hours",
        summary: bins.rows.map { "\($0.name): \(PlainNumber.text($0.percent, 1))%." }
          .joined(separator: " "), sourceLine: source),
      nameHeading: "Time waited", valueHeading: "Share of people admitted, %",
      numbers: NumberStyle(suffix: "%", decimals: 1),
      bars: bins.rows.map { .init($0.name, $0.percent) })
  }

  /// The network with its queues to scale.
  func diagram() -> FlowDiagram {
    let units = model.network.units.indices.map { unit in
      let occupied = findings.estimate(unit) { $0.meanOccupied }.mean
      let held = findings.estimate(unit) { $0.meanBlocked + $0.meanTransition }.mean
      return FlowDiagram.Unit(
        model.network.units[unit].name, inCare: max(occupied - held, 0), heldUp: held,
        waiting: findings.waiting(unit).mean,
        capacity: FlowWords.capacity(model.network.units[unit]))
    }
    let ways = FlowWays(model.network, model.horizon).all.map {
      FlowDiagram.Way(from: $0.from, to: $0.to, perDay: $0.perDay)
    }
    return FlowDiagram(
      caption: Caption(
        id: "network", title: "Where people are, where they wait, and where they go",
        summary: units.map {
          "\($0.name): \(FlowPhrase.number($0.inCare)) in care, \(FlowPhrase.number($0.heldUp)) held up, "
            + "\(FlowPhrase.number($0.waiting)) waiting."
        }.joined(separator: " "),
        sourceLine: source + " People a day on each way follow from the rates alone."),
      units: units, ways: ways)
  }
}

/// Times waited, in steps that people know.
struct WaitBins {
  /// One step.
  struct Row {
    let name: String
    let percent: Double
  }

  private let counts: [Int]
  let total: Int

  /// Adds up the counts of replications by whole hours waited.
  init(_ waits: [[Int]]) {
    var sums = [Int](repeating: 0, count: waits.map(\.count).max() ?? 0)
    for one in waits {
      for (hour, count) in one.enumerated() { sums[hour] += count }
    }
    counts = sums
    total = sums.reduce(0, +)
  }

  /// In the first step nobody waited.
  var atOnce: Double { percent(0...0) }

  /// The share who waited longer than so many hours.
  func share(over hours: Int) -> Double { percent((hours + 1)...) }

  var rows: [Row] {
    let steps: [(String, Int, Int)] = [
      ("Not at all", 0, 0), ("Up to 1 hour", 1, 1), ("1 to 4 hours", 2, 4),
      ("4 to 12 hours", 5, 12), ("12 to 24 hours", 13, 24), ("1 to 2 days", 25, 48),
      ("2 to 7 days", 49, 168), ("More than 7 days", 169, Int.max - 1),
    ]
    let last = counts.lastIndex { $0 > 0 } ?? 0
    return steps.filter { $0.1 <= last }.map { name, low, high in
      // The last count is of all who waited longer, so that a step that it begins has no upper end.
      let isOpen = counts.count > 1 && counts.count - 1 >= low && counts.count - 1 <= high
      let after = low == 0 ? name : "More than \(Self.hours(low - 1))"
      return Row(name: isOpen && low > 1 ? after : name, percent: percent(low...high))
    }
  }

  private static func hours(_ hours: Int) -> String {
    hours >= 24 && hours % 24 == 0
      ? (hours == 24 ? "1 day" : "\(hours / 24) days") : (hours == 1 ? "1 hour" : "\(hours) hours")
  }

  private func percent(_ range: some RangeExpression<Int>) -> Double {
    guard total > 0 else { return 0 }
    let sum = counts.indices.filter { range.contains($0) }.reduce(0) { $0 + counts[$1] }
    return 100 * Double(sum) / Double(total)
  }
}
