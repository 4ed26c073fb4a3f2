// SPDX-License-Identifier: Apache-2.0

/// Puts records with equal keys together: a counting sort by the part with most values, then a sort of the
/// small groups that this makes by the other parts.
struct BlockSorting {
  private let main: Slots.Values
  private let rest: [Slots.Values]
  private let count: Int
  private var rows: [Int32] = []
  private var starts: [Int] = [0]

  private struct KeyedRow {
    var key: UInt64
    var row: Int32
  }

  /// The groups of a rule whose keys are the same part on both sides.
  static func groups(of lanes: [Int], _ slots: Slots, count: Int, rule: Int) -> RuleBlocks {
    var values = lanes.map { slots.values(lane: $0) }
    var most = 0
    for index in values.indices where values[index].distinctCount > values[most].distinctCount {
      most = index
    }
    let main = values.remove(at: most)
    var sorting = BlockSorting(main: main, rest: values, count: count)
    sorting.sort()
    return RuleBlocks(rule: rule, rows: sorting.rows, starts: sorting.starts)
  }

  private init(main: Slots.Values, rest: [Slots.Values], count: Int) {
    self.main = main
    self.rest = rest
    self.count = count
  }

  @inline(__always)
  private func isComplete(_ row: Int) -> Bool {
    for values in rest where values.code(row) < 0 { return false }
    return true
  }

  private mutating func sort() {
    var sizes = [Int32](repeating: 0, count: main.distinctCount)
    for row in 0..<count {
      let code = main.code(row)
      if code >= 0, isComplete(row) { sizes[Int(code)] += 1 }
    }
    var places = [Int32](repeating: -1, count: sizes.count)
    var total: Int32 = 0
    for code in sizes.indices where sizes[code] > 1 {
      places[code] = total
      total += sizes[code]
    }
    var sorted = [Int32](repeating: 0, count: Int(total))
    for row in 0..<count {
      let code = Int(main.code(row))
      guard code >= 0, places[code] >= 0, isComplete(row) else { continue }
      sorted[Int(places[code])] = Int32(row)
      places[code] += 1
    }
    var start = 0
    if rest.isEmpty {
      rows = sorted
      for size in sizes where size > 1 {
        start += Int(size)
        starts.append(start)
      }
      return
    }
    var scratch: [KeyedRow] = []
    for size in sizes where size > 1 {
      split(sorted[start..<(start + Int(size))], &scratch)
      start += Int(size)
    }
  }

  /// Splits a group of the main part by the other parts.
  private mutating func split(_ group: ArraySlice<Int32>, _ scratch: inout [KeyedRow]) {
    scratch.removeAll(keepingCapacity: true)
    for row in group { scratch.append(KeyedRow(key: key(Int(row)), row: row)) }
    Self.sort(&scratch)
    var first = 0
    for index in 1...scratch.count
    where index == scratch.count || scratch[index].key != scratch[first].key {
      if index - first > 1 {
        for place in first..<index { rows.append(scratch[place].row) }
        starts.append(rows.count)
      }
      first = index
    }
  }

  /// The other parts in one number; should it overflow, pairs are looked at again when they are compared.
  @inline(__always)
  private func key(_ row: Int) -> UInt64 {
    var key: UInt64 = 0
    for values in rest {
      key = key &* UInt64(values.distinctCount) &+ UInt64(UInt32(bitPattern: values.code(row)))
    }
    return key
  }

  private static func sort(_ rows: inout [KeyedRow]) {
    guard rows.count <= 24 else {
      return rows.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    }
    rows.withUnsafeMutableBufferPointer { rows in
      for index in 1..<max(1, rows.count) {
        let moved = rows[index]
        var place = index
        while place > 0, rows[place - 1].key > moved.key {
          rows[place] = rows[place - 1]
          place -= 1
        }
        rows[place] = moved
      }
    }
  }
}
