// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How a measure may develop: its mean and its percentiles in each year.
///
/// Percentiles are taken from the total of each run. The percentiles of parts do not add up to those
/// of their total, since parts are rarely all high in the same run; give the parts, and they are
/// added run by run first.
public struct Fan: Hashable, Sendable {
  /// The shares of runs that lie below each percentile.
  public static let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

  /// One year of it.
  public struct Year: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The mean of all runs.
    public let mean: Double
    /// How far the mean of as many runs typically lies from the true one.
    public let standardErrorOfMean: Double
    /// The percentiles at `Fan.shares`.
    public let percentiles: [Double]

    /// The value below which half of the runs lie.
    public var median: Double { percentiles[3] }
    /// The value below which a tenth of the runs lie.
    public var low: Double { percentiles[1] }
    /// The value below which nine tenths of the runs lie.
    public var high: Double { percentiles[5] }
  }

  /// The years, in the order given.
  public let years: [Year]

  /// The fan of a measure.
  /// - Parameters:
  ///   - years: the years.
  ///   - totals: for each year, the value of the measure in each run.
  /// - Throws: `SensitivityError` for a year without its runs and for values that are no numbers.
  public init(years: [Int], totals: [[Double]]) throws(SensitivityError) {
    guard years.count == totals.count else {
      throw .yearsDiffer(of: "the totals", found: totals.count, expected: years.count)
    }
    var found: [Year] = []
    for (year, values) in zip(years, totals) {
      let name = "the total in \(year)"
      try RunValues.check(values, name, runs: totals.first?.count)
      let summary = try Summary(values, name)
      found.append(
        Year(
          year: year, mean: summary.moments.mean,
          standardErrorOfMean: summary.moments.standardErrorOfMean,
          percentiles: Self.shares.map(summary.quantiles.quantile)))
    }
    self.years = found
  }

  /// The fan of a sum of parts, each given by year and run.
  /// - Throws: `SensitivityError` for parts of other years or runs, and values that are no numbers.
  public init(years: [Int], parts: [[[Double]]]) throws(SensitivityError) {
    try self.init(years: years, totals: Self.totals(years, parts))
  }

  private static func totals(
    _ years: [Int], _ parts: [[[Double]]]
  ) throws(SensitivityError) -> [[Double]] {
    let runs = parts.first?.first?.count ?? 0
    for (number, part) in parts.enumerated() {
      let name = "part \(number + 1)"
      guard part.count == years.count else {
        throw .yearsDiffer(of: name, found: part.count, expected: years.count)
      }
      for values in part { try RunValues.check(values, name, runs: runs) }
    }
    return years.indices.map { year in
      (0..<runs).map { run in
        var sum = CompensatedSum()
        for part in parts { sum.add(part[year][run]) }
        return sum.value
      }
    }
  }
}
