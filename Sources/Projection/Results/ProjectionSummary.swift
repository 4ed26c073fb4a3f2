// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How a measure is spread over the runs in one year.
public struct ProjectionSpread: Sendable, Hashable {
  /// The financial year, by its first calendar year.
  public let year: Int
  /// The value of the central run.
  public let central: Double
  /// The mean of the runs drawn.
  public let mean: Double
  /// The value that a twentieth of runs are below.
  public let percentile5: Double
  /// The value that a tenth of runs are below.
  public let percentile10: Double
  /// The middle value.
  public let median: Double
  /// The value that a tenth of runs are above.
  public let percentile90: Double
  /// The value that a twentieth of runs are above.
  public let percentile95: Double
}

extension Ensemble {
  /// How a measure is spread in each year; none for a measure that is not there.
  public func spread(
    _ measure: String, _ future: ProjectionCase = .withPlan
  ) -> [ProjectionSpread] {
    years.compactMap { spread(measure, $0, future) }
  }

  /// How a measure is spread in a year; nil for a measure or year that is not there.
  public func spread(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan
  ) -> ProjectionSpread? {
    let values = values(measure, year, future)
    guard let central = central(measure, year, future),
      let quantiles = try? SampleQuantiles(values)
    else { return nil }
    return ProjectionSpread(
      year: year, central: central, mean: CompensatedSum.of(values) / Double(values.count),
      percentile5: quantiles.quantile(0.05), percentile10: quantiles.quantile(0.1),
      median: quantiles.median, percentile90: quantiles.quantile(0.9),
      percentile95: quantiles.quantile(0.95))
  }
}

/// In how many runs a promise is kept.
public struct PromiseChance: Sendable, Hashable {
  /// The promise.
  public let promise: ProjectionPromise
  /// The runs in which it is kept.
  public let kept: Int
  /// The runs that were drawn.
  public let runs: Int
  /// The low end of the interval in which the chance lies, as far as so many runs can tell (95%).
  public let low: Double
  /// The high end of it.
  public let high: Double

  /// The share of runs in which it is kept.
  public var chance: Double { Double(kept) / Double(runs) }
}

/// How much one assumption moves a measure.
public struct InputInfluence: Sendable, Hashable, Identifiable {
  /// The id of the assumption.
  public let id: String
  /// What is assumed, in plain English.
  public let label: String
  /// Spearman's rank correlation of the draws with the measure; nil when one of them does not vary.
  public let rankCorrelation: Double?
  /// The share of the variance of the measure that it explains by itself, 0 to 1.
  public let shareOfVariance: Double
  /// The value that a tenth of its draws are below.
  public let low: Double
  /// The value that a tenth of its draws are above.
  public let high: Double
  /// The measure on average where the assumption is low.
  public let atLow: Double
  /// The measure on average where the assumption is high.
  public let atHigh: Double
}
