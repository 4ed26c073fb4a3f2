// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// Days and times as pages show them, by the clocks in London.
enum NewsDates {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    return calendar
  }()

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Such as "14 February 2019".
  static func day(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return "\(parts.day ?? 1) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 1970)"
  }

  /// Such as "14 February 2019 at 6:30pm".
  static func time(_ date: Date) -> String {
    let parts = calendar.dateComponents([.hour, .minute], from: date)
    let hour = parts.hour ?? 0
    let minute = parts.minute ?? 0
    let shown = hour % 12 == 0 ? 12 : hour % 12
    return day(date) + " at \(shown):\(minute < 10 ? "0" : "")\(minute)\(hour < 12 ? "am" : "pm")"
  }

  /// A day that is kept as "2019-02-14"; as it stands when it is not one.
  static func day(written text: String) -> String {
    guard let parts = parts(of: text) else { return text }
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  /// The month of a time as "2019-02".
  static func month(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month], from: date)
    let month = parts.month ?? 1
    return "\(parts.year ?? 1970)-\(month < 10 ? "0" : "")\(month)"
  }

  /// A month that is kept as "2019-02", such as "February 2019".
  static func month(written text: String) -> String {
    let halves = text.split(separator: "-").compactMap { Int($0) }
    guard halves.count == 2, (1...12).contains(halves[1]) else { return text }
    return "\(months[halves[1] - 1]) \(halves[0])"
  }

  /// Whether a text is a day of the calendar as "2019-02-14".
  static func isDay(_ text: String) -> Bool { parts(of: text) != nil }

  private static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
    // Only the long form: `CivilDay` reads others as well.
    guard text.utf8.count == 10, let day = CivilDay(text), day.iso == text else { return nil }
    return day.parts
  }
}
