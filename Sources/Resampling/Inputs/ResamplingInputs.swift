// SPDX-License-Identifier: Apache-2.0

public import Sampling

/// Everything that a model of demand at the level of rows needs.
public struct ResamplingInputs: Sendable {
  /// The rows of the base year, at most one table of each kind.
  public var tables: [ActivityRows]
  /// The year of the rows.
  public var baseYear: Int
  /// The year to model.
  public var lastYear: Int
  /// Projections of the population, one of which is drawn in each run; without any, it stays.
  public var variants: [PopulationVariant]
  /// The column that says what a row grows with: `population`, `births` or `none`; rows of tables
  /// without the column grow with the population.
  public var growsWithColumn: String
  /// The adjustment for health, if any.
  public var healthStatus: HealthStatus?
  /// Factors.
  public var factors: [RowFactor]
  /// Strategies.
  public var strategies: [RowStrategy]
  /// Rows that strategies reach, beside those of their scopes.
  public var assignments: [StrategyAssignment]
  /// Uncertain numbers.
  public var inputs: [UncertainInput]
  /// How uncertain numbers go together.
  public var correlations: [RankCorrelation]
  /// What all chance depends on.
  public var seed: UInt64
  /// Days in bed of a spell beyond its nights: 1 counts the day of discharge too, as the demand
  /// model of the New Hospital Programme does; 0 counts nights.
  public var daysBeyondStay: Int

  /// Inputs; what is not given is empty.
  public init(
    tables: [ActivityRows], baseYear: Int, lastYear: Int, variants: [PopulationVariant] = [],
    growsWithColumn: String = "grows_with", healthStatus: HealthStatus? = nil,
    factors: [RowFactor] = [], strategies: [RowStrategy] = [],
    assignments: [StrategyAssignment] = [], inputs: [UncertainInput] = [],
    correlations: [RankCorrelation] = [], seed: UInt64 = 1, daysBeyondStay: Int = 1
  ) {
    self.tables = tables
    self.baseYear = baseYear
    self.lastYear = lastYear
    self.variants = variants
    self.growsWithColumn = growsWithColumn
    self.healthStatus = healthStatus
    self.factors = factors
    self.strategies = strategies
    self.assignments = assignments
    self.inputs = inputs
    self.correlations = correlations
    self.seed = seed
    self.daysBeyondStay = daysBeyondStay
  }

  /// The number of rows of all tables.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.count } }
}
