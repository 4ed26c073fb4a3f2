// SPDX-License-Identifier: Apache-2.0

/// A month of the calendar, counted so that months can be subtracted.
public struct SavingsMonth: Comparable, Hashable, Sendable {
  /// Months since January of the year 0.
  public let number: Int

  /// A month by its number.
  public init(number: Int) { self.number = number }

  /// A month of a year; a month outside 1 to 12 falls into another year.
  public init(year: Int, month: Int) { number = year * 12 + month - 1 }

  /// April of a year, with which a financial year begins.
  public static func april(_ year: Int) -> SavingsMonth { SavingsMonth(year: year, month: 4) }

  /// The calendar year.
  public var year: Int { number >= 0 ? number / 12 : (number - 11) / 12 }

  /// The month of the year, from 1.
  public var month: Int { number - year * 12 + 1 }

  /// The financial year, from April to March, by the calendar year in which it begins.
  public var financialYear: Int { month >= 4 ? year : year - 1 }

  /// The month some months later, or earlier when negative.
  public func adding(_ months: Int) -> SavingsMonth { SavingsMonth(number: number + months) }

  /// Whether one month is before another.
  public static func < (one: SavingsMonth, other: SavingsMonth) -> Bool {
    one.number < other.number
  }

  /// The twelve months of a financial year, in order.
  public static func months(ofFinancialYear year: Int) -> [SavingsMonth] {
    (0..<12).map { april(year).adding($0) }
  }
}
