// SPDX-License-Identifier: Apache-2.0

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Jacobi's rotations in cyclic order (Golub and Van Loan, "Matrix computations", section 8.5):
/// slow for large matrices, and accurate and simple for those of a few inputs.
struct SymmetricEigen {
  /// In no order.
  private(set) var values: [Double]
  /// The vector of the eigenvalue at a place is the column at that place.
  private(set) var vectors: [[Double]]

  init(_ matrix: SymmetricMatrix) {
    let size = matrix.size
    var rows = (0..<size).map { row in (0..<size).map { matrix[row, $0] } }
    var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<60 {
      let outside = Self.squaresOutsideDiagonal(rows)
      if outside < 1e-30 * Double(max(size, 1)) { break }
      for first in 0..<size {
        for second in (first + 1)..<max(size, first + 1) where rows[first][second] != 0 {
          Self.rotate(&rows, &vectors, first, second)
        }
      }
    }
    values = rows.indices.map { rows[$0][$0] }
    self.vectors = vectors
  }

  /// The matrix made again with each eigenvalue changed.
  func matrix(_ change: (Double) -> Double) -> SymmetricMatrix {
    let size = values.count
    let changed = values.map(change)
    var matrix = SymmetricMatrix(identity: size)
    for row in 0..<size {
      for column in 0...row {
        var sum = 0.0
        for place in 0..<size {
          sum += vectors[row][place] * changed[place] * vectors[column][place]
        }
        matrix[row, column] = sum
      }
    }
    return matrix
  }

  private static func squaresOutsideDiagonal(_ rows: [[Double]]) -> Double {
    var sum = 0.0
    for row in rows.indices {
      for column in 0..<row { sum += rows[row][column] * rows[row][column] }
    }
    return sum
  }

  private static func rotate(
    _ rows: inout [[Double]], _ vectors: inout [[Double]], _ first: Int, _ second: Int
  ) {
    let half = (rows[second][second] - rows[first][first]) / (2 * rows[first][second])
    let sign = half < 0 ? -1.0 : 1.0
    let tangent = sign / (half.magnitude + (half * half + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for place in rows.indices {
      let (left, right) = (rows[place][first], rows[place][second])
      rows[place][first] = cosine * left - sine * right
      rows[place][second] = sine * left + cosine * right
    }
    for place in rows.indices {
      let (above, below) = (rows[first][place], rows[second][place])
      rows[first][place] = cosine * above - sine * below
      rows[second][place] = sine * above + cosine * below
      let (left, right) = (vectors[place][first], vectors[place][second])
      vectors[place][first] = cosine * left - sine * right
      vectors[place][second] = sine * left + cosine * right
    }
  }
}
