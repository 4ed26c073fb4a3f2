// SPDX-License-Identifier: Apache-2.0

/// A part of many runs, so that several machines can share them.
///
/// A run depends on its number alone, so that parts need to know nothing of each other.
public struct Shard: Codable, Sendable, Hashable {
  /// Which part, from 1.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// Names a part; nil when it is not one of so many.
  public init?(index: Int, count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `2/5`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(index: index, count: count)
  }

  /// The numbers of its runs, of so many drawn in all; shares differ by one run at most.
  public func runs(of total: Int) -> Range<Int> {
    (1 + total * (index - 1) / count)..<(1 + total * index / count)
  }
}
