// SPDX-License-Identifier: Apache-2.0

/// How far months usually lie from the months around them.
///
/// The chart of individuals and moving ranges with medians in place of means, so that a month that
/// is out of the ordinary does not widen its own limits: median ± 3.145 median moving ranges
/// (Wheeler and Chambers, “Understanding Statistical Process Control”, 1992). The median is that of
/// up to six months on either side, because a slow rise or fall is no fault of a submission.
struct MonthlyLimits {
  /// Fewer months say nothing about what is usual.
  static let fewestMonths = 8
  private static let reach = 6
  private let values: [Double]
  private let range: Double

  init?(_ values: [Double]) {
    guard values.count >= Self.fewestMonths else { return nil }
    self.values = values
    range = 3.145 * Self.median(zip(values, values.dropFirst()).map { abs($1 - $0) })
  }

  /// What is usual around a month.
  func middle(_ index: Int) -> Double {
    let first = max(0, index - Self.reach)
    return Self.median(Array(values[first...min(values.count - 1, index + Self.reach)]))
  }

  /// Whether a month is out of the ordinary: beyond limits, beyond three standard deviations of
  /// what chance does, and by more than a share of what is usual.
  func isOdd(_ index: Int, deviation: (_ middle: Double) -> Double, share: Double) -> Bool {
    let middle = middle(index)
    let gap = abs(values[index] - middle)
    let tolerance = 1e-9 * max(abs(middle), range)
    return gap > range + tolerance && gap > 3 * deviation(middle) && gap > share * middle
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }
}
