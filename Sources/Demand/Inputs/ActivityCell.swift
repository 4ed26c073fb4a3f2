// SPDX-License-Identifier: Apache-2.0

/// The activity of a service in the base year for one sex and one band of ages.
///
/// Within its band activity is spread over single years of age in proportion to people (to births,
/// for mothers in a service that grows with births), and a cell for persons over both sexes where the
/// population tells them apart.
public struct ActivityCell: Sendable, Hashable {
  /// Whom it is about.
  public var sex: Sex
  /// The first age of the band, in whole years.
  public var ageFrom: Int
  /// The last age of the band; nil means "and over".
  public var ageTo: Int?
  /// Units of activity in the base year.
  public var activity: Double
  /// Days in a bed in the base year.
  public var bedDays: Double

  /// Describes a cell.
  public init(
    sex: Sex = .persons, ageFrom: Int = 0, ageTo: Int? = nil, activity: Double,
    bedDays: Double = 0
  ) {
    self.sex = sex
    self.ageFrom = ageFrom
    self.ageTo = ageTo
    self.activity = activity
    self.bedDays = bedDays
  }
}
