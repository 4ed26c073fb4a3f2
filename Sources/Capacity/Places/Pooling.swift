// SPDX-License-Identifier: Apache-2.0

/// A pool of patients: how many units they use on average, and how much that varies.
public struct PoolDemand: Equatable, Sendable {
  /// The mean number in use.
  public let meanInUse: Double
  /// The variance over the mean: 1 for arrivals at random.
  public let variability: Double

  /// States a pool.
  public init(meanInUse: Double, variability: Double = 1) {
    self.meanInUse = meanInUse
    self.variability = variability
  }
}

/// What several pools need apart, and what they need as one.
///
/// One pool needs fewer, as its parts are not full at the same time (Smith and Whitt 1981, "Resource sharing for
/// efficiency in traffic systems"). Numbers in use are taken to vary independently: where they rise and fall together,
/// as in winter, pooling saves less.
public struct Pooling: Equatable, Sendable {
  /// What each pool needs on its own, in the order given.
  public let ringFenced: [Int]
  /// What they need as one.
  public let pooled: Int
  /// The mean number in use of all.
  public let meanInUse: Double
  /// The variance over the mean of all: the mean of theirs, weighted by their means in use.
  public let variability: Double

  /// Compares.
  ///
  /// - Parameters:
  ///   - pools: one or more; those without patients need nothing.
  ///   - chance: of running short, for each pool and for all as one.
  ///   - measure: what running short means.
  /// - Throws: `CapacityError` for a bad chance, mean or variability.
  public init(
    _ pools: [PoolDemand], chance: Double, measure: ShortageMeasure = .allTaken
  ) throws(CapacityError) {
    var ringFenced: [Int] = []
    for pool in pools {
      let rule = try PlacesRule(chance: chance, variability: pool.variability, measure: measure)
      ringFenced.append(try rule.required(meanInUse: pool.meanInUse))
    }
    self.ringFenced = ringFenced
    meanInUse = pools.reduce(0) { $0 + $1.meanInUse }
    let variance = pools.reduce(0) { $0 + $1.meanInUse * $1.variability }
    // The weighted mean of numbers from 1 to 20 may leave that range by rounding only.
    variability = meanInUse > 0 ? min(20, max(1, variance / meanInUse)) : 1
    pooled = try PlacesRule(chance: chance, variability: variability, measure: measure)
      .required(meanInUse: meanInUse)
  }

  /// The units that one pool saves; below zero would mean that it needs more.
  public var saved: Int { ringFenced.reduce(0, +) - pooled }
}
