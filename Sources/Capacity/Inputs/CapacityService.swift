// SPDX-License-Identifier: Apache-2.0

/// A service whose activity and bed days draw on resources.
public struct CapacityService: Equatable, Sendable {
  /// Its name, unique among services.
  public var id: String
  /// The season that it follows; nil when every day of the year is alike.
  public var season: Int?

  /// Names a service.
  ///
  /// - Parameters:
  ///   - id: unique among services.
  ///   - season: an index into `CapacityInputs.seasons`.
  public init(id: String, season: Int? = nil) {
    self.id = id
    self.season = season
  }
}

/// The shares of a year that fall on its months.
public struct SeasonProfile: Equatable, Sendable {
  /// Its name.
  public var id: String
  /// Twelve shares, **from the first month of the calendar** (April, unless it says otherwise).
  ///
  /// They add up to 1, or to within half a percent of it for printed shares, which are then scaled.
  public var shares: [Double]

  /// States a season.
  public init(id: String, shares: [Double]) {
    self.id = id
    self.shares = shares
  }
}
