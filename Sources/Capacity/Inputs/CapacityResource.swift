// SPDX-License-Identifier: Apache-2.0

/// Something that patients or their care need: beds, theatres, rooms, machines, places, staff.
///
/// All are worked out in one way. The hours for which units are used, over the hours for which one unit
/// can be had, are the **mean number in use** (Little 1961); the sizing rule says how many units that
/// mean asks for.
public struct CapacityResource: Equatable, Sendable {
  /// Its name, unique among resources.
  public var id: String
  /// The hours for which one unit can be had.
  public var opening: OpeningHours
  /// How many units a mean number in use asks for.
  public var sizing: SizingRule
  /// Whether units are whole.
  public var units: UnitCounting
  /// What stands for a year.
  public var year: YearBasis
  /// The busiest days over the mean day of their month: 1 or more; it multiplies the mean in use.
  public var peakFactor: Double
  /// The units that there are: nothing if unknown, one number for all time, one a year or one a month.
  public var available: [Double]

  /// States a resource.
  public init(
    id: String, opening: OpeningHours = .always, sizing: SizingRule,
    units: UnitCounting = .whole, year: YearBasis = .busiestMonth, peakFactor: Double = 1,
    available: [Double] = []
  ) {
    self.id = id
    self.opening = opening
    self.sizing = sizing
    self.units = units
    self.year = year
    self.peakFactor = peakFactor
    self.available = available
  }
}

/// The hours for which one unit can be had.
public struct OpeningHours: Equatable, Sendable {
  /// Hours of a week: above 0, at most 168.
  public var hoursPerWeek: Double
  /// Weeks of a year in which it is open, spread evenly over the months; nil for every week.
  public var weeksPerYear: Double?
  /// Days of a week on which it is open: only a rule for the busy day uses them.
  public var daysPerWeek: Double

  /// States the hours.
  public init(hoursPerWeek: Double, weeksPerYear: Double? = nil, daysPerWeek: Double = 7) {
    self.hoursPerWeek = hoursPerWeek
    self.weeksPerYear = weeksPerYear
    self.daysPerWeek = daysPerWeek
  }

  /// All hours of all days, as for beds and caseloads.
  public static let always = OpeningHours(hoursPerWeek: 168)

  /// The weeks that fall on some days of a year.
  func weeks(days: Int, daysInYear: Int) -> Double {
    guard let weeksPerYear else { return Double(days) / 7 }
    return weeksPerYear * Double(days) / Double(daysInYear)
  }

  /// The hours that fall on some days of a year.
  func hours(days: Int, daysInYear: Int) -> Double {
    guard weeksPerYear != nil else { return Double(days) * (hoursPerWeek / 7) }
    return hoursPerWeek * weeks(days: days, daysInYear: daysInYear)
  }
}

/// Whether units come whole.
public enum UnitCounting: Equatable, Sendable {
  /// Beds, rooms and machines: rounded up, after everything else.
  case whole
  /// Whole-time equivalents of staff: not rounded.
  case parts
}

/// The one number that stands for a year.
public enum YearBasis: Equatable, Sendable {
  /// The requirement of the month that needs most.
  case busiestMonth
  /// The mean of the months by their days, as for staff who are paid all year.
  case average
}
