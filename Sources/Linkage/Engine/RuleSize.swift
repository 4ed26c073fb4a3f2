// SPDX-License-Identifier: Apache-2.0

/// How many pairs a blocking rule would compare.
public struct RuleSize: Sendable, Hashable {
  /// A group of records with the same key.
  public struct Block: Sendable, Hashable {
    /// The parts that agree, joined by `, `.
    public let key: String
    /// How many pairs it holds.
    public let pairs: Int
  }

  /// The index of the rule.
  public let rule: Int
  /// How many pairs it has that the scope allows, pairs that an earlier rule has as well included.
  public let pairs: Int
  /// Its largest blocks, the largest first.
  public let largest: [Block]
}

extension LinkageEngine {
  /// The pairs that each rule would compare and its largest blocks, found without comparing anything.
  public func blockSizes(largest: Int = 5, _ workers: Workers = .serial) -> [RuleSize] {
    workers.map(compiled.rules.count) { size(of: blocks(rule: $0), largest) }
  }

  /// The pairs of a rule's blocks, and its largest ones.
  public func size(of blocks: RuleBlocks, _ largest: Int = 5) -> RuleSize {
    var total = 0
    var sizes: [(pairs: Int, group: Int)] = []
    for group in 0..<blocks.groupCount {
      let pairs = allowedPairs(blocks, group)
      total += pairs
      guard largest > 0, pairs > (sizes.count < largest ? 0 : sizes[sizes.count - 1].pairs) else {
        continue
      }
      let place = sizes.firstIndex { $0.pairs < pairs } ?? sizes.count
      sizes.insert((pairs, group), at: place)
      if sizes.count > largest { sizes.removeLast() }
    }
    return RuleSize(
      rule: blocks.rule, pairs: total,
      largest: sizes.map { RuleSize.Block(key: key(blocks, $0.group), pairs: $0.pairs) })
  }

  private func allowedPairs(_ blocks: RuleBlocks, _ group: Int) -> Int {
    let all = blocks.pairs(inGroup: group)
    guard model.scope == .between else { return all }
    var bySource: [UInt16: (left: Int, right: Int)] = [:]
    for row in blocks.rows[blocks.starts[group]..<blocks.starts[group + 1]] {
      bySource[table.sources[Int(row)], default: (0, 0)].left += 1
    }
    guard let others = blocks.others else {
      return all - bySource.values.reduce(0) { $0 + $1.left * ($1.left - 1) / 2 }
    }
    for row in others.rows[others.starts[group]..<others.starts[group + 1]] {
      bySource[table.sources[Int(row)], default: (0, 0)].right += 1
    }
    return all - bySource.values.reduce(0) { $0 + $1.left * $1.right }
  }

  private func key(_ blocks: RuleBlocks, _ group: Int) -> String {
    let row = Int(blocks.rows[blocks.starts[group]])
    return ruleKeys[blocks.rule].keys.map { key in
      guard let column = table.column(key.left.column), column.codes[row] >= 0 else { return "" }
      let value = column.bytes(of: Int(column.codes[row]))
      return String(decoding: key.left.part.taken(from: value) ?? [], as: UTF8.self)
    }.joined(separator: ", ")
  }
}
