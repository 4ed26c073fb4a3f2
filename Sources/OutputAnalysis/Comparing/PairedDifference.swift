// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How much two scenarios differ, replication by replication.
///
/// Replication 7 of one scenario has the same luck as replication 7 of the other, so that much of the
/// luck cancels in their difference (common random numbers; Law 2015, "Simulation Modeling and
/// Analysis", 11.2).
public struct PairedDifference: Hashable, Sendable, Codable {
  /// The mean difference, other less base, with its interval.
  public let difference: Estimate
  /// The sum of both variances over the variance of the difference: how many times more replications
  /// it would take with separate luck.
  ///
  /// 1 means that common luck did nothing; nil when the difference
  /// does not vary or there are fewer than two pairs.
  public let luckFactor: Double?

  /// Whether the interval leaves out 0, so that the difference is more than luck.
  public var isClear: Bool {
    guard let half = difference.halfWidth else { return false }
    return difference.mean.magnitude > half
  }

  /// The difference of two lists of values in the order of replications; the longer one is cut to the
  /// shorter.
  ///
  /// Nil when there are no pairs or a value is not finite.
  public static func of(
    base: [Double], other: [Double], confidence: Double = 0.95
  ) -> PairedDifference? {
    let count = min(base.count, other.count)
    let (first, second) = (Array(base.prefix(count)), Array(other.prefix(count)))
    let differences = zip(first, second).map { $1 - $0 }
    guard let difference = Estimate.of(differences, confidence: confidence) else { return nil }
    guard count > 1, let left = try? SampleMoments(first), let right = try? SampleMoments(second),
      let both = try? SampleMoments(differences), both.variance > 0
    else { return PairedDifference(difference: difference, luckFactor: nil) }
    return PairedDifference(
      difference: difference, luckFactor: (left.variance + right.variance) / both.variance)
  }
}
