// SPDX-License-Identifier: Apache-2.0

/// Demand for two kinds of bed, used one after the other.
///
/// A stroke patient may spend the first 72 hours in a hyper-acute bed and the rest in an acute one.
public struct SplitBedDemand: Equatable, Sendable {
  /// The first part of every stay.
  public let hyperAcute: BedDemand
  /// What is left, of the patients who stay longer.
  public let acute: BedDemand

  /// Splits a demand of which only the mean stay is known.
  ///
  /// Every patient is taken to stay through the first part, which asks for more hyper-acute beds than
  /// there would be if some left sooner; give the stays themselves where they are known.
  /// - Parameters:
  ///   - demand: all patients and their mean stay.
  ///   - firstDays: the days in the first bed, at most the mean stay.
  /// - Throws: `BedError.notZeroOrMore` or `.firstPartLongerThanStay`.
  public init(_ demand: BedDemand, firstDays: Double) throws(BedError) {
    try BedCheck.zeroOrMore("the first days", firstDays)
    guard firstDays <= demand.meanStayDays else {
      throw .firstPartLongerThanStay(firstDays: firstDays, meanStayDays: demand.meanStayDays)
    }
    hyperAcute = try BedDemand(
      patientsPerYear: demand.patientsPerYear, meanStayDays: firstDays,
      daysPerYear: demand.daysPerYear)
    acute = try BedDemand(
      patientsPerYear: demand.patientsPerYear, meanStayDays: demand.meanStayDays - firstDays,
      daysPerYear: demand.daysPerYear)
  }

  /// Splits a demand of which the stays are known.
  ///
  /// - Parameters:
  ///   - patientsPerYear: the patients admitted in a year.
  ///   - stays: their stays in days, weighted by patients; finite and not negative.
  ///   - firstDays: the days in the first bed, for those who stay that long.
  ///   - daysPerYear: the days of a year over which patients come.
  /// - Throws: `BedError.notZeroOrMore` or `.notPositive`.
  public init(
    patientsPerYear: Double, stays: WeightedDistribution, firstDays: Double,
    daysPerYear: Double = 365
  ) throws(BedError) {
    try BedCheck.zeroOrMore("the first days", firstDays)
    try BedCheck.zeroOrMore("the shortest stay in days", stays.smallest)
    try BedCheck.zeroOrMore("the longest stay in days", stays.largest)
    let share = stays.share { $0 > firstDays }
    let rest = stays.mean { $0 > firstDays ? $0 - firstDays : 0 }
    hyperAcute = try BedDemand(
      patientsPerYear: patientsPerYear,
      meanStayDays: stays.mean { $0 < firstDays ? $0 : firstDays }, daysPerYear: daysPerYear)
    acute = try BedDemand(
      patientsPerYear: patientsPerYear * share, meanStayDays: share > 0 ? rest / share : 0,
      daysPerYear: daysPerYear)
  }

  /// The beds of both kinds occupied on average.
  public var meanBedsOccupied: Double { hyperAcute.meanBedsOccupied + acute.meanBedsOccupied }
}
