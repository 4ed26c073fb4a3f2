// SPDX-License-Identifier: Apache-2.0

/// The parts of a probability that would lose digits if they were computed from factorials.
///
/// Both are those of Loader (2000), "Fast and accurate computation of binomial probabilities".
enum SaddlePoint {
  /// The error of Stirling's approximation: ln x! − [½ ln 2πx + x ln x − x], for x above 0.
  ///
  /// Large x by the asymptotic series; others climb to it by δ(x) = δ(x+1) + (x+½) ln(1+1/x) − 1.
  static func stirlingError(_ x: Double) -> Double {
    var climb = 0.0
    var at = x
    while at < 16 {
      climb += (at + 0.5) * ElementaryFunctions.logarithmOnePlus(1 / at) - 1
      at += 1
    }
    let square = at * at
    let tail = (1.0 / 1260 - (1.0 / 1680 - 1.0 / (1188 * square)) / square) / square
    return climb + (1.0 / 12 - (1.0 / 360 - tail) / square) / at
  }

  /// The deviance x ln(x/mean) + mean − x, without cancellation when x is near the mean.
  static func deviance(_ x: Double, mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else {
      return x * ElementaryFunctions.logarithm(x / mean) + mean - x
    }
    let v = difference / (x + mean)
    var sum = difference * v
    var term = 2 * x * v
    var odd = 3.0
    while true {
      term *= v * v
      let next = sum + term / odd
      if next == sum { return sum }
      sum = next
      odd += 2
    }
  }
}
