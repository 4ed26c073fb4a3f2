// SPDX-License-Identifier: Apache-2.0

/// A group of the population and its size.
public struct PopulationGroup: Sendable, Equatable {
  /// The group's name, such as an age band.
  public let name: String
  /// How many people are in it.
  public let population: Double

  /// Makes a group.
  public init(name: String, population: Double) {
    self.name = name
    self.population = population
  }
}
