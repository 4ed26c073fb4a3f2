// SPDX-License-Identifier: Apache-2.0

extension CharacterPlaces {
  /// Jaro's similarity of the text held and another of at most 64 bytes, neither empty.
  ///
  /// Matches are found by bit operations as in M. Bachmann's rapidfuzz; the result has the same bits as
  /// ``Jaro``.
  @inline(__always)
  func similarity(
    _ left: UnsafePointer<UInt8>, _ leftCount: Int, _ right: UnsafePointer<UInt8>,
    _ rightCount: Int, _ variant: StringVariant, winkler: Bool
  ) -> Double {
    let reach = Jaro.reach(leftCount, rightCount)
    var leftMatched: UInt64 = 0
    var rightMatched: UInt64 = 0
    for index in 0..<rightCount {
      let free = self[right[index]] & ~leftMatched & window(index, reach)
      leftMatched |= free & (0 &- free)
      if free != 0 { rightMatched |= 1 << UInt64(index) }
    }
    let common = leftMatched.nonzeroBitCount
    guard common > 0 else { return 0 }
    let outOfOrder = displaced(leftMatched, rightMatched, right)
    var prefix = 0
    if winkler {
      let limit = min(4, leftCount, rightCount)
      while prefix < limit, left[prefix] == right[prefix] { prefix += 1 }
    }
    return Jaro.value(
      common: common, outOfOrder: outOfOrder, leftCount, rightCount, prefix, variant)
  }

  @inline(__always)
  private func window(_ index: Int, _ reach: Int) -> UInt64 {
    let from = max(0, index - reach)
    let to = index + reach
    guard from < 64 else { return 0 }
    let upTo: UInt64 = to >= 63 ? .max : (1 << UInt64(to + 1)) &- 1
    return upTo & (UInt64.max << UInt64(from))
  }

  @inline(__always)
  private func displaced(
    _ leftMatched: UInt64, _ rightMatched: UInt64, _ right: UnsafePointer<UInt8>
  ) -> Int {
    var fromLeft = leftMatched
    var fromRight = rightMatched
    var count = 0
    while fromRight != 0 {
      let place = fromLeft & (0 &- fromLeft)
      if self[right[fromRight.trailingZeroBitCount]] & place == 0 { count += 1 }
      fromLeft ^= place
      fromRight &= fromRight &- 1
    }
    return count
  }
}
