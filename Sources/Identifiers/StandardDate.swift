// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar.
public struct StandardDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a day; nil where it is missing, a placeholder, or none of the calendar.
  public init?(_ text: String, order: DateOrder = .dayMonthYear) {
    guard let parts = DateParts(text, order: order), !parts.isPlaceholder, let date = parts.date
    else { return nil }
    self = date
  }

  /// The day as yyyy-mm-dd.
  public var description: String { DateParts(year: year, month: month, day: day).text }
  /// The day as yyyy-mm-dd.
  public var text: String { description }

  /// The day with day and month changed over, where the calendar has that one.
  public var dayAndMonthSwapped: StandardDate? {
    StandardDate(year: year, month: day, day: month)
  }

  /// Whether a day is before another.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Standardises a date to yyyy-mm-dd.
  ///
  /// Read are year first with any sign between (2001-02-03, 2001/2/3), eight digits, a year at the end in
  /// the order given (03/02/2001), names of months (3 Feb 2001), and any of these with a time after it.
  /// Days that stand for none, such as 1900-01-01, are missing. A day that the calendar does not have, such
  /// as 2001-02-30, is invalid and may still be compared: it is most often a slip in a true date.
  ///
  /// - Parameters:
  ///   - text: The date as written.
  ///   - order: What comes first where the year is last, or where eight digits are no year first.
  /// - Returns: What became of it.
  public static func standardise(_ text: String, order: DateOrder = .dayMonthYear)
    -> StandardisedValue
  {
    let text = trimmed(text)
    guard !text.isEmpty else { return .missing() }
    guard let parts = DateParts(text, order: order) else {
      return standsForNothing(text)
        ? .missing("“\(text)” stands for no date") : .invalid("not a date", comparable: text)
    }
    if parts.isPlaceholder { return .missing("\(parts.text) stands for no date") }
    guard let date = parts.date else {
      return .invalid("no such day in the calendar", comparable: parts.text)
    }
    return .kept(date.text)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// What comes first in a date whose year comes last.
public enum DateOrder: String, Sendable, Hashable, CaseIterable, Codable {
  /// 31/12/2001.
  case dayMonthYear
  /// 12/31/2001.
  case monthDayYear

  /// The order that makes more of these dates possible; day first where both do.
  public static func detected(in dates: some Sequence<String>) -> DateOrder {
    var dayFirst = 0
    var monthFirst = 0
    for date in dates {
      if DateParts(date, order: .dayMonthYear)?.date != nil { dayFirst += 1 }
      if DateParts(date, order: .monthDayYear)?.date != nil { monthFirst += 1 }
    }
    return monthFirst > dayFirst ? .monthDayYear : .dayMonthYear
  }
}
