// SPDX-License-Identifier: Apache-2.0

/// Tables that cannot be made safe because they are not in order.
public enum DisclosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A figure is there twice.
  case twice(table: String, CellKey)
  /// A figure below zero, or with more people than it can have.
  case impossible(table: String, CellKey)
  /// Parts do not make their total.
  case doesNotAddUp(table: String, CellKey, total: Int, parts: Int)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .twice(let table, let key): "\(table), \(words(key)): there twice"
    case .impossible(let table, let key): "\(table), \(words(key)): a figure below zero"
    case .doesNotAddUp(let table, let key, let total, let parts):
      "\(table), \(words(key)): the total is \(total), and its parts make \(parts) "
        + "(money in pence, years in hundredths)"
    }
  }

  private func words(_ key: CellKey) -> String {
    ([key.measure, key.period] + key.coordinates).joined(separator: ", ")
  }
}

extension Sheet {
  /// The sheets of cells, people before other measures.
  ///
  /// - Throws: `DisclosureError` for figures that are there twice or do not add up.
  static func sheets(
    of cells: [UnsafeCell], overlapping: Set<String>
  ) throws(DisclosureError) -> [Sheet] {
    let byName = Dictionary(grouping: cells) {
      SheetName(table: $0.table, measure: $0.key.measure, period: $0.key.period)
    }
    var sheets: [Sheet] = []
    for (name, cells) in byName.sorted(by: { $0.key < $1.key }) {
      sheets.append(
        try Sheet(
          name, cells,
          groupsAddUp: !overlapping.contains(name.table)
            && !overlapping.contains(name.table + "/" + name.measure)))
    }
    return sheets
  }

  init(_ name: SheetName, _ cells: [UnsafeCell], groupsAddUp: Bool) throws(DisclosureError) {
    self.name = name
    let axes = (0..<3).map { axis in
      let names = Set(cells.map { $0.key.coordinates[axis] })
      let parts = names.subtracting([CellKey.all]).sorted()
      return names.contains(CellKey.all) || parts.isEmpty ? parts + [CellKey.all] : parts
    }
    self.axes = axes
    addsUp = (0..<3).map { axis in
      (axis < 2 || groupsAddUp) && axes[axis].count > 1 && axes[axis].last == CellKey.all
    }
    strides = [axes[1].count * axes[2].count, axes[2].count, 1]
    let count = axes.reduce(1) { $0 * $1.count }
    values = [Int](repeating: 0, count: count)
    self.cells = [UnsafeCell?](repeating: nil, count: count)
    low = [Int](repeating: 0, count: count)
    high = [Int](repeating: 0, count: count)
    hidden = [SuppressionReason?](repeating: nil, count: count)
    known = [ClosedRange<Int>](repeating: 0...unlimited, count: count)
    anchors = [Bool](repeating: false, count: count)
    for cell in cells {
      guard let position = position(cell.key.coordinates) else { continue }
      guard self.cells[position] == nil else { throw .twice(table: name.table, cell.key) }
      guard cell.value >= 0, cell.people >= 0, cell.largest >= 0, cell.second >= 0 else {
        throw .impossible(table: name.table, cell.key)
      }
      self.cells[position] = cell
      values[position] = cell.value
    }
    try addUp()
  }

  /// Checks totals, and works out those that were not given, the smallest first.
  private mutating func addUp() throws(DisclosureError) {
    let byTotals = values.indices.sorted { (totals($0), $0) < (totals($1), $1) }
    for cell in byTotals {
      for axis in 0..<3 where addsUp[axis] && isTotal(cell, axis) {
        let first = cell - coordinate(cell, axis) * strides[axis]
        let parts = (0..<axes[axis].count - 1).reduce(0) { sum, part in
          sum + values[first + part * strides[axis]]
        }
        if cells[cell] == nil {
          values[cell] = parts
        } else if parts != values[cell] {
          throw .doesNotAddUp(table: name.table, key(cell), total: values[cell], parts: parts)
        }
      }
    }
  }
}
