// SPDX-License-Identifier: Apache-2.0

/// Pairs of records that were compared and kept, one at each index of all arrays, in the order of left row
/// and right row.
public struct ScoredPairs: Sendable, Hashable {
  /// The row of the one record.
  public var left: [Int32]
  /// The row of the other; always above `left`.
  public var right: [Int32]
  /// The match weight, the base-2 logarithm of the odds that both are of one person.
  public var weight: [Double]
  /// The index of the first blocking rule that held.
  public var rule: [UInt8]

  /// Gathers pairs; all arrays are of one length.
  public init(left: [Int32], right: [Int32], weight: [Double], rule: [UInt8]) {
    self.left = left
    self.right = right
    self.weight = weight
    self.rule = rule
  }

  /// How many there are.
  public var count: Int { left.count }
}
