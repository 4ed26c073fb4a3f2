// SPDX-License-Identifier: Apache-2.0

/// A list of counts and its total, ready to publish.
public struct PublishedList: Sendable, Equatable {
  /// The counts, in the order given.
  public let counts: [PublishedCount]
  /// The total.
  public let total: PublishedCount
}

/// A table of counts with totals both ways, ready to publish.
public struct PublishedTable: Sendable, Equatable {
  /// The inner cells, row by row.
  public let rows: [[PublishedCount]]
  /// The total of each row.
  public let rowTotals: [PublishedCount]
  /// The total of each column.
  public let columnTotals: [PublishedCount]
  /// The total of all.
  public let total: PublishedCount
}

extension SmallNumberPolicy {
  /// Makes a list of counts ready to publish beside its total.
  ///
  /// Small counts are hidden. Where the policy protects from totals, cells are then hidden, the
  /// smallest first, until no hidden count can be worked out exactly from what is shown, even by
  /// a reader who knows the rule about noughts (Cox, 1980, calls this complementary suppression).
  /// The protection is against exact recovery: a reader may still find a range.
  ///
  /// Throws ``SmallNumberError`` if a count is below nought.
  public func publish(_ counts: [Int]) throws(SmallNumberError) -> PublishedList {
    try check([counts])
    let table = AdditiveTable(oneWay: counts)
    let published = publish(table)
    return PublishedList(
      counts: Array(published.dropLast()), total: published.last ?? shown(0))
  }

  /// Makes a table of counts ready to publish beside the totals of its rows and columns.
  ///
  /// It follows the same rule as a list, for every row and column at once.
  ///
  /// Throws ``SmallNumberError`` if a count is below nought or the rows differ in length.
  public func publish(_ rows: [[Int]]) throws(SmallNumberError) -> PublishedTable {
    try check(rows)
    let columns = rows.first?.count ?? 0
    let published = publish(AdditiveTable(twoWay: rows, columnCount: columns))
    let width = columns + 1
    let grid = (0...rows.count).map { Array(published[($0 * width)..<(($0 + 1) * width)]) }
    let inner = grid.dropLast()
    let last = grid[rows.count]
    return PublishedTable(
      rows: inner.map { Array($0.dropLast()) }, rowTotals: inner.map { $0[columns] },
      columnTotals: Array(last.dropLast()), total: last[columns])
  }

  private func publish(_ table: AdditiveTable) -> [PublishedCount] {
    let hidden = CellProtection(table, policy: self).hidden
    return zip(table.cells, hidden).map { cell, isHidden in
      isHidden ? .hidden : shown(cell.count)
    }
  }

  private func check(_ rows: [[Int]]) throws(SmallNumberError) {
    let expected = rows.first?.count ?? 0
    for (row, counts) in rows.enumerated() {
      guard counts.count == expected else {
        throw .raggedRow(row: row, columns: counts.count, expected: expected)
      }
      for (column, count) in counts.enumerated() where count < 0 {
        throw .negativeCount(row: row, column: column, count: count)
      }
    }
  }
}
