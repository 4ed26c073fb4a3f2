// SPDX-License-Identifier: Apache-2.0

/// Nodes and weights that integrate polynomials over 0 to 1 exactly up to degree 2 × nodes − 1.
public struct GaussLegendre: Sendable {
  /// Where a polynomial is looked up, between 0 and 1, lowest first.
  public let nodes: [Double]
  /// What each look counts; together 1.
  public let weights: [Double]

  /// The rule with some nodes: roots of a Legendre polynomial by Newton's method from the usual
  /// first guess (Abramowitz and Stegun 1964, 25.4.30).
  public init(_ count: Int) {
    var nodes = [Double](repeating: 0.5, count: count)
    var weights = [Double](repeating: 1, count: count)
    for index in 0..<(count + 1) / 2 {
      var x = Elementary.cosine(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, derivative) = Self.legendre(count, x)
        slope = derivative
        let step = value / derivative
        x -= step
        if abs(step) < 1e-16 { break }
      }
      if count % 2 == 1, index == count / 2 { x = 0 }
      slope = Self.legendre(count, x).slope
      nodes[index] = (1 - x) / 2
      nodes[count - 1 - index] = (1 + x) / 2
      weights[index] = 1 / ((1 - x * x) * slope * slope)
      weights[count - 1 - index] = weights[index]
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// A Legendre polynomial and its slope, by the three-term recurrence.
  private static func legendre(_ degree: Int, _ x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    guard degree > 1 else { return (x, 1) }
    for k in 2...degree {
      let next = (Double(2 * k - 1) * x * value - Double(k - 1) * before) / Double(k)
      (before, value) = (value, next)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}
