// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A day of the calendar, by year, month and day of the month.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, such as 2026.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day written as 2026-04-01; nil when there is no such day.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
      (1...12).contains(month), day >= 1, day <= CalendarDay.days(in: month, of: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day on which an instant falls, in Universal Time.
  public init(_ instant: Date) {
    let text = instant.formatted(.iso8601.year().month().day())
    self = CalendarDay(text) ?? CalendarDay(year: 1970, month: 1, day: 1)
  }

  /// The same day some months later, or the last day of that month where it has no such day.
  public func adding(months: Int) -> CalendarDay {
    let whole = year * 12 + month - 1 + months
    let (laterYear, laterMonth) = (whole / 12, whole % 12 + 1)
    return CalendarDay(
      year: laterYear, month: laterMonth,
      day: min(day, CalendarDay.days(in: laterMonth, of: laterYear)))
  }

  /// The day as 2026-04-01.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether a day is before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
