// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Times as the pages about accounts show them, in the time of the United Kingdom.
enum AccountTimes {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A time such as "14 February 2019 at 6:30pm".
  static func text(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    let hour = parts.hour ?? 0
    let minute = String(100 + (parts.minute ?? 0)).suffix(2)
    let clock = "\((hour + 11) % 12 + 1):\(minute)\(hour < 12 ? "am" : "pm")"
    let month = months[(parts.month ?? 1) - 1]
    return "\(parts.day ?? 1) \(month) \(parts.year ?? 1970) at \(clock)"
  }
}
