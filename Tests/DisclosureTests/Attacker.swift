// SPDX-License-Identifier: Apache-2.0

import Disclosure

/// Somebody who holds everything that was released, knows the rules, and tries every table.
///
/// Independent of the engine: it searches whole numbers for a table of two axes with totals that
/// agrees with all that is shown, and so tells which values a figure can still have.
struct Attacker {
  typealias Range = ClosedRange<Int>

  private let rows: [String]
  private let columns: [String]
  private var limits: [[String]: Range] = [:]
  private let most: Int

  /// Reads what is shown; a hidden figure may be anything from one, or from zero where the policy
  /// hides zeros.
  init(_ figures: [SafeFigure], _ policy: DisclosurePolicy, most: Int) {
    rows = Set(figures.map(\.key.place)).subtracting([CellKey.all]).sorted()
    columns = Set(figures.map(\.key.group)).subtracting([CellKey.all]).sorted()
    self.most = most
    learn(figures, policy)
  }

  /// Takes what another release says of the same figures.
  mutating func learn(_ figures: [SafeFigure], _ policy: DisclosurePolicy) {
    for figure in figures {
      let name = [figure.key.place, figure.key.group]
      let range = Attacker.range(figure, policy, most)
      let before = limits[name] ?? 0...most
      limits[name] = range.clamped(to: before)
    }
  }

  private static func range(
    _ figure: SafeFigure, _ policy: DisclosurePolicy, _ most: Int
  ) -> Range {
    let isTotal = figure.key.place == CellKey.all || figure.key.group == CellKey.all
    if policy.totals == .sumsOfShown && isTotal { return 0...most }
    guard let shown = figure.shown else { return (policy.showsZeros ? 1 : 0)...most }
    if policy.rounding == .midpoint {
      return shown == 0 ? 0...0 : (shown - 2)...(shown + 3)
    }
    return shown == 0 ? 0...0 : max(policy.limit, shown - 2)...(shown + 2)
  }

  /// Whether a figure can have a value.
  func canBe(_ place: String, _ group: String, _ value: Int) -> Bool {
    guard let row = rows.firstIndex(of: place), let column = columns.firstIndex(of: group) else {
      return false
    }
    var search = Search(
      grid: (rows + ["all"]).map { row in
        (columns + ["all"]).map { limits[[row, $0]] ?? 0...most }
      })
    guard search.grid[row][column].contains(value) else { return false }
    search.grid[row][column] = value...value
    return search.fill(0)
  }

  /// Whether a figure can have so many values from a list.
  func hasValues(_ place: String, _ group: String, among: Range, atLeast: Int) -> Bool {
    among.lazy.filter { canBe(place, group, $0) }.prefix(atLeast).reduce(0) { count, _ in count + 1
    }
      == atLeast
  }

  /// The values from a list that a figure can have.
  func values(_ place: String, _ group: String, among: Range) -> [Int] {
    among.filter { canBe(place, group, $0) }
  }
}

/// A table that is filled cell by cell within limits; the last row and column are totals.
private struct Search {
  var grid: [[ClosedRange<Int>]]
  private var rowSums: [Int]
  private var columnSums: [Int]

  init(grid: [[ClosedRange<Int>]]) {
    self.grid = grid
    rowSums = grid.map { _ in 0 }
    columnSums = grid[0].map { _ in 0 }
  }

  mutating func fill(_ cell: Int) -> Bool {
    let (rows, columns) = (grid.count - 1, grid[0].count - 1)
    guard cell < rows * columns else {
      return grid[rows][columns].contains(rowSums.reduce(0, +))
    }
    let (row, column) = (cell / columns, cell % columns)
    var (low, high) = (grid[row][column].lowerBound, grid[row][column].upperBound)
    narrow(&low, &high, grid[row][columns], rowSums[row], grid[row][(column + 1)..<columns])
    let below = ((row + 1)..<rows).map { grid[$0][column] }
    narrow(&low, &high, grid[rows][column], columnSums[column], below[...])
    guard low <= high else { return false }
    for value in low...high {
      rowSums[row] += value
      columnSums[column] += value
      let isFilled = fill(cell + 1)
      rowSums[row] -= value
      columnSums[column] -= value
      if isFilled { return true }
    }
    return false
  }

  private func narrow(
    _ low: inout Int, _ high: inout Int, _ total: ClosedRange<Int>, _ sum: Int,
    _ rest: ArraySlice<ClosedRange<Int>>
  ) {
    var least = 0
    var most = 0
    for range in rest {
      least += range.lowerBound
      most += range.upperBound
    }
    low = max(low, total.lowerBound - sum - most)
    high = min(high, total.upperBound - sum - least)
  }
}
