// SPDX-License-Identifier: Apache-2.0

/// How many pairs reach each combination of levels.
public struct PatternCounts: Sendable, Hashable {
  /// How many levels each comparison has, in order.
  public let levels: [Int]
  /// The number of pairs by pattern: the level of the last comparison, plus its number of levels × that of
  /// the one before, and so on.
  public private(set) var counts: [UInt64: Int] = [:]

  /// Nothing counted yet.
  public init(levels: [Int]) { self.levels = levels }

  /// Adds pairs of one pattern.
  public mutating func add(_ pattern: UInt64, _ pairs: Int = 1) {
    counts[pattern, default: 0] += pairs
  }

  /// Adds what was counted elsewhere.
  public mutating func add(_ other: PatternCounts) {
    for (pattern, pairs) in other.counts { counts[pattern, default: 0] += pairs }
  }

  /// How many pairs were counted.
  public var pairs: Int { counts.values.reduce(0, +) }

  /// Each pattern as levels, with its pairs, in rising order of patterns.
  public var rows: [(levels: [Int], pairs: Int)] {
    counts.sorted { $0.key < $1.key }.map { pattern, pairs in
      var rest = pattern
      var reached = [Int](repeating: 0, count: levels.count)
      for index in levels.indices.reversed() {
        reached[index] = Int(rest % UInt64(levels[index]))
        rest /= UInt64(levels[index])
      }
      return (reached, pairs)
    }
  }
}
