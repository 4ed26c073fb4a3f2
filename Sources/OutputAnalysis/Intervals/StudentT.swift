// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Student's t distribution with a whole number of degrees of freedom.
///
/// The share in a tail is half of the regularised incomplete beta function of `ν / (ν + t²)`
/// (Abramowitz and Stegun 1964, 26.7.1), by its continued fraction (26.5.8), so that small tails keep
/// their digits.
public enum StudentT {
  /// From here on the expansion in powers of `1 / ν` is exact to every digit that is shown.
  static let expandedFrom = 10_000

  /// The value below which a share lies; infinite at 0 and 1, and not a number outside or for fewer
  /// than one degree of freedom.
  ///
  /// It is accurate to a relative 10⁻¹². Newton's method from the normal quantile: the tail is convex
  /// above 0 and heavier than the normal one, so that each step comes nearer and none goes too far.
  /// - Complexity: O(degrees of freedom) below 10,000 of them, then O(1).
  public static func quantile(_ share: Double, degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom >= 1, share >= 0, share <= 1 else { return .nan }
    guard share >= 0.5 else { return -upper(tail: share, degreesOfFreedom) }
    return upper(tail: 1 - share, degreesOfFreedom)
  }

  /// The value on either side of which the outer shares lie that an interval of this confidence
  /// leaves out: 1.96 for 0.95 and very many degrees of freedom.
  public static func twoSided(_ confidence: Double, degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom >= 1, confidence >= 0, confidence <= 1 else { return .nan }
    return upper(tail: (1 - confidence) / 2, degreesOfFreedom)
  }

  /// The share above a value that is not below 0.
  static func tail(above t: Double, _ degreesOfFreedom: Int) -> Double {
    guard t > 0 else { return 0.5 }
    let freedom = Double(degreesOfFreedom)
    let square = t * t
    let x = freedom / (freedom + square)
    let a = freedom / 2
    let front =
      Elementary.exponential(
        -a * Elementary.logarithmOfOnePlus(square / freedom)
          + 0.5 * Elementary.logarithm(square / (freedom + square)))
      / beta(degreesOfFreedom)
    // The fraction converges fast on one side of this point; on the other its mirror image does.
    if x < (a + 1) / (a + 2.5) { return 0.5 * front * fraction(a, 0.5, x) / a }
    return 0.5 * (1 - front * fraction(0.5, a, 1 - x) / 0.5)
  }

  /// The value above which a share of at most half lies.
  private static func upper(tail share: Double, _ degreesOfFreedom: Int) -> Double {
    guard share > 0 else { return .infinity }
    guard share < 0.5 else { return 0 }
    let z = -StandardNormal.quantile(share)
    if degreesOfFreedom >= expandedFrom { return expansion(z, Double(degreesOfFreedom)) }
    var t = z
    for _ in 0..<200 {
      let step = (tail(above: t, degreesOfFreedom) - share) / density(t, degreesOfFreedom)
      t += step
      if step.magnitude <= 1e-14 * t { break }
    }
    return t
  }

  private static func density(_ t: Double, _ degreesOfFreedom: Int) -> Double {
    let freedom = Double(degreesOfFreedom)
    let power = -(freedom + 1) / 2 * Elementary.logarithmOfOnePlus(t * t / freedom)
    return Elementary.exponential(power) / (freedom.squareRoot() * beta(degreesOfFreedom))
  }

  /// The beta function of half the degrees of freedom and a half, by its recurrence.
  private static func beta(_ degreesOfFreedom: Int) -> Double {
    var value = degreesOfFreedom.isMultiple(of: 2) ? 2 : Double.pi
    var a = degreesOfFreedom.isMultiple(of: 2) ? 1 : 0.5
    while a < Double(degreesOfFreedom) / 2 {
      value *= a / (a + 0.5)
      a += 1
    }
    return value
  }

  /// The continued fraction of the incomplete beta function, evaluated forwards as Lentz (1976) does.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var numerator = 1.0
    var inverse = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = inverse
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      inverse = 1 / safe(1 + even * inverse)
      numerator = safe(1 + even / numerator)
      result *= inverse * numerator
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      inverse = 1 / safe(1 + odd * inverse)
      numerator = safe(1 + odd / numerator)
      let change = inverse * numerator
      result *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return result
  }

  /// The quantile from the normal one in powers of `1 / ν` (Abramowitz and Stegun 1964, 26.7.5).
  private static func expansion(_ z: Double, _ freedom: Double) -> Double {
    let s = z * z
    let first = (s + 1) * z / 4
    let second = ((5 * s + 16) * s + 3) * z / 96
    let third = (((3 * s + 19) * s + 17) * s - 15) * z / 384
    let fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) * z / 92_160
    return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom
  }
}
