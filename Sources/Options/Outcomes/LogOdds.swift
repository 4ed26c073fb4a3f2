// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Probabilities on the scale of log odds, where the effects of treatment add up.
enum LogOdds {
  /// The logarithm of the odds of a probability between 0 and 1.
  static func of(_ probability: Double) -> Double { log(probability / (1 - probability)) }

  /// The probability that has these log odds.
  static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// The factor by which odds are multiplied when their common logarithm grows by this much.
  static func ratio(commonLogarithm: Double) -> Double { pow(10, commonLogarithm) }

  /// The probability a part of the way from one to another, on a straight line of log odds.
  static func between(_ start: Double, _ end: Double, part: Double) -> Double {
    let origin = of(start)
    return probability(origin + (of(end) - origin) * part)
  }
}
