// SPDX-License-Identifier: Apache-2.0

/// Two units that touch, or that a road joins.
public struct Link: Sendable, Hashable {
  /// The index of one unit.
  public let first: Int
  /// The index of the other.
  public let second: Int

  /// Joins two units by their indices.
  public init(_ first: Int, _ second: Int) {
    self.first = min(first, second)
    self.second = max(first, second)
  }
}
