// SPDX-License-Identifier: Apache-2.0

/// Values with the number of people who have each, such as minutes of travel by area.
///
/// A value may be infinite, for people without a route. Values without weight are left out. Sums
/// run from the smallest value to the largest, so the same people in another order give the same
/// figures when no two values tie, and figures within rounding when some do.
public struct WeightedDistribution: Equatable, Sendable {
  /// The values that somebody has, from the smallest to the largest; they may repeat.
  public let values: [Double]
  /// The weight of each value, above zero.
  public let weights: [Double]
  /// The sum of the weights, above zero.
  public let totalWeight: Double

  /// Makes a distribution from values and their weights, in any order.
  ///
  /// - Parameters:
  ///   - values: numbers of any sign; infinity is allowed, minus infinity is not.
  ///   - weights: one for each value, finite and not negative, not all zero.
  /// - Throws: `DistributionError` when a count, a value or a weight is wrong.
  /// - Complexity: O(n log n).
  public init(values: [Double], weights: [Double]) throws(DistributionError) {
    guard values.count == weights.count else {
      throw .countsDiffer(values: values.count, weights: weights.count)
    }
    for (position, value) in values.enumerated() where !(value > -.infinity) {
      throw .impossibleValue(value, position: position)
    }
    for (position, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .impossibleWeight(weight, position: position)
    }
    let order = values.indices.filter { weights[$0] > 0 }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    guard !order.isEmpty else { throw .noWeight }
    self.values = order.map { values[$0] }
    self.weights = order.map { weights[$0] }
    totalWeight = self.weights.reduce(0, +)
    guard totalWeight.isFinite else { throw .weightNotFinite }
  }

  /// The smallest value that somebody has.
  public var smallest: Double { values[0] }

  /// The largest value that somebody has: the worst place, when the values are minutes.
  public var largest: Double { values[values.count - 1] }

  /// The weighted mean; infinite when somebody's value is.
  public var mean: Double { mean { $0 } }

  /// The weighted mean of a function of the values.
  public func mean(of function: (Double) -> Double) -> Double {
    zip(values, weights).reduce(0.0) { $0 + function($1.0) * $1.1 } / totalWeight
  }

  /// The share of people whose value is at most `limit`, from 0 to 1.
  public func share(atMost limit: Double) -> Double { share { $0 <= limit } }

  /// The share of people whose value is at least `limit`, from 0 to 1.
  public func share(atLeast limit: Double) -> Double { share { $0 >= limit } }

  /// The share of people whose value passes a test; exactly 1 when every value does.
  func share(where passes: (Double) -> Bool) -> Double {
    zip(values, weights).reduce(0.0) { passes($1.0) ? $0 + $1.1 : $0 } / totalWeight
  }

  /// The smallest value that, with all below it, at least this share of the people have.
  ///
  /// There is no interpolation: the answer is always somebody's value. This is the inverse of the
  /// empirical distribution, definition 1 of Hyndman and Fan (1996), with weights. A cumulative
  /// weight within one part in 10¹² of the share counts as reaching it, so that ten tenths added
  /// up make a whole.
  /// - Parameter share: from 0, which gives the smallest value, to 1, which gives the largest.
  /// - Returns: one of ``values``.
  /// - Throws: `DistributionError.shareOutsideZeroToOne`.
  public func percentile(_ share: Double) throws(DistributionError) -> Double {
    guard share >= 0 && share <= 1 else { throw .shareOutsideZeroToOne(share) }
    let needed = share * totalWeight * (1 - Self.tolerance)
    var reached = 0.0
    for (value, weight) in zip(values, weights) {
      reached += weight
      if reached >= needed { return value }
    }
    return largest
  }

  /// The part of a whole that rounding may add or take when weights are summed.
  static let tolerance = 1e-12
}
