// SPDX-License-Identifier: Apache-2.0

/// A day of the calendar, without a time or a place.
///
/// Source of the conversion: Howard Hinnant, “chrono-compatible low-level date algorithms” (2013).
public struct CivilDay: Comparable, Hashable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int

  /// The day that is a number of days after 1 January 1970.
  public init(number: Int) { self.number = number }

  /// A day by year, month and day of the month, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard parts == (year, month, day) else { return nil }
  }

  /// A day as it is typed: "2017-06-14" or "14/6/2017"; nil when it is neither.
  public init?(_ text: String) {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    let dashed = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if dashed.count == 3, let year = dashed[0], let month = dashed[1], let day = dashed[2] {
      self.init(year: year, month: month, day: day)
    } else if slashed.count == 3, let day = slashed[0], let month = slashed[1],
      let year = slashed[2]
    {
      self.init(year: year, month: month, day: day)
    } else {
      return nil
    }
  }

  /// Year, month (from 1) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The day some days later, or earlier when negative.
  public func adding(_ days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// Such as "2017-06-14".
  public var iso: String {
    let (year, month, day) = parts
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// Such as "14 June 2017".
  public var text: String {
    let (year, month, day) = parts
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// Such as "Wednesday 14 June 2017".
  public var longText: String { "\(Self.weekdays[weekday]) \(text)" }

  /// Whether one day is before another.
  public static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

extension CivilDay: Codable {
  /// Reads a day from its text, such as "2017-06-14".
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CivilDay(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no day")
    }
    self = day
  }

  /// Writes a day as its text, such as "2017-06-14".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
