// SPDX-License-Identifier: Apache-2.0

/// The records that one blocking rule puts together, group by group, before any pair is compared.
public struct RuleBlocks: Sendable {
  /// The index of the rule.
  public let rule: Int
  /// How many pairs the groups hold, those included that an earlier rule has or the scope leaves out.
  public let pairs: Int
  /// Rows in groups, each in rising order; of groups of one nothing is held.
  let rows: [Int32]
  /// Where each group begins, and where the last one ends.
  let starts: [Int]
  /// For a rule with other parts on the right: the rows of the right side of each group.
  let others: (rows: [Int32], starts: [Int])?

  init(
    rule: Int, rows: [Int32], starts: [Int], others: (rows: [Int32], starts: [Int])? = nil
  ) {
    self.rule = rule
    self.rows = rows
    self.starts = starts
    self.others = others
    var pairs = 0
    for group in 0..<(starts.count - 1) {
      let size = starts[group + 1] - starts[group]
      if let others {
        pairs += size * (others.starts[group + 1] - others.starts[group])
      } else {
        pairs += size * (size - 1) / 2
      }
    }
    self.pairs = pairs
  }

  /// How many groups there are.
  public var groupCount: Int { starts.count - 1 }

  /// How many pairs a group holds.
  func pairs(inGroup group: Int) -> Int {
    let size = starts[group + 1] - starts[group]
    guard let others else { return size * (size - 1) / 2 }
    return size * (others.starts[group + 1] - others.starts[group])
  }

  /// Stretches of groups with about so many pairs each; a larger group is cut up by its left records.
  public func pieces(ofAbout target: Int) -> [BlockPiece] {
    var pieces: [BlockPiece] = []
    var first = 0
    var gathered = 0
    for group in 0..<groupCount {
      let size = pairs(inGroup: group)
      if size > 2 * target {
        if first < group { pieces.append(BlockPiece(groups: first..<group)) }
        pieces += cut(group, target)
        first = group + 1
        gathered = 0
        continue
      }
      gathered += size
      if gathered >= target {
        pieces.append(BlockPiece(groups: first..<(group + 1)))
        first = group + 1
        gathered = 0
      }
    }
    if first < groupCount { pieces.append(BlockPiece(groups: first..<groupCount)) }
    return pieces
  }

  private func cut(_ group: Int, _ target: Int) -> [BlockPiece] {
    let lefts = starts[group + 1] - starts[group]
    var pieces: [BlockPiece] = []
    var first = 0
    var gathered = 0
    for left in 0..<lefts {
      gathered += others.map { $0.starts[group + 1] - $0.starts[group] } ?? (lefts - left - 1)
      if gathered >= target || left == lefts - 1 {
        pieces.append(BlockPiece(groups: group..<(group + 1), lefts: first..<(left + 1)))
        first = left + 1
        gathered = 0
      }
    }
    return pieces
  }
}

/// A stretch of the groups of a rule that is compared at a time.
public struct BlockPiece: Sendable, Hashable {
  let groups: Range<Int>
  /// The places of the left records, when it is a part of one group.
  var lefts: Range<Int>?

  init(groups: Range<Int>, lefts: Range<Int>? = nil) {
    self.groups = groups
    self.lefts = lefts
  }
}
