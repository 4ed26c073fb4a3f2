// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A number with its unit, its printed precision and, for money, its price base.
///
/// Values are exact decimals, so that a stated figure is kept as it was printed and sums of
/// money have no binary rounding.
public struct Quantity: Hashable, Sendable {
  /// The number itself, in `unit`.
  public let value: Decimal
  /// How many digits after the decimal point the figure was printed with or is worth showing.
  public let decimals: Int
  /// What the number counts.
  public let unit: Unit
  /// The prices that an amount of money is in, `cash` or a financial year; nil if not money.
  public let priceBase: String?

  /// Makes a quantity that is shown with the given number of decimals.
  public init(value: Decimal, decimals: Int, unit: Unit, priceBase: String? = nil) {
    self.value = value
    self.decimals = decimals
    self.unit = unit
    self.priceBase = priceBase
  }

  /// Reads a plain decimal number such as `3.40`, keeping the precision it was printed with.
  ///
  /// Returns nil for anything else: thousands separators, exponents, signs of currency, and
  /// more than 38 digits.
  public init?(printed text: String, unit: Unit, priceBase: String? = nil) {
    guard let decimals = Quantity.printedDecimals(text), let value = Decimal(string: text)
    else { return nil }
    self.init(value: value, decimals: decimals, unit: unit, priceBase: priceBase)
  }

  /// A quantity worked out in binary floating point, rounded to the decimals worth showing
  /// plus four, so that the last bits of a different machine never reach a page.
  public init(computed value: Double, decimals: Int, unit: Unit, priceBase: String? = nil) {
    precondition(value.magnitude < 1e30, "what an engine finds is a number of human size")
    let exact = Decimal(value).rounded(to: decimals + 4)
    self.init(value: exact, decimals: decimals, unit: unit, priceBase: priceBase)
  }

  /// Half of one in the last printed place: what rounding alone can explain.
  public var roundingTolerance: Decimal {
    Decimal(sign: .plus, exponent: -decimals, significand: 1) / 2
  }

  /// Half of one in the last significant place, trailing zeros not counted: £190 million stated
  /// as "about" is good to the nearest ten.
  public var looseTolerance: Decimal {
    guard decimals == 0, value != 0 else { return roundingTolerance }
    var place = Decimal(1)
    while (value / (place * 10)).rounded(to: 0) * place * 10 == value { place *= 10 }
    return place / 2
  }

  private static func printedDecimals(_ text: String) -> Int? {
    var digits = Substring(text)
    if digits.first == "-" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    // A decimal holds 38 digits exactly and would quietly round any more.
    guard parts.reduce(0, { $0 + $1.count }) <= 38 else { return nil }
    return parts.count == 2 ? parts[1].count : 0
  }
}

extension Decimal {
  /// The nearest decimal with at most `places` digits after the point, halves away from zero.
  package func rounded(to places: Int) -> Decimal {
    var source = self
    var result = Decimal()
    NSDecimalRound(&result, &source, places, .plain)
    return result
  }

  /// The nearest binary floating-point number, for pictures and engines.
  package var asDouble: Double { NSDecimalNumber(decimal: self).doubleValue }
}
