// SPDX-License-Identifier: Apache-2.0

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Jacobi's rotations in cyclic order (Golub and Van Loan, "Matrix computations", section 8.5):
/// slow for large matrices, and accurate and simple for those of a few inputs.
struct SymmetricEigen {
  /// In no order.
  private(set) var values: [Double]
  /// The vector of the eigenvalue at a place is the column at that place; row by row in one array.
  private var vectors: [Double]

  init(_ matrix: SymmetricMatrix) {
    let size = matrix.size
    var rows = matrix.values
    var vectors = SymmetricMatrix(identity: size).values
    for _ in 0..<60 {
      if Self.squaresOutsideDiagonal(rows, size) < 1e-30 * Double(max(size, 1)) { break }
      for first in 0..<size {
        for second in (first + 1)..<max(size, first + 1) where rows[first * size + second] != 0 {
          Self.rotate(&rows, &vectors, size, first, second)
        }
      }
    }
    values = (0..<size).map { rows[$0 * size + $0] }
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
          sum += vectors[row * size + place] * changed[place] * vectors[column * size + place]
        }
        matrix[row, column] = sum
      }
    }
    return matrix
  }

  private static func squaresOutsideDiagonal(_ rows: [Double], _ size: Int) -> Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<row { sum += rows[row * size + column] * rows[row * size + column] }
    }
    return sum
  }

  private static func rotate(
    _ rows: inout [Double], _ vectors: inout [Double], _ size: Int, _ first: Int, _ second: Int
  ) {
    let corner = rows[first * size + second]
    let half = (rows[second * size + second] - rows[first * size + first]) / (2 * corner)
    let sign = half < 0 ? -1.0 : 1.0
    let tangent = sign / (half.magnitude + (half * half + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    func turn(_ values: inout [Double], _ start: (Int, Int), step: Int) {
      for place in 0..<size {
        let (one, other) = (start.0 + place * step, start.1 + place * step)
        let (left, right) = (values[one], values[other])
        values[one] = cosine * left - sine * right
        values[other] = sine * left + cosine * right
      }
    }
    turn(&rows, (first, second), step: size)
    turn(&rows, (first * size, second * size), step: 1)
    turn(&vectors, (first, second), step: size)
  }
}
