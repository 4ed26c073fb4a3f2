// SPDX-License-Identifier: Apache-2.0

/// Puts the left records of a rule with other parts on the right together with the right ones.
///
/// Both sides are sorted by the key with most values, in one numbering, and then by the other keys.
struct CrossedSorting {
  private struct KeyedRow {
    var key: UInt64
    var row: Int32
  }

  /// One side's values, key by key.
  private struct Side {
    let main: Slots.Values
    let rest: [Slots.Values]

    @inline(__always)
    func code(_ row: Int) -> Int {
      for values in rest where values.code(row) < 0 { return -1 }
      return Int(main.code(row))
    }

    /// The other keys in one number; should it overflow, pairs are looked at again when they are compared.
    @inline(__always)
    func key(_ row: Int, _ scales: [UInt64]) -> UInt64 {
      var key: UInt64 = 0
      for (values, scale) in zip(rest, scales) {
        key = key &* scale &+ UInt64(UInt32(bitPattern: values.code(row)))
      }
      return key
    }

    /// The complete rows by main value, and where each value's begin.
    func sorted(_ count: Int) -> (rows: [Int32], starts: [Int32]) {
      var starts = [Int32](repeating: 0, count: main.distinctCount + 1)
      for row in 0..<count {
        let code = code(row)
        if code >= 0 { starts[code + 1] += 1 }
      }
      for code in 0..<main.distinctCount { starts[code + 1] += starts[code] }
      var next = starts
      var rows = [Int32](repeating: 0, count: Int(starts[main.distinctCount]))
      for row in 0..<count {
        let code = code(row)
        guard code >= 0 else { continue }
        rows[Int(next[code])] = Int32(row)
        next[code] += 1
      }
      return (rows, starts)
    }
  }

  private let left: Side
  private let right: Side
  private let scales: [UInt64]
  private var rows: [Int32] = []
  private var starts = [0]
  private var others: (rows: [Int32], starts: [Int]) = ([], [0])

  /// The groups of a rule some of whose keys take another part of the right record.
  static func groups(
    of rule: CompiledModel.Rule, _ slots: Slots, count: Int, number: Int
  ) -> RuleBlocks {
    let same = rule.lanes.map { slots.values(lane: $0) }
    let left = same + rule.crossed.map { slots.values(lane: $0.left) }
    let right = same + rule.crossed.map { slots.values(lane: $0.right) }
    var sorting = CrossedSorting(left, right)
    sorting.sort(count)
    return RuleBlocks(
      rule: number, rows: sorting.rows, starts: sorting.starts, others: sorting.others)
  }

  private init(_ left: [Slots.Values], _ right: [Slots.Values]) {
    var most = 0
    for index in left.indices where left[index].distinctCount > left[most].distinctCount {
      most = index
    }
    let rest = left.indices.filter { $0 != most }
    self.left = Side(main: left[most], rest: rest.map { left[$0] })
    self.right = Side(main: right[most], rest: rest.map { right[$0] })
    scales = rest.map { UInt64(left[$0].distinctCount) }
  }

  private mutating func sort(_ count: Int) {
    let lefts = left.sorted(count)
    let rights = right.sorted(count)
    for code in 0..<left.main.distinctCount {
      let one = Int(lefts.starts[code])..<Int(lefts.starts[code + 1])
      let other = Int(rights.starts[code])..<Int(rights.starts[code + 1])
      guard !one.isEmpty, !other.isEmpty else { continue }
      guard !scales.isEmpty else {
        add(lefts.rows[one], rights.rows[other])
        continue
      }
      join(keyed(lefts.rows[one], left), keyed(rights.rows[other], right))
    }
  }

  private func keyed(_ rows: ArraySlice<Int32>, _ side: Side) -> [KeyedRow] {
    rows.map { KeyedRow(key: side.key(Int($0), scales), row: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
  }

  /// Puts the runs of equal keys of both sides together.
  private mutating func join(_ lefts: [KeyedRow], _ rights: [KeyedRow]) {
    var one = 0
    var other = 0
    while one < lefts.count, other < rights.count {
      let key = lefts[one].key
      if key != rights[other].key {
        if key < rights[other].key { one += 1 } else { other += 1 }
        continue
      }
      var ends = (one, other)
      while ends.0 < lefts.count, lefts[ends.0].key == key { ends.0 += 1 }
      while ends.1 < rights.count, rights[ends.1].key == key { ends.1 += 1 }
      add(lefts[one..<ends.0].map(\.row), rights[other..<ends.1].map(\.row))
      (one, other) = ends
    }
  }

  /// Adds a group unless no left record comes before any right one.
  private mutating func add(_ lefts: some Collection<Int32>, _ rights: some Collection<Int32>) {
    guard let first = lefts.first, let last = rights.suffix(1).first, first < last else { return }
    rows += lefts
    starts.append(rows.count)
    others.rows += rights
    others.starts.append(others.rows.count)
  }
}
