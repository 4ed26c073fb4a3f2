// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Points between 0 and 1, with weights, at which a polynomial is looked up for its exact integral:
/// Gauss and Legendre's rule, which `count` points make exact up to degree `2 count - 1`.
struct QuadratureNodes: Sendable {
  /// Four points in each pack.
  let points: [SIMD4<Double>]
  let weights: [SIMD4<Double>]

  /// The number of packs that makes the shares of so many causes exact.
  static func packs(causes: Int) -> Int { max(1, (causes + 7) / 8) }

  init(packs: Int) {
    let count = 4 * packs
    var points = [SIMD4<Double>](repeating: .zero, count: packs)
    var weights = points
    for place in 0..<count {
      var root = cos(Double.pi * (Double(place) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, derivative) = Self.legendre(count, root)
        slope = derivative
        let step = value / derivative
        root -= step
        if step.magnitude < 1e-16 { break }
      }
      points[place / 4][place % 4] = (1 - root) / 2
      weights[place / 4][place % 4] = 1 / ((1 - root * root) * slope * slope)
    }
    self.points = points
    self.weights = weights
  }

  /// Legendre's polynomial of a degree and its derivative, by Bonnet's recursion.
  private static func legendre(_ degree: Int, _ x: Double) -> (Double, Double) {
    var (before, value) = (1.0, x)
    for order in 1..<degree {
      let next =
        (Double(2 * order + 1) * x * value - Double(order) * before) / Double(order + 1)
      (before, value) = (value, next)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}
