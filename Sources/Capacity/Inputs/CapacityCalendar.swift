// SPDX-License-Identifier: Apache-2.0

/// Consecutive years of twelve months.
public struct CapacityCalendar: Equatable, Sendable {
  /// The calendar year in which the first year starts: 2016 for 2016/17.
  public var firstYear: Int
  /// How many years there are.
  public var years: Int
  /// The calendar month in which each year starts: 4 for April.
  public var firstMonth: Int

  /// States the years; financial ones unless told otherwise.
  public init(firstYear: Int, years: Int, firstMonth: Int = 4) {
    self.firstYear = firstYear
    self.years = years
    self.firstMonth = firstMonth
  }

  /// The calendar month, 1 to 12, of a month counted from the start of a year.
  public func calendarMonth(_ month: Int) -> Int { (firstMonth - 1 + month) % 12 + 1 }

  /// The days of a month.
  ///
  /// - Parameters:
  ///   - year: counted from zero.
  ///   - month: 0 to 11, counted from the first month of the year.
  /// - Returns: 28 to 31.
  public func days(year: Int, month: Int) -> Int {
    let calendarYear = firstYear + year + (firstMonth - 1 + month) / 12
    switch calendarMonth(month) {
    case 4, 6, 9, 11: return 30
    case 2: return Self.isLeap(calendarYear) ? 29 : 28
    default: return 31
    }
  }

  /// The days of a year: 365 or 366.
  public func days(year: Int) -> Int { (0..<12).reduce(0) { $0 + days(year: year, month: $1) } }

  /// Whether February of a year has 29 days in the Gregorian calendar.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
