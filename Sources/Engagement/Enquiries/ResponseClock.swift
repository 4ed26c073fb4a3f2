// SPDX-License-Identifier: Apache-2.0

/// How many working days an answer took, and when it is due.
///
/// The day on which an enquiry comes does not count; the next working day is the first. This is
/// how section 10 of the Freedom of Information Act 2000 counts.
public enum ResponseClock {
  /// A day of the Gregorian calendar.
  ///
  /// Method: days from civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let number: Int

    /// A day by its number.
    public init(number: Int) { self.number = number }

    /// A day by year, month and day of the month.
    public init(_ year: Int, _ month: Int, _ day: Int) {
      let shifted = month <= 2 ? year - 1 : year
      let era = (shifted >= 0 ? shifted : shifted - 399) / 400
      let yearOfEra = shifted - era * 400
      let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
      number = era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week, from 0 for Sunday to 6 for Saturday.
    public var weekday: Int { ((number + 4) % 7 + 7) % 7 }

    /// The year it is in.
    public var year: Int {
      var year = 1970 + number / 366
      while Day(year + 1, 1, 1) <= self { year += 1 }
      while Day(year, 1, 1) > self { year -= 1 }
      return year
    }

    /// The day some days later.
    public func adding(_ days: Int) -> Day { Day(number: number + days) }

    /// Whether one day is before another.
    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  }

  /// Whether people are at work on a day in England.
  public static func isWorkingDay(_ day: Day) -> Bool {
    day.weekday != 0 && day.weekday != 6 && !BankHolidays.england(day.year).contains(day)
  }

  /// The last day on which an answer is in time.
  public static func due(received: Day, target: Int) -> Day {
    var day = received
    var left = max(target, 0)
    while left > 0 {
      day = day.adding(1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// Working days from the day after it came up to and with a day; 0 when that is not later.
  public static func workingDays(from received: Day, to day: Day) -> Int {
    guard day > received else { return 0 }
    return (received.number + 1...day.number).count { isWorkingDay(Day(number: $0)) }
  }
}
