// SPDX-License-Identifier: Apache-2.0

/// A calendar day, counted from 1 January 1970 so that periods can be compared.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970 in the proleptic Gregorian calendar.
  public let number: Int

  /// The day with a given number.
  public init(number: Int) { self.number = number }

  /// The day with a given year, month and day of the month, or nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Day.length(of: month, in: year)).contains(day)
    else { return nil }
    // Days before 1 March of the shifted year, in 400-year eras (Howard Hinnant, 2013,
    // "chrono-compatible low-level date algorithms", days_from_civil).
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads an ISO 8601 date such as `2017-04-24`.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // `Int` alone would read +4.
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Orders by the value that each stands for.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Year, month and day of the month (Hinnant, 2013, civil_from_days).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day as `2017-04-24`.
  public var iso: String {
    let date = civil
    return "\(Day.fourDigits(date.year))-\(Day.twoDigits(date.month))-\(Day.twoDigits(date.day))"
  }

  /// The day as `24 April 2017`.
  public var plainEnglish: String {
    let date = civil
    return "\(date.day) \(Day.monthName(date.month)) \(date.year)"
  }

  /// The day as a fraction of a year, 2017.31 for 24 April 2017, for drawing time lines.
  public var decimalYear: Double {
    let date = civil
    let start = Day(year: date.year, month: 1, day: 1)?.number ?? number
    let next = Day(year: date.year + 1, month: 1, day: 1)?.number ?? number + 365
    return Double(date.year) + Double(number - start) / Double(next - start)
  }

  package static func monthName(_ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[(month - 1) % 12]
  }

  package static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  package static func fourDigits(_ year: Int) -> String {
    let digits = "\(year)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  package static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
