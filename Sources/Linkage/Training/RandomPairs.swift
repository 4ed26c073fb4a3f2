// SPDX-License-Identifier: Apache-2.0

/// Pairs of records drawn at random: groups of records drawn without putting back, and all pairs of each.
///
/// Groups are small enough to stay in the processor's cache, and many enough to be of the whole table.
struct RandomPairs: Sendable {
  /// All pairs of a stretch of left places with later places of the same group.
  struct Piece: Sendable {
    let lefts: Range<Int>
    let end: Int
  }

  /// The rows drawn, group after group.
  let rows: [Int32]
  /// Pieces in rounds; after each round it is looked at whether enough was seen.
  let rounds: [[Piece]]

  init(records: Int, most: Int, seed: UInt64) {
    var size = records
    var groups = 1
    if records * (records - 1) / 2 > most {
      size = min(records, max(512, 2 * most / max(1, records)))
      groups = max(1, min(records / size, most / (size * (size - 1) / 2)))
    }
    rows = Self.draw(size * groups, of: records, seed)
    let all = (0..<groups).flatMap { Self.pieces($0 * size, ($0 + 1) * size) }
    let first = max(2, all.count / 16)
    rounds = stride(from: 0, to: all.count, by: first).map {
      Array(all[$0..<min(all.count, $0 + first)])
    }
  }

  private static func pieces(_ start: Int, _ end: Int) -> [Piece] {
    var pieces: [Piece] = []
    var first = start
    var pairs = 0
    for left in start..<end {
      pairs += end - left - 1
      if pairs >= 100_000 || left == end - 1 {
        pieces.append(Piece(lefts: first..<(left + 1), end: end))
        first = left + 1
        pairs = 0
      }
    }
    return pieces
  }

  /// So many rows in random order (Fisher and Yates).
  private static func draw(_ count: Int, of records: Int, _ seed: UInt64) -> [Int32] {
    var generator = SplitMix(seed: seed)
    var rows = (0..<Int32(records)).map { $0 }
    for place in 0..<min(count, max(0, records - 1)) {
      rows.swapAt(place, place + generator.below(records - place))
    }
    return Array(rows.prefix(count))
  }
}
