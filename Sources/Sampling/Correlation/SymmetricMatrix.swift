// SPDX-License-Identifier: Apache-2.0

/// A square matrix that is its own mirror image, row by row in one array.
struct SymmetricMatrix: Hashable, Sendable {
  let size: Int
  private(set) var values: [Double]

  /// The matrix with ones on its diagonal and nothing else.
  init(identity size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
    for place in 0..<size { values[place * size + place] = 1 }
  }

  /// The value in a row and a column; setting one sets its mirror image.
  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set {
      values[row * size + column] = newValue
      values[column * size + row] = newValue
    }
  }

  /// The rows and columns at some places.
  func part(_ places: [Int]) -> SymmetricMatrix {
    var part = SymmetricMatrix(identity: places.count)
    for row in places.indices {
      for column in 0...row { part[row, column] = self[places[row], places[column]] }
    }
    return part
  }

  /// Each entry changed by a function; the diagonal stays.
  func mappingOffDiagonal(_ change: (Double) -> Double) -> SymmetricMatrix {
    var matrix = self
    for row in 0..<size {
      for column in 0..<row { matrix[row, column] = change(self[row, column]) }
    }
    return matrix
  }
}

/// The lower triangular root of a matrix, or where there is none.
enum CholeskyOutcome {
  case root([[Double]])
  case failed(at: Int)
}

extension SymmetricMatrix {
  /// Below this, what is left of the diagonal counts as nothing.
  static let pivotTolerance = 1e-10

  /// The lower triangle `L` with `L Lᵀ` equal to the matrix.
  ///
  /// Perfect correlations leave nothing of the diagonal in a row, which is allowed when nothing is
  /// left of the row either: the input then follows the ones before it.
  var cholesky: CholeskyOutcome {
    var lower: [[Double]] = []
    for row in 0..<size {
      var found = [Double](repeating: 0, count: row + 1)
      for column in 0...row {
        let other = column == row ? found : lower[column]
        var rest = self[row, column]
        for place in 0..<column { rest -= found[place] * other[place] }
        if column == row {
          guard rest > -Self.pivotTolerance else { return .failed(at: row) }
          found[row] = rest > Self.pivotTolerance ? rest.squareRoot() : 0
        } else if other[column] > 0 {
          found[column] = rest / other[column]
        } else if rest.magnitude > 1e-6 {
          return .failed(at: row)
        }
      }
      lower.append(found)
    }
    return .root(lower)
  }
}
