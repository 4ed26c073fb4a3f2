// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow

/// A study as lines for a terminal: the verdict first.
public struct FlowText: Sendable {
  private let study: FlowStudy
  private let comparison: FlowComparison?

  /// Describes a study.
  public init(_ study: FlowStudy, comparison: FlowComparison? = nil) {
    self.study = study
    self.comparison = comparison
  }

  /// The lines, without a line break at their ends.
  public var lines: [String] {
    let verdict = study.verdict.words
    var lines: [String] = [verdict.prefix(1).uppercased() + verdict.dropFirst(), "", heading]
    if !study.model.question.isEmpty { lines.append(study.model.question) }
    for part in [loads, measures, classes, exact, beds, differences, notes] { lines += part }
    return lines
  }

  /// The models and variants of a plan, for somebody who has not said which.
  public static func list(_ models: [FlowModel]) -> [String] {
    guard !models.isEmpty else {
      return ["This plan has no models of patient flow: add them to its folder flow."]
    }
    return models.flatMap { model in
      ["\(model.id): \(model.title)", "  \(model.question)"]
        + model.variants.map { "  --scenario \($0.id): \($0.title)" }
    }
  }

  private var heading: String {
    let variant = study.model.variant.map { ", \($0.title)" } ?? ""
    let count = study.results.count
    let horizon = study.model.horizon
    let warm =
      horizon.warmUp > 0 ? " after a warm-up of \(FlowNumber.plain(horizon.warmUp)) days" : ""
    return
      "\(study.model.title)\(variant): \(count) \(count == 1 ? "replication" : "replications") of "
      + "\(FlowNumber.plain(horizon.length)) days\(warm), seed \(study.seed)."
  }

  private var loads: [String] {
    let limited = study.loads.filter { $0.load != nil }
    guard !limited.isEmpty else { return [] }
    return section(
      "How full each unit is by its numbers alone, without beds kept by people who cannot move on",
      ["unit", "come a day", "load"],
      limited.map {
        [$0.name, FlowNumber.plain($0.arrivalsPerDay), FlowNumber.percent($0.load ?? 0)]
      })
  }

  private var measures: [String] {
    study.model.network.units.flatMap { unit -> [String] in
      let rows = study.measures.filter { $0.measure.unit == unit.id }.map { measured in
        [measured.measure.quantity.title]
          + Self.cells(measured.estimate, isShare: measured.measure.quantity.isShare)
      }
      return section(unit.name, ["", "mean", "95% interval"], rows)
    }
  }

  private var classes: [String] {
    let names = Dictionary(
      study.model.network.classes.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    let rows = study.classes.filter { $0.quantity != .arrivals }
      .filter { $0.estimate.mean != 0 }
      .map { measure in
        ["\(names[measure.patientClass] ?? measure.patientClass): \(measure.quantity.words)"]
          + Self.cells(measure.estimate, isShare: measure.quantity == .lost)
      }
    return section("From coming to leaving", ["", "mean", "95% interval"], rows)
  }

  private var exact: [String] {
    let rows = study.comparisons.map { comparison in
      let isShare = comparison.measure.quantity.isShare
      return [
        comparison.measure.description, Self.value(comparison.exact, isShare: isShare),
        Self.value(comparison.simulated.mean, isShare: isShare),
        comparison.agrees ? "agree" : "DISAGREE", comparison.method,
      ]
    }
    let lines = section(
      "Exact beside simulated", ["measure", "exact", "simulated", "", "exact by"], rows)
    guard !study.alarms.isEmpty else { return lines }
    return lines + [
      "  ALARM: the exact answer lies more than four standard errors away. One of the two is wrong, or "
        + "the run has not settled."
    ]
  }

  private var beds: [String] {
    study.model.network.units.flatMap { unit -> [String] in
      let rows = study.bedNeeds.filter { $0.unit == unit.id }.map { need in
        [
          "\(need.beds)", Self.share(need.exactFull), Self.share(need.full.mean),
          Self.share(need.exactDelay), Self.share(need.delay.mean), Self.oneIn(need.exactDelay),
          need.agrees.map { $0 ? "agree" : "DISAGREE" } ?? "",
        ]
      }
      return section(
        "\(unit.name): what so many beds would come to",
        ["beds", "all used, exact", "simulated", "find none, exact", "simulated", "one in", ""],
        rows)
    }
  }

  private var differences: [String] {
    guard let comparison else { return [] }
    let name = comparison.other.model.variant?.title ?? "the base"
    let rows = comparison.rows.filter { $0.paired.difference.mean != 0 }.map { row in
      let isShare = row.measure.quantity.isShare
      return [
        row.measure.description, Self.value(row.base.mean, isShare: isShare),
        Self.value(row.other.mean, isShare: isShare),
      ] + Self.cells(row.paired.difference, isShare: isShare)
        + [
          row.paired.luckFactor.map { FlowNumber.plain($0) } ?? "",
          row.paired.isClear ? "" : "unclear",
        ]
    }
    let verdict = comparison.other.verdict.words
    return section(
      "With \(name) (\(verdict))",
      ["measure", "without", "with", "difference", "95% interval", "luck shared", ""], rows)
  }

  private var notes: [String] {
    study.notes.isEmpty ? [] : ["", "Notes"] + study.notes.map { "  \($0)" }
  }

  private static func cells(_ estimate: Estimate, isShare: Bool) -> [String] {
    guard let low = estimate.low, let high = estimate.high else {
      return [value(estimate.mean, isShare: isShare), ""]
    }
    return [
      value(estimate.mean, isShare: isShare),
      "\(value(low, isShare: isShare)) to \(value(high, isShare: isShare))",
    ]
  }

  private static func value(_ value: Double, isShare: Bool) -> String {
    isShare ? FlowNumber.percent(value) : FlowNumber.plain(value)
  }

  private static func share(_ share: Double?) -> String { share.map(FlowNumber.percent) ?? "" }

  private static func oneIn(_ share: Double?) -> String {
    share.map { $0 > 0 ? FlowNumber.plain(1 / $0) : "" } ?? ""
  }

  private func section(_ title: String, _ head: [String], _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return ["", title]
      + all.map { row in
        let cells = row.enumerated().map { column, cell in
          let space = String(repeating: " ", count: widths[column] - cell.count)
          return column == 0 || column == 4 && head.count == 5 ? cell + space : space + cell
        }
        return "  " + String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
      }
  }
}
