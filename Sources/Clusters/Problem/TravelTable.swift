// SPDX-License-Identifier: Apache-2.0

/// Journeys between all units, in place of straight lines.
///
/// With it the centre of a group is the unit to which its people have the shortest mean journey.
public struct TravelTable: Sendable, Equatable {
  /// What journeys are counted in; weights of preferences and all distances are then in it, too.
  public enum Measure: String, Sendable { case kilometres, minutes }

  /// What the values are.
  public var measure: Measure
  /// From each unit to each unit, row by row in the order of units.
  public var values: [Double]

  /// Journeys from each unit to each unit, row by row.
  public init(_ measure: Measure, values: [Double]) {
    self.measure = measure
    self.values = values
  }
}
