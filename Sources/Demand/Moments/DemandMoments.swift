// SPDX-License-Identifier: Apache-2.0

/// Mean and variance of a total, worked out and not simulated.
public struct DemandMoments: Sendable, Hashable {
  /// The mean over runs.
  public let mean: Double
  /// The variance over runs that comes from the inputs and the population variants.
  public let variance: Double
  /// The variance that chance adds when each event is one of a Poisson process.
  public let varianceByChance: Double

  /// The standard deviation over runs without chance.
  public var standardDeviation: Double { max(variance, 0).squareRoot() }
}
