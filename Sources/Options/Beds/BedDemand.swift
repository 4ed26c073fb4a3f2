// SPDX-License-Identifier: Apache-2.0

/// The patients of a year and how long they stay.
public struct BedDemand: Equatable, Sendable {
  /// The patients admitted in a year.
  public let patientsPerYear: Double
  /// The mean length of stay in days.
  public let meanStayDays: Double
  /// The days of a year over which patients come: 365, or 365.25 to count leap years.
  public let daysPerYear: Double

  /// States the demand.
  ///
  /// - Throws: `BedError.notZeroOrMore` or `.notPositive`.
  public init(
    patientsPerYear: Double, meanStayDays: Double, daysPerYear: Double = 365
  ) throws(BedError) {
    try BedCheck.zeroOrMore("patients a year", patientsPerYear)
    try BedCheck.zeroOrMore("mean stay in days", meanStayDays)
    guard daysPerYear > 0 && daysPerYear.isFinite else {
      throw .notPositive("days a year", daysPerYear)
    }
    try BedCheck.zeroOrMore("bed days a year", patientsPerYear * meanStayDays)
    self.patientsPerYear = patientsPerYear
    self.meanStayDays = meanStayDays
    self.daysPerYear = daysPerYear
  }

  /// The days that patients spend in a bed in a year.
  public var bedDaysPerYear: Double { patientsPerYear * meanStayDays }

  /// The beds occupied on average: patients a day multiplied by their stay (Little 1961).
  ///
  /// It holds for any pattern of arrivals and stays, as long as nobody is turned away.
  public var meanBedsOccupied: Double { bedDaysPerYear / daysPerYear }

  /// The beds that these patients would occupy to a stated share.
  ///
  /// - Parameter occupancy: above 0 and at most 1, such as 0.85.
  /// - Returns: the beds, with their fraction and rounded up.
  /// - Throws: `BedError.impossibleOccupancy`.
  public func beds(atOccupancy occupancy: Double) throws(BedError) -> BedsAtOccupancy {
    guard occupancy > 0 && occupancy <= 1 else { throw .impossibleOccupancy(occupancy) }
    return BedsAtOccupancy(exact: meanBedsOccupied / occupancy)
  }

  /// The pool that these patients would share.
  ///
  /// - Throws: `BedError.loadTooLarge`.
  public func pool() throws(BedError) -> BedPool { try BedPool(load: meanBedsOccupied) }

  /// The mean days that a patient waits for a bed, over all patients; nil when the queue has no end.
  ///
  /// The formula is exact for arrivals at random and stays that are exponentially distributed.
  /// - Throws: `BedError.impossibleBeds` or `.loadTooLarge`.
  public func meanWaitDays(beds: Int) throws(BedError) -> Double? {
    let chance = try pool().chanceOfNoBed(beds: beds, whenFull: .patientsWait)
    guard Double(beds) > meanBedsOccupied else { return nil }
    return chance * meanStayDays / (Double(beds) - meanBedsOccupied)
  }
}

/// Beds worked out from an occupancy.
public struct BedsAtOccupancy: Equatable, Sendable {
  /// The beds with their fraction.
  public let exact: Double

  /// The beds rounded up to whole ones; a fraction below 10⁻⁹ is taken for rounding.
  public var whole: Double { (exact - 1e-9).rounded(.up) }
}
