// SPDX-License-Identifier: Apache-2.0

/// What is grouped: a practice with its list, a small area with its residents, or a cluster that was
/// made before, when clusters are grouped into hubs.
public struct Unit: Sendable, Equatable {
  /// The permanent name, unique among units.
  public var id: String
  /// The name for a reader.
  public var name: String
  /// People registered or resident now.
  public var people: Int
  /// People at the horizon of the plan; nil when nothing is known of it.
  public var peopleAtHorizon: Int?
  /// Kilometres east of any fixed point.
  public var east: Double
  /// Kilometres north of it.
  public var north: Double
  /// The deprivation score or rank, in any unit in which a greater number is more deprived.
  public var deprivation: Double?
  /// The town that it is part of; units of one town are to stay together.
  public var town: String?
  /// The commissioning group that it belongs to.
  public var commissioner: String?
  /// The group that it works in already.
  public var existingGroup: String?

  /// Describes a unit.
  public init(
    id: String, name: String, people: Int, peopleAtHorizon: Int? = nil, east: Double,
    north: Double, deprivation: Double? = nil, town: String? = nil, commissioner: String? = nil,
    existingGroup: String? = nil
  ) {
    self.id = id
    self.name = name
    self.people = people
    self.peopleAtHorizon = peopleAtHorizon
    self.east = east
    self.north = north
    self.deprivation = deprivation
    self.town = town
    self.commissioner = commissioner
    self.existingGroup = existingGroup
  }
}
