// SPDX-License-Identifier: Apache-2.0

/// Puts the left records of a rule with other parts on the right together with the right ones.
struct CrossedSorting {
  private struct Side {
    var key: [Int32]
    var row: Int32
  }

  /// The groups of a rule some of whose keys take another part of the right record.
  static func groups(
    of rule: CompiledModel.Rule, _ slots: Slots, count: Int, number: Int
  ) -> RuleBlocks {
    let same = rule.lanes.map { slots.values(lane: $0) }
    let left = same + rule.crossed.map { slots.values(lane: $0.left) }
    let right = same + rule.crossed.map { slots.values(lane: $0.right) }
    var wanted: [[Int32]: Int32] = [:]
    var lefts: [[Int32]] = []
    for row in 0..<count {
      guard let key = key(left, row) else { continue }
      if let group = wanted[key] {
        lefts[Int(group)].append(Int32(row))
      } else {
        wanted[key] = Int32(lefts.count)
        lefts.append([Int32(row)])
      }
    }
    var rights = [[Int32]](repeating: [], count: lefts.count)
    for row in 0..<count {
      guard let key = key(right, row), let group = wanted[key] else { continue }
      rights[Int(group)].append(Int32(row))
    }
    return gather(lefts, rights, number)
  }

  private static func key(_ values: [Slots.Values], _ row: Int) -> [Int32]? {
    let key = values.map { $0.code(row) }
    return key.contains { $0 < 0 } ? nil : key
  }

  private static func gather(
    _ lefts: [[Int32]], _ rights: [[Int32]], _ rule: Int
  ) -> RuleBlocks {
    var rows: [Int32] = []
    var starts = [0]
    var others: (rows: [Int32], starts: [Int]) = ([], [0])
    for (left, right) in zip(lefts, rights) where !right.isEmpty && left[0] < right[right.count - 1]
    {
      rows += left
      starts.append(rows.count)
      others.rows += right
      others.starts.append(others.rows.count)
    }
    return RuleBlocks(rule: rule, rows: rows, starts: starts, others: others)
  }
}
