// SPDX-License-Identifier: Apache-2.0

/// The dense table of the simplex method.
///
/// Each row starts with a column of its own that is one there and zero elsewhere: its slack where
/// that is zero or more, otherwise an artificial variable. These columns come to hold the inverse of
/// the basis, from which prices are read. The last line holds what one more unit of each column
/// would cost, and minus the cost of the present point.
struct Tableau {
  /// Elements this close to zero are never divided by.
  private static let smallestPivot = 1e-9
  /// A column must save more than this for each unit to be worth entering.
  private static let smallestSaving = 1e-11
  /// Ratios this close count as equal.
  private static let equalRatio = 1e-12
  /// An artificial remainder this small counts as feasible.
  static let feasibility = 1e-9
  /// More steps than any program of this size takes; a guard against rounding, not a limit.
  private static let mostSteps = 50_000

  /// The columns of variables and slacks; artificial variables come after them.
  let realWidth: Int
  /// All columns but the bound.
  let width: Int
  /// The number of rows, without the line of costs.
  private let height: Int
  /// The lines one after the other, each with its bound as last element.
  private var cells: [Double]
  /// The column that is basic in each row.
  private var basis: [Int]
  /// The column that each row started with, and whether the row was turned round for it.
  private let starts: [(column: Int, isTurned: Bool)]

  init(_ program: LinearProgram) {
    let turned = program.rows.map { row in
      row.bound < 0 || (row.bound == 0 && row.relation == .atLeast)
    }
    let slackSigns = zip(program.rows, turned).map { $0.slackSign * ($1 ? -1 : 1) }
    let slacks = slackSigns.count { $0 != 0 }
    let artificials = slackSigns.count { $0 != 1 }
    realWidth = program.costs.count + slacks
    width = realWidth + artificials
    height = program.rows.count
    cells = Array(repeating: 0, count: (height + 1) * (width + 1))
    var starts: [(column: Int, isTurned: Bool)] = []
    var (slack, artificial) = (program.costs.count, realWidth)
    for (index, row) in program.rows.enumerated() {
      let line = index * (width + 1)
      let sign = turned[index] ? -1.0 : 1.0
      for (column, coefficient) in row.coefficients.enumerated() {
        cells[line + column] = sign * coefficient
      }
      cells[line + width] = sign * row.bound
      let start = slackSigns[index] == 1 ? slack : artificial
      if slackSigns[index] != 0 {
        cells[line + slack] = slackSigns[index]
        slack += 1
      }
      if slackSigns[index] != 1 { artificial += 1 }
      cells[line + start] = 1
      starts.append((start, turned[index]))
    }
    self.starts = starts
    basis = starts.map(\.column)
  }

  /// Costs of one for each artificial variable and of nothing for all others.
  var artificialCosts: [Double] { (0..<width).map { $0 < realWidth ? 0 : 1 } }

  /// Costs with nothing for slacks and artificial variables.
  func padded(_ costs: [Double]) -> [Double] {
    costs + Array(repeating: 0, count: width - costs.count)
  }

  /// The cost of the present point.
  var cost: Double { -cells[height * (width + 1) + width] }

  /// Moves to the cheapest point using the first columns only; false if there is none.
  ///
  /// The column that saves most for each unit enters (G. B. Dantzig's rule), which is quick; once
  /// steps stop saving anything Bland's rule takes over, which can't cycle.
  mutating func minimise(_ costs: [Double], over columns: Int) -> Bool {
    price(costs)
    var idleSteps = 0
    for _ in 0..<Self.mostSteps {
      let isIdle = idleSteps > height
      guard let entering = enteringColumn(columns, isIdle) else { return true }
      guard let leaving = leavingRow(entering, isIdle) else { return false }
      let before = cost
      exchange(leaving, entering)
      idleSteps = cost < before - Self.equalRatio ? 0 : idleSteps + 1
    }
    return false
  }

  /// Exchanges artificial variables that are basic at zero for real ones where any column allows.
  ///
  /// A row where none does says nothing that the others don't say; it stays at zero for good.
  mutating func removeArtificials() {
    for row in 0..<height where basis[row] >= realWidth {
      let line = row * (width + 1)
      let entering = (0..<realWidth).max {
        cells[line + $0].magnitude < cells[line + $1].magnitude
      }
      if let entering, cells[line + entering].magnitude > Self.smallestPivot {
        exchange(row, entering)
      }
    }
  }

  /// The present point of the program with the prices of its rows.
  func solution(of program: LinearProgram) -> LinearProgram.Solution {
    var point = [Double](repeating: 0, count: program.costs.count)
    for (row, column) in basis.enumerated() where column < point.count {
      point[column] = max(0, cells[row * (width + 1) + width])
    }
    let prices = starts.map { start in
      (start.isTurned ? 1 : -1) * cells[height * (width + 1) + start.column]
    }
    let cost = zip(program.costs, point).reduce(0) { $0 + $1.0 * $1.1 }
    return LinearProgram.Solution(point: point, cost: cost, prices: prices)
  }

  /// Works out the line of costs at the present point.
  private mutating func price(_ costs: [Double]) {
    let line = height * (width + 1)
    for column in 0..<width { cells[line + column] = costs[column] }
    cells[line + width] = 0
    for (row, basic) in basis.enumerated() where costs[basic] != 0 {
      subtract(row, times: costs[basic], from: height)
    }
  }

  private func enteringColumn(_ columns: Int, _ isIdle: Bool) -> Int? {
    let line = height * (width + 1)
    var best: Int?
    var lowest = -Self.smallestSaving
    for column in 0..<columns where cells[line + column] < lowest {
      best = column
      if isIdle { break }
      lowest = cells[line + column]
    }
    return best
  }

  /// The row that limits a column most; among equal ones that with the largest element, or by
  /// Bland's rule that with the lowest basic column.
  private func leavingRow(_ column: Int, _ isIdle: Bool) -> Int? {
    var best: (row: Int, ratio: Double, element: Double)?
    for row in 0..<height {
      let element = cells[row * (width + 1) + column]
      guard element > Self.smallestPivot else { continue }
      let ratio = max(0, cells[row * (width + 1) + width]) / element
      guard let current = best else {
        best = (row, ratio, element)
        continue
      }
      let isEqual = (ratio - current.ratio).magnitude <= Self.equalRatio
      let winsTie = isIdle ? basis[row] < basis[current.row] : element > current.element
      if isEqual ? winsTie : ratio < current.ratio { best = (row, ratio, element) }
    }
    return best?.row
  }

  private mutating func exchange(_ row: Int, _ column: Int) {
    let line = row * (width + 1)
    let element = cells[line + column]
    for other in 0...width { cells[line + other] /= element }
    for target in 0...height where target != row {
      let multiple = cells[target * (width + 1) + column]
      if multiple != 0 { subtract(row, times: multiple, from: target) }
    }
    basis[row] = column
  }

  private mutating func subtract(_ row: Int, times multiple: Double, from target: Int) {
    let (source, sink) = (row * (width + 1), target * (width + 1))
    for other in 0...width { cells[sink + other] -= multiple * cells[source + other] }
  }
}

extension LinearProgram.Row {
  /// What takes up the difference of both sides: added, nothing, or taken away.
  fileprivate var slackSign: Double {
    switch relation {
    case .atMost: 1
    case .equal: 0
    case .atLeast: -1
    }
  }
}
