// SPDX-License-Identifier: Apache-2.0

/// A sequence of random words that belongs to a seed, a purpose, an index and an item of it.
///
/// Two streams that differ in any of the four have nothing to do with one another, and to open one
/// costs nothing, so give each run (`index`) and each table or block of rows (`item`) its own. What
/// one consumes never moves another. A stream holds 2³³ words of 64 bits and then begins again.
/// ```swift
/// let key = StreamKey(seed: 7, purpose: "spells")
/// var stream = RandomStream(key, index: run, item: block)
/// let copies = stream.poisson(mean: 1.1)
/// ```
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline let item: UInt32
  @usableFromInline let index: UInt64
  @usableFromInline var block: UInt32 = 0
  @usableFromInline var spare: UInt64 = 0
  @usableFromInline var hasSpare = false
  @usableFromInline var half: UInt32 = 0
  @usableFromInline var hasHalf = false

  /// The stream of a key.
  /// - Parameters:
  ///   - key: the seed and the purpose.
  ///   - index: such as the number of a run.
  ///   - item: such as the number of a block of rows; its lower 32 bits count.
  @inlinable
  public init(_ key: StreamKey, index: Int = 0, item: Int = 0) {
    self.key = key.words
    self.index = UInt64(truncatingIfNeeded: index)
    self.item = UInt32(truncatingIfNeeded: item)
  }

  /// The stream of a seed and a purpose.
  @inlinable
  public init(seed: UInt64, purpose: StreamPurpose, index: Int = 0, item: Int = 0) {
    self.init(StreamKey(seed: seed, purpose: purpose), index: index, item: item)
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let words = nextBlock()
    spare = UInt64(words[2]) | UInt64(words[3]) << 32
    hasSpare = true
    return UInt64(words[0]) | UInt64(words[1]) << 32
  }

  /// The next 32 random bits: two calls consume one word of 64.
  @inlinable
  public mutating func nextHalf() -> UInt32 {
    if hasHalf {
      hasHalf = false
      return half
    }
    let word = next()
    half = UInt32(truncatingIfNeeded: word >> 32)
    hasHalf = true
    return UInt32(truncatingIfNeeded: word)
  }

  /// An even number strictly between 0 and 1, with 52 random bits.
  @inlinable
  public mutating func unit() -> Double { Self.unit(next()) }

  /// A number of the standard normal distribution, by inversion: one word each.
  public mutating func normal() -> Double { StandardNormal.quantile(unit()) }

  /// Writes even numbers strictly between 0 and 1 over all of an array: the same as that many
  /// calls of `unit()` on a stream that has no spare word, and faster.
  @inlinable
  public mutating func fill(_ units: inout [Double]) {
    let pairs = hasSpare ? 0 : units.count / 2
    units.withUnsafeMutableBufferPointer { units in
      for pair in 0..<pairs {
        let words = nextBlock()
        units[2 * pair] = Self.unit(UInt64(words[0]) | UInt64(words[1]) << 32)
        units[2 * pair + 1] = Self.unit(UInt64(words[2]) | UInt64(words[3]) << 32)
      }
      for place in (2 * pairs)..<units.count { units[place] = unit() }
    }
  }

  @inlinable @inline(__always)
  mutating func nextBlock() -> SIMD4<UInt32> {
    let counter = SIMD4(
      block, item, UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32))
    block &+= 1
    return Philox.words(counter, key: key)
  }

  // The half keeps it from 0; with one more bit the sum would round up to 1.
  @inlinable @inline(__always)
  static func unit(_ word: UInt64) -> Double { (Double(word >> 12) + 0.5) * 0x1p-52 }
}
