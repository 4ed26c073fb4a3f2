// SPDX-License-Identifier: Apache-2.0

/// How two inputs go together: Spearman's rank correlation, from -1 to 1.
public struct RankCorrelation: Hashable, Sendable {
  /// The name of an input.
  public let first: String
  /// The name of another input.
  public let second: String
  /// From -1 (when one is high, the other is low) by 0 (they vary apart) to 1.
  public let value: Double

  /// The rank correlation of two inputs; what it may be is checked where it is used.
  public init(_ first: String, _ second: String, _ value: Double) {
    self.first = first
    self.second = second
    self.value = value
  }

  var names: String { "“\(first)” and “\(second)”" }
}
