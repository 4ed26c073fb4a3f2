// SPDX-License-Identifier: Apache-2.0

/// An amount in the prices of the year in which it is spent.
public struct CashAmount: Hashable, Sendable {
  /// The amount.
  public let amount: MillionPounds
  /// The year in which it is spent, whose prices it is in.
  public let year: Year

  /// States an amount in cash.
  public init(_ amount: MillionPounds, in year: Year) {
    self.amount = amount
    self.year = year
  }
}

/// An amount of one year in the constant prices of another.
///
/// It is a type apart from ``CashAmount`` so that cash and real terms can't be added by mistake.
public struct RealAmount: Hashable, Sendable {
  /// The amount, in the prices of `pricesOf`.
  public let amount: MillionPounds
  /// The year in which it is spent.
  public let year: Year
  /// The year whose prices it is in.
  public let pricesOf: Year

  /// States an amount in constant prices.
  public init(_ amount: MillionPounds, in year: Year, pricesOf: Year) {
    self.amount = amount
    self.year = year
    self.pricesOf = pricesOf
  }
}
