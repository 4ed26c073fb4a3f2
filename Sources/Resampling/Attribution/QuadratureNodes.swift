// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Gauss and Legendre's rule in packs of four, for shares of many causes at once.
struct QuadratureNodes: Sendable {
  /// Four points in each pack.
  let points: [SIMD4<Double>]
  let weights: [SIMD4<Double>]

  /// The number of packs that makes the shares of so many causes exact.
  static func packs(causes: Int) -> Int { max(1, (causes + 7) / 8) }

  init(packs: Int) {
    let rule = GaussLegendre(4 * packs)
    func packed(_ values: [Double]) -> [SIMD4<Double>] {
      (0..<packs).map { SIMD4(values[(4 * $0)..<(4 * $0 + 4)]) }
    }
    points = packed(rule.nodes)
    weights = packed(rule.weights)
  }
}
