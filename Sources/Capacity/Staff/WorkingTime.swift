// SPDX-License-Identifier: Apache-2.0

/// The hours that one whole-time equivalent of staff can give to work in a year.
public struct WorkingTime: Equatable, Sendable {
  /// Contracted hours of a week, such as 37.5.
  public let hoursPerWeek: Double
  /// Weeks of a year that are left after leave and public holidays.
  public let weeksPerYear: Double
  /// The share of those weeks lost to sickness.
  public let sickness: Double
  /// The share of those weeks given to training and study.
  public let study: Double

  /// States working time.
  ///
  /// - Parameters:
  ///   - hoursPerWeek: above 0, at most 168.
  ///   - weeksPerYear: above 0, at most 53: 52 less the weeks of leave.
  ///   - sickness: a share of the weeks worked, from 0 to below 1.
  ///   - study: likewise; with sickness below 1.
  /// - Throws: `CapacityError` with everything that is wrong.
  public init(
    hoursPerWeek: Double, weeksPerYear: Double, sickness: Double = 0, study: Double = 0
  ) throws(CapacityError) {
    let place = CapacityPlace.question("working time")
    var problems = ProblemList()
    problems.aboveZero(
      place, .hoursPerWeek, hoursPerWeek, atMost: 168, advice: "A week has 168 hours.")
    problems.aboveZero(
      place, .weeksPerYear, weeksPerYear, atMost: 53, advice: "A year has 52 weeks and a day.")
    problems.zeroOrMore(place, .absence, sickness)
    problems.zeroOrMore(place, .absence, study)
    if sickness + study >= 1 {
      problems.add(
        place, .absence, found: "sickness and study of \(sickness + study)",
        expected: "shares that leave some time for work", advice: "Give 0.045 for 4.5%.")
    }
    try problems.check()
    self.hoursPerWeek = hoursPerWeek
    self.weeksPerYear = weeksPerYear
    self.sickness = sickness
    self.study = study
  }

  /// The hours worked in a year.
  public var productiveHours: Double { hoursPerWeek * productiveWeeks }

  /// The weeks worked in a year.
  public var productiveWeeks: Double { weeksPerYear * (1 - sickness - study) }

  /// What has to be added to the staff on duty so that there is someone for every absence: also called uplift.
  ///
  /// 0.3 means that 10 posts that are filled at all times in contracted hours take 13 whole-time equivalents.
  public var headroom: Double { 365.0 / 7 / productiveWeeks - 1 }

  /// Whole-time equivalents for hours of work in a year.
  public func wholeTimeEquivalents(hours: Double) -> Double { hours / productiveHours }

  /// The hours of one whole-time equivalent, as the opening hours of a resource.
  public var opening: OpeningHours {
    OpeningHours(hoursPerWeek: hoursPerWeek, weeksPerYear: productiveWeeks)
  }
}
