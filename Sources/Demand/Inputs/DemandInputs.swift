// SPDX-License-Identifier: Apache-2.0

/// Everything that a projection of demand is worked out from.
public struct DemandInputs: Sendable, Hashable {
  /// The year that the activity of the services is of.
  public var baseYear: Int
  /// The last year of the projection, not before the base year.
  public var lastYear: Int
  /// How many values each run has: ``Parameter/input(_:scale:offset:)`` counts from 0 among them.
  public var inputCount: Int
  /// The projections of the population, at least one.
  public var variants: [PopulationVariant]
  /// The services of all providers.
  public var services: [ServiceLine]
  /// What changes without a plan, in any order: the factors are multiplied.
  public var growth: [GrowthFactor]
  /// What the system plans to do, in the order in which it works.
  public var mitigators: [Mitigator]
  /// The profiles that services name.
  public var seasons: [SeasonProfile]
  /// The first month of a year: 4 for financial years, of which the number is that of their April.
  public var firstMonth: Int

  /// Gathers the inputs.
  public init(
    baseYear: Int, lastYear: Int, inputCount: Int = 0, variants: [PopulationVariant],
    services: [ServiceLine], growth: [GrowthFactor] = [], mitigators: [Mitigator] = [],
    seasons: [SeasonProfile] = [], firstMonth: Int = 4
  ) {
    self.baseYear = baseYear
    self.lastYear = lastYear
    self.inputCount = inputCount
    self.variants = variants
    self.services = services
    self.growth = growth
    self.mitigators = mitigators
    self.seasons = seasons
    self.firstMonth = firstMonth
  }
}
