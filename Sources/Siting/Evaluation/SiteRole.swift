// SPDX-License-Identifier: Apache-2.0

/// What may be decided about a site.
public enum SiteRole: Hashable, Sendable {
  /// A configuration may open or close it.
  case optional
  /// A unit of the system that every configuration keeps.
  case alwaysOpen
  /// A site that no configuration uses.
  case alwaysClosed
  /// A unit of another system, always open.
  ///
  /// Demand goes to it where it is nearest. It isn't one of the units counted or compared by size.
  /// Most of its patients live elsewhere, so its own size isn't known here: it is taken to meet the
  /// target volume.
  case outside

  /// Whether every configuration has the site open.
  public var isAlwaysOpen: Bool { self == .alwaysOpen || self == .outside }
  /// Whether the unit counts as one of the system's own.
  public var isCounted: Bool { self != .outside }
}
