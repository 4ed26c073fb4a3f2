// SPDX-License-Identifier: Apache-2.0

/// Something that cost follows: the activity of a service, or what a resource requires.
///
/// A draw gives its amounts over time, do nothing and with the plan. Amounts are zero or more, in
/// any unit; lines follow them relative to the base year.
public struct CostDriver: Hashable, Sendable {
  /// How often the series has a value.
  public enum Resolution: Hashable, Sendable {
    /// One value for each financial year, the base year first.
    case yearly
    /// One value for each month from April of the base year on.
    case monthly
  }

  /// The id used by lines.
  public var id: String
  /// How often the series has a value.
  public var resolution: Resolution
  /// The amount that the baselines of lines pay for; nil for what the base year has.
  ///
  /// A service that the base year does not have states one: with a baseline of £2m and a
  /// reference of 10,000 contacts, 5,000 contacts cost £1m.
  public var reference: Double?

  /// Names a driver.
  public init(id: String, resolution: Resolution, reference: Double? = nil) {
    self.id = id
    self.resolution = resolution
    self.reference = reference
  }
}
