// SPDX-License-Identifier: Apache-2.0

/// A table with its totals, as a set of lines that must each add up.
///
/// Give every count a sign: plus for an inner cell and the grand total, minus for a total of a row
/// or a column. Then every row and every column, totals included, adds to nought. So a reader's
/// hidden counts are the flow on a graph whose nodes are the lines and whose edges are the cells
/// (Gusfield, 1988): a hidden count can change only along a closed path of hidden cells.
struct AdditiveTable {
  struct Cell {
    let count: Int
    /// The line the edge leaves when the count grows by one.
    let tail: Int
    /// The line the edge enters when the count grows by one.
    let head: Int
    let isTotal: Bool
  }

  let cells: [Cell]
  /// The cells of each line that must add up.
  let lines: [[Int]]

  /// A list of counts and their total.
  ///
  /// All its cells join the same two nodes.
  init(oneWay counts: [Int]) {
    let total = counts.reduce(0, +)
    var cells = counts.map { Cell(count: $0, tail: 0, head: 1, isTotal: false) }
    cells.append(Cell(count: total, tail: 1, head: 0, isTotal: true))
    self.cells = cells
    lines = [Array(cells.indices)]
  }

  /// Rows and columns with totals of both, stored row by row with the totals last.
  init(twoWay rows: [[Int]], columnCount: Int) {
    var grid = rows.map { $0 + [$0.reduce(0, +)] }
    grid.append((0...columnCount).map { column in grid.reduce(0) { $0 + $1[column] } })
    let width = columnCount + 1
    let height = grid.count
    var cells: [Cell] = []
    for (row, counts) in grid.enumerated() {
      for (column, count) in counts.enumerated() {
        let inTotalRow = row == height - 1
        let inTotalColumn = column == columnCount
        let isPlus = inTotalRow == inTotalColumn
        let rowNode = row
        let columnNode = height + column
        cells.append(
          Cell(
            count: count, tail: isPlus ? rowNode : columnNode,
            head: isPlus ? columnNode : rowNode, isTotal: inTotalRow || inTotalColumn))
      }
    }
    self.cells = cells
    let across = (0..<height).map { row in (0..<width).map { row * width + $0 } }
    let down = (0..<width).map { column in (0..<height).map { $0 * width + column } }
    lines = across + down
  }
}
