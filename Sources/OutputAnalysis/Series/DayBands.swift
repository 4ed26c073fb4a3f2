// SPDX-License-Identifier: Apache-2.0

import Sampling

/// What replications say of each day: the mean, and the values below which shares of them lie.
public struct DayBands: Hashable, Sendable, Codable {
  /// The shares, in rising order.
  public let shares: [Double]
  /// For each day, the mean over replications.
  public let means: [Double]
  /// For each day, the quantile of each share.
  public let quantiles: [[Double]]

  /// Bands of some series, one of each replication; the longer are cut to the shortest.
  ///
  /// Nil without series or days, or when a value is not finite.
  public static func of(
    _ series: [[Double]], shares: [Double] = [0.05, 0.25, 0.5, 0.75, 0.95]
  ) -> DayBands? {
    let days = series.map(\.count).min() ?? 0
    guard days > 0 else { return nil }
    let rising = shares.sorted()
    var means: [Double] = []
    var quantiles: [[Double]] = []
    for day in 0..<days {
      let values = series.map { $0[day] }
      guard let found = try? SampleQuantiles(values) else { return nil }
      means.append(CompensatedSum.of(values) / Double(values.count))
      quantiles.append(rising.map(found.quantile))
    }
    return DayBands(shares: rising, means: means, quantiles: quantiles)
  }
}
