// SPDX-License-Identifier: Apache-2.0

/// The standard normal distribution.
enum StandardNormal {
  /// The chance of more than z.
  static func chanceAbove(_ z: Double) -> Double {
    ElementaryFunctions.complementaryError(z / 2.0.squareRoot()) / 2
  }

  /// The z that is exceeded with a chance between 0 and 1.
  ///
  /// Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then Newton steps on the logarithm of the tail.
  static func exceeded(with chance: Double) -> Double {
    guard chance <= 0.5 else { return -exceeded(with: 1 - chance) }
    let t = (-2 * ElementaryFunctions.logarithm(chance)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = t - above / below
    for _ in 0..<3 {
      let tail = chanceAbove(z)
      let density =
        ElementaryFunctions.exponential(-z * z / 2) / (2 * Double.pi).squareRoot()
      guard tail > 0 && density > 0 else { break }
      z += ElementaryFunctions.logarithm(tail / chance) * tail / density
    }
    return z
  }
}
