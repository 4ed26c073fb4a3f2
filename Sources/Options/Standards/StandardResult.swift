// SPDX-License-Identifier: Apache-2.0

/// A place whose value is outside a limit.
public struct OutsideLimit: Equatable, Sendable {
  /// The code of the site or area; nil for the whole system.
  public let place: String?
  /// The people of an area; nil for a site and the system.
  public let people: Double?
  /// The value found.
  public let value: Double
  /// How far the value is inside the limit: below zero, as it is outside.
  public let margin: Double
}

/// A weaker standard.
public enum Relaxation: Equatable, Sendable {
  /// The limit becomes this.
  case limit(Limit)
  /// The share of people who must be within the limit becomes this.
  case share(Double)
}

/// Whether a configuration meets a standard, and by how much.
public struct StandardResult: Equatable, Sendable {
  /// The standard.
  public let standard: ServiceStandard
  /// Whether it is met.
  public let isMet: Bool
  /// How much room there is: below zero when it is missed.
  ///
  /// For sites it is the margin of the worst one, infinite when none is open; for the system its
  /// margin; for people the share within the limit less the share that must be.
  public let margin: Double
  /// Every place outside the limit: sites in the order of codes, areas in the order given.
  ///
  /// A standard for a share of people can be met although some areas are outside.
  public let outside: [OutsideLimit]
  /// The smallest ways to weaken the standard so that it would be met; empty when it is.
  ///
  /// A standard for a share of people can be met with a lower share, when anybody is within the limit,
  /// or with another limit, when that has one end and enough people have a route.
  public let relaxations: [Relaxation]
}
