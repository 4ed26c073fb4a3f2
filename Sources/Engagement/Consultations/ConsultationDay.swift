// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A day of the calendar in the time of London, in which consultations begin and end.
public struct ConsultationDay: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The calendar of London.
  public static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    return calendar
  }()

  /// The day on which a moment falls.
  public init(of moment: Date) {
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: moment)
    year = parts.year ?? 1
    month = parts.month ?? 1
    day = parts.day ?? 1
  }

  /// A day as a date field sends it, such as "2018-04-20"; nil when there is no such day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1900...2999).contains(year)
    else { return nil }
    let components = DateComponents(year: year, month: month, day: day, hour: 12)
    guard let noon = Self.calendar.date(from: components), components.isSameDay(as: noon)
    else { return nil }
    self.init(of: noon)
  }

  /// The last second of the day: 23:59:59 in London, in winter and in summer time.
  public var end: Date {
    let parts = DateComponents(
      year: year, month: month, day: day, hour: 23, minute: 59, second: 59)
    return Self.calendar.date(from: parts) ?? .distantPast
  }

  /// The day as a date field takes it.
  public var text: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// How many midnights lie between this day and a later one; negative for an earlier one.
  public func days(to other: ConsultationDay) -> Int {
    Self.calendar.dateComponents([.day], from: end, to: other.end).day ?? 0
  }

  /// The moment so many months later, at the same time of the day.
  static func months(_ count: Int, after moment: Date) -> Date {
    calendar.date(byAdding: .month, value: count, to: moment) ?? .distantFuture
  }
}

extension DateComponents {
  fileprivate func isSameDay(as moment: Date) -> Bool {
    let found = ConsultationDay(of: moment)
    return found.year == year && found.month == month && found.day == day
  }
}
