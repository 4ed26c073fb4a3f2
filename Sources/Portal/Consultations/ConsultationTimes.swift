// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// Days and times as they are read on a page, in the time of London.
enum ConsultationTimes {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Such as "14 February 2019".
  static func day(_ moment: Date) -> String {
    let day = ConsultationDay(of: moment)
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// Such as "February 2019".
  static func month(_ moment: Date) -> String {
    let day = ConsultationDay(of: moment)
    return "\(months[day.month - 1]) \(day.year)"
  }

  /// Such as "14 February 2019 at 6:30pm"; the last second of a day is "at midnight".
  static func moment(_ moment: Date) -> String {
    let parts = ConsultationDay.calendar.dateComponents([.hour, .minute, .second], from: moment)
    let hour = parts.hour ?? 0
    let minute = parts.minute ?? 0
    if hour == 23, minute == 59, parts.second == 59 { return day(moment) + " at midnight" }
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    return
      "\(day(moment)) at \(hour % 12 == 0 ? 12 : hour % 12):\(minutes)\(hour < 12 ? "am" : "pm")"
  }

  /// Such as "9 days left".
  static func left(until deadline: Date, from now: Date) -> String {
    let days = ConsultationDay(of: now).days(to: ConsultationDay(of: deadline))
    return switch days {
    case ...0: "Closes today at midnight"
    case 1: "1 day left"
    default: "\(days) days left"
    }
  }
}

/// Numbers as they are read on a page.
enum ConsultationNumbers {
  /// Such as "1 response" or "5,021 responses".
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(whole(count)) \(count == 1 ? one : many)"
  }

  /// With commas between thousands.
  static func whole(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(abs(number)).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.insert(",", at: text.startIndex) }
      text.insert(digit, at: text.startIndex)
    }
    return number < 0 ? "−" + text : text
  }

  /// A share as a whole percentage; a share of something that rounds to nothing is "under 1%".
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share > 0, share < 0.005 { return "under 1%" }
    return "\(Int((share * 100).rounded()))%"
  }
}
