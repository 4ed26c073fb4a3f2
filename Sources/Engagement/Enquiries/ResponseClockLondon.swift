// SPDX-License-Identifier: Apache-2.0

public import Foundation

extension ResponseClock.Day {
  private static let london: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    return calendar
  }()

  /// The day of a time, as the clocks in London have it.
  public init(_ time: Date) {
    let parts = Self.london.dateComponents([.year, .month, .day], from: time)
    self.init(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }

  /// Noon in London on this day.
  public var noon: Date {
    let guess = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
    let seconds = Self.london.timeZone.secondsFromGMT(for: guess)
    return guess.addingTimeInterval(-Double(seconds))
  }
}
