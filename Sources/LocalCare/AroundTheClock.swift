// SPDX-License-Identifier: Apache-2.0

/// Work that comes at random by day and by night and cannot wait: rapid response, or calls.
///
/// Each part of the day has enough at work, by Erlang's formula, that the work begins in time for
/// the share that is asked. Those who wait do not go away: where they would, fewer are needed, and
/// some are lost.
public struct AroundTheClock: Equatable, Sendable {
  /// Demands a year.
  public let demands: Double
  /// The share that comes by day, from 8 to 20.
  public let byDay: Double
  /// Minutes that one takes those who do it, travel included.
  public let minutes: Double
  /// Minutes within which it has to begin, travel taken off.
  public let within: Double
  /// The share for which that has to hold.
  public let target: Double
  /// Staff who do one together.
  public let together: Double

  /// Hours of a year by day; there are as many by night.
  private static let hoursOfHalf = 365.25 * 12
  /// Hours of a week by day; there are as many by night.
  private static let weekHoursOfHalf = 84.0

  /// - Throws: `LocalCareError` for a number out of range.
  public init(
    demands: Double, byDay: Double, minutes: Double, within: Double, target: Double,
    together: Double = 1
  ) throws(LocalCareError) {
    try Check.notNegative(demands, "the demands of a year")
    try Check.share(byDay, "the share by day")
    try Check.positive(minutes, "the minutes of each")
    try Check.notNegative(within, "the minutes within which it has to begin, without travel")
    try Check.shareBelowOne(target, "the share that has to begin in time")
    try Check.positive(together, "the staff who go together")
    self.demands = demands
    self.byDay = byDay
    self.minutes = minutes
    self.within = within
    self.target = target
    self.together = together
  }

  /// What is needed at work, and in post.
  public struct Need: Equatable, Sendable {
    /// Teams, or people who answer calls, at work by day.
    public let atWorkByDay: Int
    /// Those at work by night.
    public let atWorkByNight: Int
    /// The share of demands that begin in time with them.
    public let inTime: Double
    /// Whole-time staff in post.
    public let staff: Double
  }

  /// The least that keeps to the time.
  public func need(_ time: WorkingTime) throws(LocalCareError) -> Need {
    let day = try queue(byDay)
    let night = try queue(1 - byDay)
    let atWork = (
      try day.servers(within: within, share: target),
      try night.servers(within: within, share: target)
    )
    let places = Double(atWork.0 + atWork.1) * together
    return Need(
      atWorkByDay: atWork.0, atWorkByNight: atWork.1,
      inTime: byDay * day.shareWithin(within, servers: atWork.0)
        + (1 - byDay) * night.shareWithin(within, servers: atWork.1),
      staff: places * (try time.staff(perPlaceFor: Self.weekHoursOfHalf)))
  }

  private func queue(_ share: Double) throws(LocalCareError) -> Waiting {
    let anHour = demands * share / Self.hoursOfHalf
    return try Waiting(load: anHour * minutes / 60, serviceTime: minutes)
  }
}
