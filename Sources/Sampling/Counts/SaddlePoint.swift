// SPDX-License-Identifier: Apache-2.0

/// Logarithms of the chances of counts, accurate for large counts too.
///
/// Loader (2000), "Fast and accurate computation of binomial probabilities": deviances in place of
/// differences of large logarithms of factorials.
public enum SaddlePoint {
  private static let twoPi = 6.283_185_307_179_586_5

  /// The logarithm of the chance of a count with a mean above 0.
  static func poisson(_ count: Double, mean: Double) -> Double {
    if count == 0 { return -mean }
    return -stirlingError(count) - deviance(count, mean)
      - 0.5 * Elementary.logarithm(twoPi * count)
  }

  /// The logarithm of the chance of a count of successes, with a probability between 0 and 1.
  static func binomial(_ count: Double, trials: Double, _ probability: Double) -> Double {
    if count == 0 { return trials * Elementary.logarithmOfOnePlus(-probability) }
    if count == trials { return trials * Elementary.logarithm(probability) }
    let rest = trials - count
    let errors = stirlingError(trials) - stirlingError(count) - stirlingError(rest)
    let deviances =
      deviance(count, trials * probability) + deviance(rest, trials * (1 - probability))
    return errors - deviances + 0.5 * Elementary.logarithm(trials / (twoPi * count * rest))
  }

  /// What Stirling's formula lacks of the logarithm of `x!`, for x above 0:
  /// `ln x! - (½ ln 2πx + x ln x - x)`.
  ///
  /// Large x by the asymptotic series, whole small x from a table; others climb to the series by
  /// `δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) - 1`.
  public static func stirlingError(_ x: Double) -> Double {
    if x <= 15, x == x.rounded() { return smallErrors[Int(x)] }
    var climb = 0.0
    var at = x
    while at <= 15 {
      climb += (at + 0.5) * Elementary.logarithmOfOnePlus(1 / at) - 1
      at += 1
    }
    let square = at * at
    var series = 1.0 / 1_188 / square
    series = (1.0 / 1_680 - series) / square
    series = (1.0 / 1_260 - series) / square
    series = (1.0 / 360 - series) / square
    return climb + (1.0 / 12 - series) / at
  }

  /// For 0 to 15; the entry for 0 is never read.
  private static let smallErrors: [Double] = (0...15).map { count in
    guard count > 0 else { return 0 }
    let factorial = (1...count).reduce(1.0) { $0 * Double($1) }
    let number = Double(count)
    let stirling =
      (number + 0.5) * Elementary.logarithm(number) - number
      + 0.5 * Elementary.logarithm(twoPi)
    return Elementary.logarithm(factorial) - stirling
  }

  /// `x log(x / m) + m - x`, by its series where the two are close.
  public static func deviance(_ x: Double, _ m: Double) -> Double {
    guard (x - m).magnitude < 0.1 * (x + m) else {
      return x * Elementary.logarithm(x / m) + m - x
    }
    let ratio = (x - m) / (x + m)
    var sum = (x - m) * ratio
    var term = 2 * x * ratio
    for order in 1..<1_000 {
      term *= ratio * ratio
      let next = sum + term / Double(2 * order + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
