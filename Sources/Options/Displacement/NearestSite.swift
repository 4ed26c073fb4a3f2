// SPDX-License-Identifier: Apache-2.0

/// The site that the people of an area go to, and how long it takes.
public struct NearestSite: Equatable, Sendable {
  /// The code of the site.
  public let site: String
  /// The minutes to it.
  public let minutes: Double

  /// States where an area goes; ``Displacement`` checks it.
  public init(site: String, minutes: Double) {
    self.site = site
    self.minutes = minutes
  }
}

/// The patients of an area and where they go before and after a change.
public struct AreaDisplacement: Equatable, Sendable {
  /// The code of the area.
  public let area: String
  /// Its patients of a year.
  public let patients: Double
  /// The nearest site before; nil when there is no route to any.
  public let before: NearestSite?
  /// The nearest site after; nil when there is no route to any.
  public let after: NearestSite?

  /// Describes an area; ``Displacement`` checks it.
  public init(area: String, patients: Double, before: NearestSite?, after: NearestSite?) {
    self.area = area
    self.patients = patients
    self.before = before
    self.after = after
  }

  /// Whether its patients go to another site than before, or gain or lose their only route.
  public var isMoved: Bool { before?.site != after?.site }

  /// The minutes that its journey takes longer; negative when shorter, nil without a route.
  public var minutesAdded: Double? {
    guard let before, let after else { return nil }
    return after.minutes - before.minutes
  }
}
