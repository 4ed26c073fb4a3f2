// SPDX-License-Identifier: Apache-2.0

public import Foundation

extension CivilDay {
  private static let london = TimeZone(identifier: "Europe/London") ?? .gmt

  /// The day of a time, as the clocks in London have it.
  public init(_ time: Date) { self = LondonTime.day(time) }

  /// Noon in London on this day.
  public var noon: Date {
    let guess = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
    let seconds = Self.london.secondsFromGMT(for: guess)
    return guess.addingTimeInterval(-Double(seconds))
  }
}
