// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A day of the calendar, whatever the time, in the plan's own country.
public struct CalendarDay: Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Such as "2019-02-14".
  public let text: String

  /// A day as it is written by a date field; nil when it is not a day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let date = Self.style(text), Self.written(date) == text
    else { return nil }
    self.text = text
  }

  /// The day on which a moment falls in London.
  public init(_ date: Date) { text = Self.written(date) }

  /// Reads it from one text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes it as one text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Whether one comes before the other.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.text < other.text }
  /// What it is, in words.
  public var description: String { text }

  /// The first moment after the day.
  public var end: Date {
    let start = Self.style(text) ?? .distantFuture
    return Self.calendar.date(byAdding: .day, value: 1, to: start) ?? start
  }

  /// The day in words, such as "14 February 2019".
  public var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, months.indices.contains(numbers[1] - 1) else { return text }
    return "\(numbers[2]) \(months[numbers[1] - 1]) \(numbers[0])"
  }

  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    return calendar
  }

  private static func style(_ text: String) -> Date? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return calendar.date(
      from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2]))
  }

  private static func written(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    func padded(_ number: Int?, _ length: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}
