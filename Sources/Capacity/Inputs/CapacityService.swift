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
public struct CapacitySeason: Equatable, Sendable {
  /// Its name.
  public var id: String
  /// The shares of January to December.
  ///
  /// They add up to 1, or to within 0.01 of it for printed shares, and are brought to 1.
  public var shares: [Double]

  /// States a season.
  public init(id: String, shares: [Double]) {
    self.id = id
    self.shares = shares
  }
}
