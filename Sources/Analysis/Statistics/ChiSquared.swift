// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The chi-squared distribution, as far as a test needs it.
public enum ChiSquared {
  /// The chance of a value at least this large with these degrees of freedom.
  ///
  /// It is the upper regularised incomplete gamma function Q(df/2, x/2), by its series where that
  /// converges fast and by its continued fraction elsewhere (Abramowitz and Stegun, 1964, 6.5.29
  /// and 6.5.31; the fraction is evaluated by the method of Lentz, 1976).
  ///
  /// Returns nil for fewer than one degree of freedom or a negative or infinite statistic.
  public static func upperTail(_ statistic: Double, degreesOfFreedom: Int) -> Double? {
    guard degreesOfFreedom >= 1, statistic >= 0, statistic.isFinite else { return nil }
    guard statistic > 0 else { return 1 }
    let shape = Double(degreesOfFreedom) / 2
    let x = statistic / 2
    let scale = exp(shape * log(x) - x - logGammaOfHalf(degreesOfFreedom))
    if x < shape + 1 {
      return min(1, max(0, 1 - scale * lowerSeries(shape: shape, x: x)))
    }
    return min(1, max(0, scale * upperFraction(shape: shape, x: x)))
  }

  /// The logarithm of gamma(n/2), by stepping up from gamma(1/2) or gamma(1).
  static func logGammaOfHalf(_ n: Int) -> Double {
    var value = n.isMultiple(of: 2) ? 0 : 0.5 * log(Double.pi)
    var step = n.isMultiple(of: 2) ? 2 : 1
    while step < n {
      value += log(Double(step) / 2)
      step += 2
    }
    return value
  }

  private static func lowerSeries(shape: Double, x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var denominator = shape
    for _ in 0..<10_000 {
      denominator += 1
      term *= x / denominator
      sum += term
      if term < sum * 1e-16 { break }
    }
    return sum
  }

  private static func upperFraction(shape: Double, x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    for step in 1..<10_000 {
      let a = -Double(step) * (Double(step) - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      fraction *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return fraction
  }
}
