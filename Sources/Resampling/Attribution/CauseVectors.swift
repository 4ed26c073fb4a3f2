// SPDX-License-Identifier: Apache-2.0

/// For each factor of a run, what the integral of Shapley's shares needs of it at every point `t`:
/// `1 + t (x - 1)`, and `x - 1` divided by that.
struct CauseVectors {
  private(set) var scales: [SIMD4<Double>] = []
  private(set) var slopes: [SIMD4<Double>] = []

  init(_ factors: [Double], _ nodes: QuadratureNodes) {
    scales.reserveCapacity(factors.count * nodes.points.count)
    slopes.reserveCapacity(factors.count * nodes.points.count)
    for factor in factors {
      let change = SIMD4<Double>(repeating: factor - 1)
      for point in nodes.points {
        // The points are strictly between 0 and 1 and factors not below 0: this is above 0.
        let scale = SIMD4<Double>.one + point * change
        scales.append(scale)
        slopes.append(change / scale)
      }
    }
  }
}

extension SIMD4<Double> {
  static var one: SIMD4<Double> { SIMD4(repeating: 1) }
}
