// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Why no distribution of stays has the figures that were given.
public enum StayFitError: Error, Hashable, Sendable {
  /// A mean, a median or a standard deviation is not a number that it can be.
  case invalid(name: String, value: Double)
  /// The mean of a lognormal stay exceeds its median, because a few stay very long.
  case meanNotAboveMedian(mean: Double, median: Double)
}

extension StayFitError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .invalid(let name, let value):
      "The \(name) of a stay is \(value); expected a number of days above 0. Correct it."
    case .meanNotAboveMedian(let mean, let median):
      """
      The mean stay is \(mean) days and the median \(median); in a lognormal distribution the mean \
      is above the median. Correct one of them, or use another distribution.
      """
    }
  }
}

extension StayTime {
  /// The lognormal stay with a mean and a standard deviation, in days.
  /// - Throws: `StayFitError`, when they are not above 0 (the deviation may be 0) or not finite.
  public static func lognormal(
    mean: Double, standardDeviation: Double
  ) throws(StayFitError) -> StayTime {
    try check(mean, "mean")
    guard standardDeviation.isFinite, standardDeviation >= 0 else {
      throw .invalid(name: "standard deviation", value: standardDeviation)
    }
    let ratio = standardDeviation / mean
    let variance = Elementary.logarithmOfOnePlus(ratio * ratio)
    return .lognormal(
      location: Elementary.logarithm(mean) - variance / 2, scale: variance.squareRoot())
  }

  /// The lognormal stay with a mean and a median, in days.
  /// - Throws: `StayFitError`, when they are not above 0, not finite, or the mean is not above the
  ///   median.
  public static func lognormal(mean: Double, median: Double) throws(StayFitError) -> StayTime {
    try check(mean, "mean")
    try check(median, "median")
    guard mean > median else { throw .meanNotAboveMedian(mean: mean, median: median) }
    let location = Elementary.logarithm(median)
    let variance = 2 * (Elementary.logarithm(mean) - location)
    return .lognormal(location: location, scale: variance.squareRoot())
  }

  private static func check(_ value: Double, _ name: String) throws(StayFitError) {
    guard value.isFinite, value > 0 else { throw .invalid(name: name, value: value) }
  }
}
