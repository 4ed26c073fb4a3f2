// SPDX-License-Identifier: Apache-2.0

/// The recurrence of the orthogonal polynomials of a discrete measure, as a symmetric tridiagonal
/// matrix.
struct JacobiMatrix {
  private(set) var diagonal: [Double] = []
  /// Beside the diagonal, one shorter than it.
  private(set) var beside: [Double] = []

  /// Stieltjes' procedure; it stops early where the measure has no more points than that.
  init(points: [Double], masses: [Double], nodes: Int) {
    var before = [Double](repeating: 0, count: points.count)
    var current = [Double](repeating: 1, count: points.count)
    for degree in 0..<nodes {
      var square = 0.0
      var tilted = 0.0
      for index in points.indices {
        let mass = masses[index] * current[index] * current[index]
        square += mass
        tilted += mass * points[index]
      }
      // Polynomials are kept at length 1, so that the length of the next is the entry beside.
      let length = square.squareRoot()
      guard length > 1e-9 else { break }
      if degree > 0 { beside.append(length) }
      let middle = tilted / square
      diagonal.append(middle)
      for index in points.indices {
        let scaled = current[index] / length
        let next = (points[index] - middle) * scaled - length * before[index]
        before[index] = scaled
        current[index] = next
      }
    }
  }

  /// Eigenvalues, and the squares of the first entries of their vectors, by Jacobi's rotations.
  func rule() -> (nodes: [Double], weights: [Double]) {
    let size = diagonal.count
    var matrix = (0..<size).map { row in (0..<size).map { entry(row, $0) } }
    var first = (0..<size).map { $0 == 0 ? 1.0 : 0 }
    for _ in 0..<60 {
      var off = 0.0
      for row in 0..<size {
        for column in 0..<row { off += matrix[row][column] * matrix[row][column] }
      }
      if off < 1e-30 { break }
      for row in 0..<size {
        for column in 0..<row { Self.rotate(&matrix, &first, column, row) }
      }
    }
    return ((0..<size).map { matrix[$0][$0] }, first.map { $0 * $0 })
  }

  private func entry(_ row: Int, _ column: Int) -> Double {
    if row == column { return diagonal[row] }
    return abs(row - column) == 1 ? beside[min(row, column)] : 0
  }

  /// One rotation that makes an entry off the diagonal nought.
  private static func rotate(
    _ matrix: inout [[Double]], _ first: inout [Double], _ p: Int, _ q: Int
  ) {
    guard matrix[p][q] != 0 else { return }
    let theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in matrix.indices {
      let (x, y) = (matrix[k][p], matrix[k][q])
      matrix[k][p] = cosine * x - sine * y
      matrix[k][q] = sine * x + cosine * y
    }
    for k in matrix.indices {
      let (x, y) = (matrix[p][k], matrix[q][k])
      matrix[p][k] = cosine * x - sine * y
      matrix[q][k] = sine * x + cosine * y
    }
    let (x, y) = (first[p], first[q])
    first[p] = cosine * x - sine * y
    first[q] = sine * x + cosine * y
  }
}
