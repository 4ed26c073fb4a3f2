// SPDX-License-Identifier: Apache-2.0

extension SymmetricMatrix {
  /// The matrix with ones on its diagonal and no negative eigenvalue that is nearest to this one, in
  /// the sum of squared differences.
  ///
  /// Alternating projections with Dykstra's correction: Higham (2002), "Computing the nearest
  /// correlation matrix: a problem from finance", IMA Journal of Numerical Analysis 22, algorithm
  /// 3.3. A matrix that is one already is returned as it is. Large matrices get fewer rounds, so
  /// that a wrong one is answered within seconds: what is returned is possible all the same, and near.
  var nearestCorrelation: SymmetricMatrix {
    if case .root = cholesky { return self }
    var unit = self
    let identity = SymmetricMatrix(identity: size)
    var correction = identity.adding(identity, times: -1)
    for _ in 0..<max(20, min(2_000, 4_000_000 / (size * size * size))) {
      let shifted = unit.adding(correction, times: -1)
      let positive = SymmetricEigen(shifted).matrix { max($0, 0) }
      correction = positive.adding(shifted, times: -1)
      let next = positive.withUnitDiagonal
      let moved = next.distance(unit)
      unit = next
      if moved < 1e-11 { break }
    }
    return unit.scaledToCorrelation
  }

  private func adding(_ other: SymmetricMatrix, times factor: Double) -> SymmetricMatrix {
    var sum = self
    for row in 0..<size {
      for column in 0...row { sum[row, column] += factor * other[row, column] }
    }
    return sum
  }

  private var withUnitDiagonal: SymmetricMatrix {
    var matrix = self
    for row in 0..<size { matrix[row, row] = 1 }
    return matrix
  }

  private func distance(_ other: SymmetricMatrix) -> Double {
    var largest = 0.0
    for row in 0..<size {
      for column in 0..<row {
        largest = max(largest, (self[row, column] - other[row, column]).magnitude)
      }
    }
    return largest
  }

  /// What the last step leaves below 0 is taken off, and the diagonal is made 1 again.
  private var scaledToCorrelation: SymmetricMatrix {
    let positive = SymmetricEigen(self).matrix { max($0, 0) }
    let roots = (0..<size).map { max(positive[$0, $0], 1e-300).squareRoot() }
    var matrix = SymmetricMatrix(identity: size)
    for row in 0..<size {
      for column in 0..<row {
        let value = positive[row, column] / (roots[row] * roots[column])
        matrix[row, column] = min(max(value, -1), 1)
      }
    }
    return matrix
  }
}
