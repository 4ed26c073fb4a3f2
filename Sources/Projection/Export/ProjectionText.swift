// SPDX-License-Identifier: Apache-2.0

import Facts
import Costing
import PlanPackage

/// A projection as lines for a terminal.
public struct ProjectionText: Sendable {
  private let package: ProjectionPackage

  /// Describes the results of a projection.
  public init(_ package: ProjectionPackage) { self.package = package }

  private var ensemble: Ensemble { package.ensemble }

  /// The lines, without a line break at their ends.
  public var lines: [String] {
    let plan = package.model.plan
    var lines = [
      "\(plan.metadata.title): \(package.stamp.runs) runs, seed \(package.stamp.seed)"
        + (package.stamp.scenario.map { ", scenario \($0)" } ?? "") + "."
    ]
    if package.stamp.synthetic {
      lines.append("SYNTHETIC: rests on figures that a program made up. * marks what does.")
    }
    lines.append("Each line: the middle of the runs, and from where to where eight in ten are.")
    for measure in inOrder.filter({ $0.isMoney }) { lines += table(measure) }
    lines += promises + stack + matters
    for measure in inOrder.filter({ !$0.isMoney }) { lines += table(measure) }
    return lines + warnings
  }

  /// Money first, then beds and other capacity, then activity.
  private var inOrder: [ProjectionMeasure] {
    let families: [ProjectionMeasure.Family] = [
      .gap, .stranded, .cost, .beds, .requirement, .staff, .bedDays, .activityByKind, .activity,
    ]
    return families.flatMap { family in package.headlines.filter { $0.family == family } }
  }

  /// The published gap and what is said to close it, with nothing put in to make it balance.
  private var stack: [String] {
    guard let stack = package.model.publishedStack else { return [] }
    return ["", "What documents say closes the gap they state, in £ million"]
      + stack.description.split(separator: "\n").map { "  \($0)" }
  }

  private func table(_ measure: ProjectionMeasure) -> [String] {
    let title =
      "\(measure.label)\(measure.isSynthetic ? " *" : "") (\(measure.unit)), \(measure.id)"
    var rows = [["year", "do nothing", "", "with the plan", ""]]
    for year in ensemble.years {
      let futures = ProjectionCase.allCases.flatMap { future -> [String] in
        guard let spread = ensemble.spread(measure.id, year, future) else { return ["", ""] }
        return [
          NumberText.figure(spread.median, measure),
          "\(NumberText.figure(spread.percentile10, measure)) to "
            + NumberText.figure(spread.percentile90, measure),
        ]
      }
      rows.append([FinancialYear.name(year)] + futures)
    }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return ["", title]
      + rows.map { row in
        "  "
          + zip(row, widths).enumerated().map { index, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return index == 0 ? cell.0 + space : space + cell.0
          }.joined(separator: "  ").trimmedRight
      }
  }

  private var promises: [String] {
    let found = package.model.promises.compactMap { promise -> String? in
      guard let chance = ensemble.chance(of: promise) else { return nil }
      return "  \(promise.label) (\(FinancialYear.name(promise.year))): kept in \(chance.kept) of "
        + "\(chance.runs) runs, \(NumberText.percent(chance.chance)) (95% interval "
        + "\(NumberText.percent(chance.low)) to \(NumberText.percent(chance.high)))"
    }
    return found.isEmpty ? [] : ["", "Promises"] + found
  }

  /// The assumption that matters most for the gap and for what is promised, or for what was asked.
  private var matters: [String] {
    guard let year = ensemble.years.last, let drawn = ensemble.drawnInputs() else { return [] }
    let promised = Set(package.model.promises.map(\.measure))
    let chosen = inOrder.filter {
      !package.stamp.measures.isEmpty || $0.family == .gap || promised.contains($0.id)
    }
    let found = (chosen.isEmpty ? inOrder : chosen).compactMap { measure -> String? in
      guard
        let most = ensemble.influences(measure.id, year, among: drawn).first,
        most.shareOfVariance > 0
      else { return nil }
      return "  \(measure.label): “\(most.label)”, "
        + "\(NumberText.percent(most.shareOfVariance)) of the spread; from its low to its high end "
        + "\(NumberText.figure(most.atLow, measure)) to \(NumberText.figure(most.atHigh, measure))"
    }
    return found.isEmpty
      ? [] : ["", "What matters most, with the plan, in \(FinancialYear.name(year))"] + found
  }

  private var warnings: [String] {
    let all = package.model.warnings
    let unknown = all.filter { $0.kind == .unknownCapacity }.flatMap(\.measures)
    var found = all.filter { $0.kind != .unknownCapacity }.map { "  \($0.text)" }
    if !unknown.isEmpty {
      found.append(
        "  How many there are is not known, so no shortage can be told: "
          + unknown.joined(separator: ", ") + ".")
    }
    return found.isEmpty ? [] : ["", "What to know"] + found
  }
}

/// Numbers for a reader.
enum NumberText {
  /// A figure of a measure: money to a tenth of a million, the rest whole from ten on.
  static func figure(_ value: Double, _ measure: ProjectionMeasure) -> String {
    let decimals = measure.isMoney ? 1 : value.magnitude < 10 ? 1 : 0
    return grouped(value, decimals)
  }

  static func percent(_ share: Double) -> String {
    grouped(share * 100, share > 0.995 || share < 0.005 ? 1 : 0) + "%"
  }

  /// With commas between thousands.
  static func grouped(_ value: Double, _ decimals: Int) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    let scale = decimals == 0 ? 1.0 : 10.0
    let whole = Int((value.magnitude * scale).rounded())
    let (front, rest) = whole.quotientAndRemainder(dividingBy: Int(scale))
    var digits = ""
    for (index, digit) in "\(front)".reversed().enumerated() {
      if index > 0 && index % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    let sign = value < 0 && whole > 0 ? "-" : ""
    return sign + String(digits.reversed()) + (decimals == 0 ? "" : ".\(rest)")
  }
}

extension String {
  fileprivate var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
