// SPDX-License-Identifier: Apache-2.0

/// A month by its place in the financial year: April is the first, March the twelfth.
public enum FinancialMonth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case april = 1
  case may, june, july, august, september
  case october, november, december, january, february, march

  /// The months of the financial year from the start of this one to 31 March: 12 for April.
  public var monthsToYearEnd: Int { 13 - rawValue }

  /// Whether the left month comes before the right one within a financial year.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The month in which something starts, on its first day.
public struct StartMonth: Hashable, Sendable {
  /// The financial year of the start.
  public let year: Year
  /// The month of the start within that financial year.
  public let month: FinancialMonth

  /// Names a month of a financial year: January of 2016-17 is January 2017.
  public init(year: Year, month: FinancialMonth) {
    self.year = year
    self.month = month
  }
}
