// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import PlanPackage
import Projection

/// The stays of a model by name, fitted to the figures that the table gives.
struct StayReading {
  let stays: [String: StayTime]
  /// Every name, those that cannot be fitted included, so that nothing is reported twice.
  private let known: [String: StayTime?]

  init(_ rows: [FlowStayRow], _ violations: inout ViolationList) {
    var known: [String: StayTime?] = [:]
    for row in rows { known[row.id] = .some(Self.time(row, &violations)) }
    self.known = known
    stays = known.compactMapValues { $0 }
  }

  /// The stay of a name; nil after a report, here or at the stay.
  func stay(_ name: String, _ cell: CellPlace, _ violations: inout ViolationList) -> StayTime? {
    FlowNames.found(name, in: known, "a stay of flow/stays.csv", cell, &violations) ?? nil
  }

  private static func time(_ row: FlowStayRow, _ violations: inout ViolationList) -> StayTime? {
    var reader = Cells(row: row)
    defer { reader.violations.forEach { violations.add($0) } }
    switch row.distribution {
    case "fixed": return reader.need(row.mean, "mean").map(StayTime.fixed)
    case "exponential": return reader.need(row.mean, "mean").map(StayTime.exponential)
    case "lognormal": return reader.lognormal()
    case "uniform":
      guard let low = reader.need(row.low, "low"), let high = reader.need(row.high, "high") else {
        return nil
      }
      guard high > low else {
        return reader.wrong(
          "high", "\(high.plain), not above the shortest, \(low.plain)", "a longer time",
          "Exchange the two, or use a fixed time.")
      }
      return .uniform(low: low, high: high)
    case "weibull":
      guard let shape = reader.need(row.shape, "shape"),
        let scale = reader.need(row.scale, "scale")
      else { return nil }
      return .weibull(shape: shape, scale: scale)
    default: return reader.observed()
    }
  }
}

/// Reads the cells of one row of `flow/stays.csv`.
private struct Cells {
  let row: FlowStayRow
  var violations: [Violation] = []

  mutating func need(_ value: Double?, _ column: String) -> Double? {
    if let value { return value }
    return wrong(
      column, "an empty cell", "a number of days",
      "A stay that is \(row.distribution) needs it.")
  }

  mutating func wrong<Value>(
    _ column: String, _ found: String, _ expected: String, _ advice: String
  ) -> Value? {
    violations.append(
      Violation(
        file: FlowModelRows.File.stays, row: row.row, column: column, found: found,
        expected: expected, advice: advice))
    return nil
  }

  mutating func lognormal() -> StayTime? {
    guard let mean = need(row.mean, "mean") else { return nil }
    guard (row.median == nil) != (row.deviation == nil) else {
      return wrong(
        "median", row.median == nil ? "neither a median nor a deviation" : "both",
        "a median or a standard deviation", "Fill in one of the two cells.")
    }
    if let deviation = row.deviation {
      return try? StayTime.lognormal(mean: mean, standardDeviation: deviation)
    }
    guard let median = row.median, median < mean else {
      return wrong(
        "median", "\(row.median?.plain ?? ""), with a mean of \(mean.plain)",
        "a median below the mean",
        "No lognormal distribution has such a mean and median: a few who stay very long lift the "
          + "mean above the median. Correct one of them, or use another distribution.")
    }
    return try? StayTime.lognormal(mean: mean, median: median)
  }

  mutating func observed() -> StayTime? {
    guard row.observed.count >= 2 else {
      return wrong(
        "observed", "\(row.observed.count) times", "two or more, with semicolons",
        "Give the times that were seen, or use another distribution.")
    }
    if let negative = row.observed.first(where: { $0 < 0 }) {
      return wrong(
        "observed", "\(negative.plain)", "times of 0 days or more", "A time cannot be below 0.")
    }
    return .observed(row.observed)
  }
}
