// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How much a measure differs between two scenarios that were run with the same luck.
///
/// Each run of one is compared with the same run of the other, so that what varies in both alike
/// cancels; the standard error is that of the differences.
public struct PairedDifference: Hashable, Sendable {
  /// The mean of second less first.
  public let mean: Double
  /// How far that mean typically lies from the true one.
  public let standardError: Double
  /// The percentiles of second less first, at `Fan.shares`.
  public let percentiles: [Double]
  /// In how many runs the second is lower than the first.
  public let lower: Chance
  /// In how many runs the second is higher than the first.
  public let higher: Chance
  /// How many times more runs would be needed if the two had luck of their own; 1 when common luck
  /// does not help, and nil when the difference does not vary.
  public let runsSaved: Double?

  /// The difference between two scenarios, each by its runs in the same order.
  /// - Throws: `SensitivityError` without runs, for different numbers of runs, and for values that
  ///   are no numbers.
  public init(first: [Double], second: [Double]) throws(SensitivityError) {
    try RunValues.check(first, "the first scenario")
    try RunValues.check(second, "the second scenario", runs: first.count)
    let differences = zip(first, second).map { $1 - $0 }
    let summary = try Summary(differences, "the difference")
    mean = summary.moments.mean
    standardError = summary.moments.standardErrorOfMean
    percentiles = Fan.shares.map(summary.quantiles.quantile)
    lower = try Chance(count: differences.count { $0 < 0 }, runs: first.count)
    higher = try Chance(count: differences.count { $0 > 0 }, runs: first.count)
    let apart =
      try Summary(first, "the first scenario").moments.variance
      + Summary(second, "the second scenario").moments.variance
    let variance = summary.moments.variance
    runsSaved = variance > 0 ? apart / variance : nil
  }
}
