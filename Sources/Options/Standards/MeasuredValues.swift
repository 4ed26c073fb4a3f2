// SPDX-License-Identifier: Apache-2.0

/// What a configuration measures at one of its sites.
public struct SiteValue: Equatable, Sendable {
  /// The code of the site.
  public let site: String
  /// The value.
  public let value: Double

  /// States the value of a site.
  public init(site: String, value: Double) {
    self.site = site
    self.value = value
  }
}

/// What a configuration measures for the people of one area.
public struct AreaValue: Equatable, Sendable {
  /// The code of the area.
  public let area: String
  /// The people who live there, or its patients.
  public let people: Double
  /// The value; infinite where there is no route.
  public let value: Double

  /// States the value of an area.
  public init(area: String, people: Double, value: Double) {
    self.area = area
    self.people = people
    self.value = value
  }
}

/// The values of one measure in a configuration.
public enum MeasuredValues: Equatable, Sendable {
  /// A value for each site; those of closed sites are not looked at.
  case sites([SiteValue])
  /// One value for the whole system.
  case system(Double)
  /// A value for each area.
  case areas([AreaValue])
}

/// Some open sites and what they measure.
public struct MeasuredConfiguration: Equatable, Sendable {
  /// The codes of the open sites.
  public let openSites: Set<String>
  /// The values by name of the measure.
  public let measures: [String: MeasuredValues]

  /// Describes a configuration.
  public init(openSites: Set<String>, measures: [String: MeasuredValues] = [:]) {
    self.openSites = openSites
    self.measures = measures
  }
}
