// SPDX-License-Identifier: Apache-2.0

/// A mean over independent replications with its interval of confidence.
public struct Estimate: Hashable, Sendable, Codable {
  /// The mean over replications.
  public let mean: Double
  /// Half of the width of the interval, by Student's t; nil for fewer than two replications.
  public let halfWidth: Double?
  /// The standard deviation between replications; nil for fewer than two.
  public let standardDeviation: Double?
  /// How many replications.
  public let replications: Int

  /// An estimate of its parts.
  public init(mean: Double, halfWidth: Double?, standardDeviation: Double?, replications: Int) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.standardDeviation = standardDeviation
    self.replications = replications
  }
}
