// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

/// Tries every table that a reader could have in mind, and sees whether a hidden count is the same
/// in all of them.
struct Reader {
  /// The true cells with totals, row by row, totals last.
  let truth: [[Int]]
  let hidden: [[Bool]]
  let least: Int

  init(_ rows: [[Int]], _ table: PublishedTable, least: Int) {
    let columns = rows[0].count
    var grid = rows.map { $0 + [$0.reduce(0, +)] }
    grid.append((0...columns).map { column in grid.reduce(0) { $0 + $1[column] } })
    truth = grid
    var marks = zip(table.rows, table.rowTotals).map { row, total in
      row.map { $0 == .hidden } + [total == .hidden]
    }
    marks.append(table.columnTotals.map { $0 == .hidden } + [table.total == .hidden])
    hidden = marks
    self.least = least
  }

  /// Hidden cells, as row and column, for which no other value fits what is shown.
  func known() -> [[Int]] {
    var values: [[Set<Int>]] = truth.map { $0.map { [$0] } }
    var inner = truth.dropLast().map { Array($0.dropLast()) }
    search(0, &inner, &values)
    return truth.indices.flatMap { row in
      truth[row].indices.filter { hidden[row][$0] && values[row][$0].count == 1 }.map { [row, $0] }
    }
  }

  private func search(_ cell: Int, _ inner: inout [[Int]], _ values: inout [[Set<Int>]]) {
    let width = truth[0].count - 1
    if cell > 0, cell.isMultiple(of: width), !fits(row: cell / width - 1, inner) { return }
    guard cell < width * (truth.count - 1) else { return record(inner, &values) }
    let (row, column) = (cell / width, cell % width)
    guard hidden[row][column] else { return search(cell + 1, &inner, &values) }
    let real = truth[row][column]
    for value in max(least, real - 2)...(real + 2) {
      inner[row][column] = value
      search(cell + 1, &inner, &values)
    }
    inner[row][column] = real
  }

  private func fits(row: Int, _ inner: [[Int]]) -> Bool {
    fits(inner[row].reduce(0, +), row, truth[0].count - 1)
  }

  private func fits(_ sum: Int, _ row: Int, _ column: Int) -> Bool {
    hidden[row][column] ? sum >= least : sum == truth[row][column]
  }

  private func record(_ inner: [[Int]], _ values: inout [[Set<Int>]]) {
    var grid = inner.map { $0 + [$0.reduce(0, +)] }
    grid.append(truth[0].indices.map { column in grid.reduce(0) { $0 + $1[column] } })
    let last = grid.count - 1
    guard grid[last].indices.allSatisfy({ fits(grid[last][$0], last, $0) }) else { return }
    for row in grid.indices {
      for column in grid[row].indices { values[row][column].insert(grid[row][column]) }
    }
  }
}

@Suite("A hidden count cannot be worked out")
struct RecoveryTests {
  @Test("the reader does work out a lone hidden cell, so the check can fail")
  func readerIsSharp() throws {
    let bare = SmallNumberPolicy(
      name: "No protection", suppressBelow: 5, protectsFromTotals: false)
    let rows = [[3, 20], [25, 9]]
    #expect(Reader(rows, try bare.publish(rows), least: 1).known() == [[0, 0]])
    let ones = [[1, 1], [9, 9]]
    #expect(Reader(ones, try bare.publish(ones), least: 1).known().count == 3)
  }

  @Test(
    "no hidden cell of a random table is known exactly",
    arguments: [(2, 2), (2, 3), (3, 2), (3, 3)])
  func randomTables(height: Int, width: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(height * 10 + width))
    for _ in 0..<(height * width > 6 ? 40 : 150) {
      let rows = (0..<height).map { _ in
        (0..<width).map { _ in
          Bool.random(using: &numbers)
            ? Int.random(in: 0...4, using: &numbers) : Int.random(in: 0...30, using: &numbers)
        }
      }
      let table = try SmallNumberPolicy.fewerThanFive.publish(rows)
      let known = Reader(rows, table, least: 1).known()
      #expect(known.isEmpty, "\(rows)")
    }
  }

  @Test("the same holds where noughts are hidden")
  func hiddenZeroes() throws {
    let policy = SmallNumberPolicy(name: "All below 3", suppressBelow: 3, zeroes: .hidden)
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<100 {
      let rows = (0..<2).map { _ in (0..<3).map { _ in Int.random(in: 0...9, using: &numbers) } }
      let known = Reader(rows, try policy.publish(rows), least: 0).known()
      #expect(known.isEmpty, "\(rows)")
    }
  }

  @Test("two hidden blocks joined by one hidden cell do not give that cell away")
  func joinedBlocks() throws {
    let rows = [
      [3, 3, 20, 20], [3, 3, 3, 20], [20, 20, 3, 3], [20, 20, 3, 3],
    ]
    let table = try SmallNumberPolicy.fewerThanFive.publish(rows)
    let shown = table.rows.joined().count { $0 != .hidden }
    #expect(table.rows[1][2] == .hidden)
    // Nine small cells leave every line with two or more, so only the joining cell asks for more.
    #expect(shown < 16 - 9)
  }
}
