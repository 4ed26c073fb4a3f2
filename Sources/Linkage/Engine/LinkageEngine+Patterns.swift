// SPDX-License-Identifier: Apache-2.0

extension LinkageEngine {
  /// Counts the pairs of a piece by their levels in some of the comparisons.
  ///
  /// `share` is the part of pairs that is counted, picked by a hash of the two rows.
  public func patterns(
    _ piece: BlockPiece, of blocks: RuleBlocks, comparisons: [Int], share: Double = 1
  ) -> PatternCounts {
    let judge = PairJudge(compiled, tables, model.strings)
    let levels = comparisons.map { model.comparisons[$0].levels.count }
    let starts = comparisons.map { compiled.starts[$0] }
    var counts = PatternTally(levels)
    let limit = share >= 1 ? UInt64.max : UInt64(share * 0x1p64)
    forEachPair(piece, blocks) { left, right, one, other, equal, present in
      if limit < .max, Self.mixed(left, right) > limit { return }
      judge.begin()
      var pattern = 0
      for index in starts.indices {
        let place = judge.advance(
          starts[index], quickly: false, one, other, equal: equal, present: present)
        pattern = pattern &* levels[index] &+ Int(~place)
      }
      counts.add(pattern)
    }
    return counts.counts(levels)
  }

  private static func mixed(_ left: Int32, _ right: Int32) -> UInt64 {
    var generator = SplitMix(
      seed: UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)))
    return generator.next()
  }

  /// How many pairs of a piece no earlier rule has.
  func newPairs(_ piece: BlockPiece, of blocks: RuleBlocks) -> Int {
    var count = 0
    forEachPair(piece, blocks) { _, _, _, _, _, _ in count += 1 }
    return count
  }
}

/// Counts by pattern: a plain list while there are few possible patterns, a dictionary otherwise.
private struct PatternTally {
  private var list: [Int]
  private var far: [Int: Int] = [:]

  init(_ levels: [Int]) {
    let product = levels.reduce(1.0) { $0 * Double($1) }
    list = [Int](repeating: 0, count: product <= 1_000_000 ? Int(product) : 0)
  }

  @inline(__always)
  mutating func add(_ pattern: Int) {
    if list.isEmpty { far[pattern, default: 0] += 1 } else { list[pattern] += 1 }
  }

  func counts(_ levels: [Int]) -> PatternCounts {
    var counts = PatternCounts(levels: levels)
    for (pattern, pairs) in list.enumerated() where pairs > 0 {
      counts.add(UInt64(pattern), pairs)
    }
    for (pattern, pairs) in far { counts.add(UInt64(bitPattern: Int64(pattern)), pairs) }
    return counts
  }
}
