// SPDX-License-Identifier: Apache-2.0

/// Staff on duty by day and by night, from the patients that each looks after.
public struct RotaCover: Equatable, Sendable {
  /// One part of every day.
  public struct Shift: Equatable, Sendable {
    /// Its hours, above 0 and at most 24.
    public let hours: Double
    /// The beds that one member of staff looks after, above 0.
    public let bedsEach: Double

    /// States a shift.
    public init(hours: Double, bedsEach: Double) {
      self.hours = hours
      self.bedsEach = bedsEach
    }
  }

  /// The shifts of a day, each on its own.
  public let shifts: [Shift]

  /// States the shifts of every day.
  ///
  /// - Throws: `CapacityError` for hours or ratios that are not above 0, and for more than 24 hours in all, less an
  ///   hour and a half of handover for each shift.
  public init(_ shifts: [Shift]) throws(CapacityError) {
    let place = CapacityPlace.question("rota")
    var problems = ProblemList()
    for shift in shifts {
      problems.aboveZero(
        place, .hoursPerWeek, shift.hours, atMost: 24, advice: "A shift is a part of a day.")
      if !(shift.bedsEach > 0 && shift.bedsEach.isFinite) {
        problems.add(
          place, .ratio, found: "\(shift.bedsEach) beds each",
          expected: "a finite number above 0", advice: "Give 8 for one nurse to eight beds.")
      }
    }
    let hours = shifts.reduce(0) { $0 + $1.hours }
    if !(hours <= 24 + 1.5 * Double(shifts.count)) {
      problems.add(
        place, .hoursPerWeek, found: "\(hours) hours of shifts in a day",
        expected: "24, with at most an hour and a half of handover for each shift",
        advice: "Give the shifts of one day.")
    }
    try problems.check()
    self.shifts = shifts
  }

  /// Hours of care for each bed and day: with an hour of handover, more than the clock has.
  public var hoursPerBedDay: Double { shifts.reduce(0) { $0 + $1.hours / $1.bedsEach } }

  /// Hours of care in a day, with a whole number of staff on each shift of each ward.
  ///
  /// - Parameter wards: the beds of each ward; empty wards need nobody.
  /// - Returns: hours, more than without wards by what rounding adds.
  /// - Throws: `CapacityError` for a negative number of beds.
  public func hoursPerDay(wards: [Int]) throws(CapacityError) -> Double {
    var problems = ProblemList()
    for beds in wards where beds < 0 {
      problems.add(
        .question("rota"), .wards, found: "\(beds) beds", expected: "zero or more",
        advice: "Correct the ward.")
    }
    try problems.check()
    return wards.reduce(0) { sum, beds in
      sum
        + shifts.reduce(0) {
          $0 + $1.hours * CapacityModel.whole(Double(beds) / $1.bedsEach)
        }
    }
  }

  /// Whole-time equivalents for so many beds, all days of the year.
  ///
  /// - Parameters:
  ///   - beds: zero or more.
  ///   - time: the working time of one.
  /// - Returns: whole-time equivalents, not rounded.
  public func wholeTimeEquivalents(beds: Double, _ time: WorkingTime) -> Double {
    time.wholeTimeEquivalents(hours: beds * hoursPerBedDay * 365)
  }
}
