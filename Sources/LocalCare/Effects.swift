// SPDX-License-Identifier: Apache-2.0

/// What local care does to one kind of activity in a year, when all of it is there.
public struct ActivityEffect: Equatable, Sendable {
  /// Admissions, attendances or appointments that do not happen.
  public let avoided: Double
  /// Pounds that each releases at once.
  public let releasedEach: Double
  /// Bed days that each frees.
  public let bedDaysEach: Double
  /// Pounds that each costs elsewhere.
  public let reinvestedEach: Double

  /// - Throws: `LocalCareError` for a number below 0.
  public init(
    avoided: Double, releasedEach: Double, bedDaysEach: Double, reinvestedEach: Double
  ) throws(LocalCareError) {
    try Check.notNegative(avoided, "the activity avoided")
    try Check.notNegative(releasedEach, "what each releases")
    try Check.notNegative(bedDaysEach, "the bed days that each frees")
    try Check.notNegative(reinvestedEach, "what each costs elsewhere")
    self.avoided = avoided
    self.releasedEach = releasedEach
    self.bedDaysEach = bedDaysEach
    self.reinvestedEach = reinvestedEach
  }
}

/// What local care does to the bed days of those who are admitted all the same.
public struct StayEffect: Equatable, Sendable {
  /// The share of their bed days that is saved.
  public let share: Double
  /// Pounds that each day saved costs elsewhere.
  public let reinvestedEach: Double

  /// - Throws: `LocalCareError` for a share outside 0 to 1 or a cost below 0.
  public init(share: Double, reinvestedEach: Double) throws(LocalCareError) {
    try Check.share(share, "the share of bed days saved")
    try Check.notNegative(reinvestedEach, "what each day saved costs elsewhere")
    self.share = share
    self.reinvestedEach = reinvestedEach
  }
}

/// The beds that bed days are saved from, and the rule by which beds close.
///
/// A bed that is empty today is filled by somebody else tomorrow. Nothing is released until a whole
/// ward can close: until as many beds as a ward has would stand empty at the occupancy that is
/// safe. Then the ward closes after a delay, and what it cost is released.
public struct Wards: Equatable, Sendable {
  /// Bed days of a year before anything changes.
  public let bedDays: Double
  /// The share of open beds that may be in use.
  public let occupancy: Double
  /// Beds of a ward.
  public let bedsEach: Double
  /// Months until a ward that is not needed has closed.
  public let delayMonths: Double
  /// Pounds a year that a closed bed releases.
  public let releasedPerBed: Double

  /// - Throws: `LocalCareError` for a number out of range.
  public init(
    bedDays: Double, occupancy: Double, bedsEach: Double, delayMonths: Double,
    releasedPerBed: Double
  ) throws(LocalCareError) {
    try Check.positive(bedDays, "the bed days of a year")
    try Check.positive(occupancy, "the share of beds in use")
    try Check.share(occupancy, "the share of beds in use")
    try Check.positive(bedsEach, "the beds of a ward")
    try Check.notNegative(delayMonths, "the months until a ward closes")
    try Check.notNegative(releasedPerBed, "what a closed bed releases")
    self.bedDays = bedDays
    self.occupancy = occupancy
    self.bedsEach = bedsEach
    self.delayMonths = delayMonths
    self.releasedPerBed = releasedPerBed
  }

  /// Beds that bed days saved in a year leave empty, at the occupancy that is safe.
  public func bedsFreed(by saved: Double) -> Double { saved / 365.25 / occupancy }

  /// Whole wards among so many beds.
  ///
  /// A bed in a thousand million short of a ward is a ward: the last bits of a division are no bed.
  public func wards(in beds: Double) -> Double { (beds / bedsEach + 1e-9).rounded(.down) }

  /// Pounds a year that a ward releases.
  var releasedPerWard: Double { bedsEach * releasedPerBed }
}
