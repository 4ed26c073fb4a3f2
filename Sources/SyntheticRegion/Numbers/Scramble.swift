// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A one-to-one map of the whole numbers below a limit to themselves, so that a number tells nothing
/// of who comes next.
///
/// A Feistel network of four rounds (Luby and Rackoff, 1988) on an even number of bits, walked along
/// its cycle until the result is below the limit (Black and Rogaway, 2002).
struct Scramble {
  private let limit: UInt64
  private let half: UInt64
  private let mask: UInt64
  private let key: StreamKey

  init(below limit: Int, seed: UInt64, purpose: StreamPurpose) {
    self.limit = UInt64(limit)
    let bits = max(2, UInt64.bitWidth - (self.limit - 1).leadingZeroBitCount)
    half = UInt64((bits + 1) / 2)
    mask = (1 << half) - 1
    key = StreamKey(seed: seed, purpose: purpose)
  }

  /// The number that this one becomes.
  func callAsFunction(_ number: Int) -> Int {
    var word = UInt64(number)
    repeat { word = once(word) } while word >= limit
    return Int(word)
  }

  private func once(_ word: UInt64) -> UInt64 {
    var (left, right) = (word >> half, word & mask)
    for round in 0..<4 {
      var stream = RandomStream(key, index: Int(right), item: round)
      (left, right) = (right, left ^ (stream.next() & mask))
    }
    return left << half | right
  }
}
