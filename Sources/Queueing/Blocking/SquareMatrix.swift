// SPDX-License-Identifier: Apache-2.0

/// A small dense matrix of a Markov chain: positive on its diagonal, not positive elsewhere.
///
/// Such matrices need no exchange of rows to be inverted.
struct SquareMatrix {
  let size: Int
  private var cells: [Double]

  init(size: Int) {
    self.size = size
    cells = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  /// The inverse, by Gauss and Jordan in place.
  func inverse() -> SquareMatrix {
    var result = self
    let size = size
    result.cells.withUnsafeMutableBufferPointer { cells in
      for pivot in 0..<size {
        let line = pivot * size
        let scale = 1 / cells[line + pivot]
        cells[line + pivot] = 1
        for column in 0..<size { cells[line + column] *= scale }
        for row in 0..<size where row != pivot {
          let start = row * size
          let factor = cells[start + pivot]
          guard factor != 0 else { continue }
          cells[start + pivot] = 0
          for column in 0..<size { cells[start + column] -= factor * cells[line + column] }
        }
      }
    }
    return result
  }

  /// A row of numbers, of which the first `size` or fewer are there, times the matrix.
  func product(row: [Double], times factor: Double) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for (index, value) in row.enumerated() where value != 0 {
      let weight = value * factor
      for column in 0..<size { result[column] += weight * cells[index * size + column] }
    }
    return result
  }

  /// The row of probabilities that the chain of this matrix keeps; its rows add up to 0.
  ///
  /// Grassmann, Taksar and Heyman (1985): states are taken out one by one without subtraction.
  func stationary() -> [Double] {
    var rates = self
    for state in stride(from: size - 1, to: 0, by: -1) {
      // What leaves the state for those below it, added up rather than taken from the diagonal.
      let out = (0..<state).reduce(0) { $0 - min(0, rates[state, $1]) }
      guard out > 0 else { continue }
      for row in 0..<state where rates[row, state] < 0 {
        let share = -rates[row, state] / out
        for column in 0..<state where column != row {
          rates[row, column] += share * min(0, rates[state, column])
        }
        rates[row, state] = -share
      }
      for row in 0..<state where rates[row, state] > 0 { rates[row, state] = 0 }
    }
    var chances = [Double](repeating: 0, count: size)
    chances[0] = 1
    for state in 1..<max(size, 1) {
      chances[state] = (0..<state).reduce(0) { $0 - chances[$1] * min(0, rates[$1, state]) }
    }
    let sum = chances.reduce(0, +)
    return chances.map { $0 / sum }
  }
}
