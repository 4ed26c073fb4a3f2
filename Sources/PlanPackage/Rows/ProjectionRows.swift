// SPDX-License-Identifier: Apache-2.0

/// The rows of a plan about demand, capacity and their cost under uncertainty.
public struct ProjectionRows: Sendable {
  /// Projections of the population.
  public let variants: [PopulationVariantRow]
  /// People by variant, year, sex and age.
  public let population: [PopulationRow]
  /// Births by variant, year and the mother's age.
  public let births: [BirthRow]
  /// Services whose activity is projected.
  public let services: [DemandServiceRow]
  /// Their activity in the base year.
  public let activity: [DemandActivityRow]
  /// What makes need grow or shrink.
  public let factors: [DemandFactorRow]
  /// What the plan would do about it.
  public let mitigators: [DemandMitigatorRow]
  /// What others achieved.
  public let evidence: [EvidenceRow]
  /// Assumptions that go together.
  public let correlations: [CorrelationRow]
  /// Shares of the months.
  public let seasons: [SeasonRow]
  /// What the plan promises.
  public let promises: [PromiseRow]
  /// What activity needs.
  public let resources: [ResourceRow]
  /// How much of it.
  public let uses: [ResourceUseRow]
  /// What money follows.
  public let drivers: [CostDriverRow]
  /// What savings are used for.
  public let usesOfSavings: [UseOfSavingRow]

  init(_ rows: (String) -> [Row]) {
    variants = rows("population-variants").compactMap(PopulationVariantRow.init)
    population = rows("population").compactMap(PopulationRow.init)
    births = rows("births").compactMap(BirthRow.init)
    services = rows("demand-services").map(DemandServiceRow.init)
    activity = rows("demand-activity").compactMap(DemandActivityRow.init)
    factors = rows("demand-factors").compactMap(DemandFactorRow.init)
    mitigators = rows("demand-mitigators").compactMap(DemandMitigatorRow.init)
    evidence = rows("evidence").compactMap(EvidenceRow.init)
    correlations = rows("correlations").compactMap(CorrelationRow.init)
    seasons = rows("seasons").compactMap(SeasonRow.init)
    promises = rows("promises").compactMap(PromiseRow.init)
    resources = rows("resources").map(ResourceRow.init)
    uses = rows("resource-uses").map(ResourceUseRow.init)
    drivers = rows("cost-drivers").compactMap(CostDriverRow.init)
    usesOfSavings = rows("uses-of-savings").compactMap(UseOfSavingRow.init)
  }
}

/// Where a figure of a provider comes from, and how sure it is.
public struct ProjectionOrigin: Sendable, Equatable {
  /// published, derived, estimate or synthetic.
  public let basis: String
  /// The id of the source.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  /// Whether a program made the figure up, which must be said wherever it is shown.
  public var isSynthetic: Bool { basis == "synthetic" }

  init(_ row: Row) {
    basis = row["basis"]
    source = row["source"]
    note = row["note"]
  }
}
