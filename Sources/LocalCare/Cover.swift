// SPDX-License-Identifier: Apache-2.0

/// How time away from work is counted.
///
/// The two are mixed up often: of staff who are away for 22% of their time, 1.28 are paid for
/// each at work and not 1.22.
public enum TimeAway: Equatable, Sendable {
  /// The share of paid time that staff are away: each at work takes 1 / (1 - h) in post.
  case shareOfPaidTime(Double)
  /// What is added to those at work: each takes 1 + h in post.
  case upliftOnBase(Double)

  /// How many are in post for each at work.
  public func factor() throws(LocalCareError) -> Double {
    switch self {
    case .shareOfPaidTime(let share):
      try Check.shareBelowOne(share, "the share of paid time away")
      return 1 / (1 - share)
    case .upliftOnBase(let share):
      try Check.notNegative(share, "the uplift for time away")
      return 1 + share
    }
  }
}

/// What one member of staff works.
public struct WorkingTime: Equatable, Sendable {
  /// Hours a week in the contract.
  public let hours: Double
  /// Time away: leave, sickness, study.
  public let away: TimeAway

  /// Weeks of a year: 365.25 days.
  static let weeks = 365.25 / 7

  /// - Throws: `LocalCareError` for hours that are not positive or time away that is all of it.
  public init(hours: Double, away: TimeAway) throws(LocalCareError) {
    try Check.positive(hours, "the hours of a working week")
    _ = try away.factor()
    self.hours = hours
    self.away = away
  }

  /// Hours a year at work, leave and sickness taken off.
  public func hoursAYear() throws(LocalCareError) -> Double {
    hours * Self.weeks / (try away.factor())
  }

  /// Whole-time staff in post who keep one place filled for some hours of each week.
  ///
  /// 168 hours are day and night: at 37.5 hours a week and 22% of paid time away, 5.744.
  public func staff(perPlaceFor hoursOfTheWeek: Double) throws(LocalCareError) -> Double {
    try Check.notNegative(hoursOfTheWeek, "the hours of the week to be covered")
    return hoursOfTheWeek / hours * (try away.factor())
  }
}
