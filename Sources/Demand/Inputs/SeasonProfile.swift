// SPDX-License-Identifier: Apache-2.0

/// How a year's activity falls on its months.
public struct SeasonProfile: Sendable, Hashable {
  /// Its name in tables.
  public var id: String
  /// The shares of January to December; they sum to 1, give or take 0.01 for rounding in print, and
  /// are brought to 1.
  public var shares: [Double]

  /// Describes a profile.
  public init(id: String, shares: [Double]) {
    self.id = id
    self.shares = shares
  }
}
