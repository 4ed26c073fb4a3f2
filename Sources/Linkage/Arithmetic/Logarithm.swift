// SPDX-License-Identifier: Apache-2.0

/// Base-2 logarithms and powers without a system's library, so that every machine gets the same bits.
package enum Base2 {
  private static let naturalLogOf2 = 0.693_147_180_559_945_309_4

  /// The base-2 logarithm of a number above 0, to about one part in 10^15.
  ///
  /// ln m = 2 artanh((m − 1) / (m + 1)), summed as a series for m from 0.71 to 1.42.
  package static func log(_ value: Double) -> Double {
    guard value > 0 else { return value == 0 ? -.infinity : .nan }
    guard value.isFinite else { return value }
    var exponent = Double(value.exponent)
    var fraction = value.significand
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      exponent += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var sum = 0.0
    for term in stride(from: 27, through: 1, by: -2) { sum = sum * square + 1 / Double(term) }
    return exponent + 2 * ratio * sum / naturalLogOf2
  }

  /// 2 to a power, to about one part in 10^15.
  package static func power(_ exponent: Double) -> Double {
    guard exponent < 1024 else { return .infinity }
    guard exponent > -1074 else { return 0 }
    let whole = exponent.rounded()
    let rest = (exponent - whole) * naturalLogOf2
    var sum = 1.0
    for term in stride(from: 18, through: 1, by: -1) { sum = 1 + sum * rest / Double(term) }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }

  /// The probability whose odds have this base-2 logarithm.
  package static func probability(weight: Double) -> Double {
    let odds = power(-abs(weight))
    return weight >= 0 ? 1 / (1 + odds) : odds / (1 + odds)
  }
}
