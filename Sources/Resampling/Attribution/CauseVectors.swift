// SPDX-License-Identifier: Apache-2.0

/// For each factor of a run, what the integral of Shapley's shares needs of it at every point `t`:
/// `1 + t (x - 1)`, and `x - 1` divided by that.
///
/// Read in the innermost loop of an account, and so kept outside of arrays, which would be checked
/// and counted at every step. Places are those of factors times packs, which the caller keeps.
final class CauseVectors {
  let scales: UnsafeMutablePointer<SIMD4<Double>>
  let slopes: UnsafeMutablePointer<SIMD4<Double>>

  init(_ factors: [Double], _ nodes: QuadratureNodes) {
    let count = factors.count * nodes.points.count
    scales = .allocate(capacity: max(count, 1))
    slopes = .allocate(capacity: max(count, 1))
    var place = 0
    for factor in factors {
      let change = SIMD4<Double>(repeating: factor - 1)
      for point in nodes.points {
        // The points are strictly between 0 and 1 and factors not below 0: this is above 0.
        let scale = SIMD4<Double>(repeating: 1) + point * change
        (scales + place).initialize(to: scale)
        (slopes + place).initialize(to: change / scale)
        place += 1
      }
    }
  }

  deinit {
    // Vectors of numbers need no clearing up.
    scales.deallocate()
    slopes.deallocate()
  }
}

/// What an account of one run writes to: the shares, and what it needs for one bundle and one group.
final class AccountScratch {
  let shares: UnsafeMutableBufferPointer<Double>
  /// A pack each.
  let growth: UnsafeMutablePointer<SIMD4<Double>>
  let value: UnsafeMutablePointer<SIMD4<Double>>
  let sum: UnsafeMutablePointer<SIMD4<Double>>
  let bedSum: UnsafeMutablePointer<SIMD4<Double>>
  let timed: UnsafeMutablePointer<SIMD4<Double>>

  init(shares count: Int, packs: Int) {
    shares = .allocate(capacity: count)
    shares.initialize(repeating: 0)
    func zeros() -> UnsafeMutablePointer<SIMD4<Double>> {
      let vectors = UnsafeMutablePointer<SIMD4<Double>>.allocate(capacity: packs)
      vectors.initialize(repeating: .zero, count: packs)
      return vectors
    }
    (growth, value, sum, bedSum, timed) = (zeros(), zeros(), zeros(), zeros(), zeros())
  }

  deinit {
    shares.deallocate()
    for vectors in [growth, value, sum, bedSum, timed] { vectors.deallocate() }
  }
}
