// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A quantile of independent values with its interval of confidence between two of them.
///
/// The number of values below the true quantile is binomial, so two order statistics include it with
/// a chance that is known whatever the distribution (David and Nagaraja 2003, "Order Statistics", 7.1).
public struct QuantileEstimate: Hashable, Sendable, Codable {
  /// The share that lies below.
  public let share: Double
  /// The quantile of the values found.
  public let value: Double
  /// The lower end of the interval; nil when there are too few values for one.
  public let low: Double?
  /// The upper end of the interval; nil when there are too few values for one.
  public let high: Double?

  /// The estimate that values make; nil when there are none, one is not finite, or the share is not
  /// between 0 and 1.
  public static func of(
    _ values: [Double], share: Double, confidence: Double = 0.95
  ) -> QuantileEstimate? {
    guard share > 0, share < 1, let quantiles = try? SampleQuantiles(values) else { return nil }
    let ranks = ranks(count: values.count, share: share, confidence: confidence)
    return QuantileEstimate(
      share: share, value: quantiles.quantile(share),
      low: ranks.low.map { quantiles.sorted[$0 - 1] },
      high: ranks.high.map { quantiles.sorted[$0 - 1] })
  }

  /// The ranks, from 1, of the values at the ends: neither end is missed with more than half of the
  /// chance that the confidence leaves.
  static func ranks(count: Int, share: Double, confidence: Double) -> (low: Int?, high: Int?) {
    let chances = binomial(count, share)
    let outside = (1 - confidence) / 2
    var low: Int?
    var below = 0.0
    for number in 0..<count {
      below += chances[number]
      guard below <= outside else { break }
      low = number + 1
    }
    var high: Int?
    var above = 0.0
    for number in (1...count).reversed() {
      above += chances[number]
      guard above <= outside else { break }
      high = number
    }
    return (low, high)
  }

  /// The chances of 0 to `count` successes, from the likeliest outwards so that none underflows first.
  private static func binomial(_ count: Int, _ share: Double) -> [Double] {
    var weights = [Double](repeating: 0, count: count + 1)
    let mode = min(count, Int(Double(count + 1) * share))
    let odds = share / (1 - share)
    weights[mode] = 1
    for number in stride(from: mode, to: 0, by: -1) {
      weights[number - 1] = weights[number] * Double(number) / Double(count - number + 1) / odds
    }
    for number in mode..<count {
      weights[number + 1] = weights[number] * Double(count - number) / Double(number + 1) * odds
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
