// SPDX-License-Identifier: Apache-2.0

/// A price index that converts money between cash and the prices of one year.
///
/// `amount in prices of b = amount in prices of a x index(b) / index(a)`.
public struct Deflator: Hashable, Sendable {
  private let index: [Year: Double]

  /// Takes a published index, on any scale.
  ///
  /// - Throws: every year whose level is not a finite number above zero.
  public init(index: [Year: Double]) throws(FinanceErrors) {
    var mistakes = MistakeList()
    for year in index.keys.sorted() {
      let level = index[year] ?? 0
      mistakes.report(.indexNotPositive(year), unless: level > 0 && level.isFinite)
    }
    try mistakes.throwIfAny()
    self.index = index
  }

  /// Builds an index of 100 in `base` that grows each year to `last`.
  ///
  /// - Parameters:
  ///   - base: the year with an index of 100.
  ///   - growth: inflation into each year after `base`; rates of other years are left out.
  ///   - last: the last year of the index, not before `base`.
  /// - Throws: a missing rate for each year without one, a bad rate, or an end before the base.
  public init(base: Year, growth: YearlyRate, through last: Year) throws(FinanceErrors) {
    guard base <= last else {
      throw FinanceErrors(all: [.horizonEndsBeforeBase(base: base, last: last)])
    }
    var mistakes = MistakeList()
    let place = Place(.deflator, .inflation)
    if base < last {
      mistakes.requireRates(growth, of: base.advanced(by: 1)...last, place)
    }
    try mistakes.throwIfAny()
    var index: [Year: Double] = [:]
    for (year, factor) in zip(base...last, growth.growthFactors(over: base...last)) {
      index[year] = 100 * factor
    }
    try self.init(index: index)
  }

  /// Converts cash to the constant prices of `prices`.
  ///
  /// - Throws: ``FinanceError/missingIndex(_:)`` when the index lacks either year.
  public func real(
    _ cash: CashAmount, inPricesOf prices: Year
  ) throws(FinanceError) -> RealAmount {
    let amount = try moved(cash.amount, from: cash.year, to: prices)
    return RealAmount(amount, in: cash.year, pricesOf: prices)
  }

  /// Converts constant prices to the cash of the year of spending.
  ///
  /// - Throws: ``FinanceError/missingIndex(_:)`` when the index lacks either year.
  public func cash(_ real: RealAmount) throws(FinanceError) -> CashAmount {
    CashAmount(try moved(real.amount, from: real.pricesOf, to: real.year), in: real.year)
  }

  /// Converts constant prices to those of another year.
  ///
  /// - Throws: ``FinanceError/missingIndex(_:)`` when the index lacks either year.
  public func rebased(
    _ real: RealAmount, inPricesOf prices: Year
  ) throws(FinanceError) -> RealAmount {
    let amount = try moved(real.amount, from: real.pricesOf, to: prices)
    return RealAmount(amount, in: real.year, pricesOf: prices)
  }

  private func moved(
    _ amount: MillionPounds, from: Year, to: Year
  ) throws(FinanceError) -> MillionPounds {
    guard let old = index[from] else { throw .missingIndex(from) }
    guard let new = index[to] else { throw .missingIndex(to) }
    return MillionPounds(amount.value * new / old)
  }
}
