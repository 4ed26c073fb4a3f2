// SPDX-License-Identifier: Apache-2.0

/// How far months usually lie from the middle one.
///
/// The chart of individuals and moving ranges with medians in place of means, so that a month that
/// is out of the ordinary does not widen its own limits: median ± 3.145 median moving ranges
/// (Wheeler and Chambers, “Understanding Statistical Process Control”, 1992).
struct MonthlyLimits {
  /// Fewer months say nothing about what is usual.
  static let fewestMonths = 8
  let middle: Double
  let range: Double

  init?(_ values: [Double]) {
    guard values.count >= Self.fewestMonths else { return nil }
    middle = Self.median(values)
    range = 3.145 * Self.median(zip(values, values.dropFirst()).map { abs($1 - $0) })
  }

  var lower: Double { middle - range }
  var upper: Double { middle + range }

  func isOutside(_ value: Double) -> Bool {
    let tolerance = 1e-9 * max(abs(middle), range)
    return value < lower - tolerance || value > upper + tolerance
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }
}
