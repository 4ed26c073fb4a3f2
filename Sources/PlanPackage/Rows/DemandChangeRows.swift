// SPDX-License-Identifier: Apache-2.0

public import Facts

/// The activity that a change applies to; an empty text or nil is no limit.
public struct DemandScopeRow: Sendable, Equatable {
  /// The organisation that provides it.
  public let provider: String
  /// The setting.
  public let setting: String
  /// The kind of care.
  public let kind: String
  /// The growth group.
  public let growthGroup: String
  /// The service.
  public let service: String
  /// female or male.
  public let sex: String
  /// The youngest age.
  public let ageFrom: Int?
  /// The oldest age.
  public let ageTo: Int?

  init(_ row: Row) {
    provider = row["provider"]
    setting = row["setting"]
    kind = row["service_kind"]
    growthGroup = row["growth_group"]
    service = row["service"]
    sex = row["sex"]
    ageFrom = Int(row["age_from"])
    ageTo = Int(row["age_to"])
  }
}

/// What makes need grow or shrink, beside population.
public struct DemandFactorRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let label: String
  /// What kind of cause it is.
  public let kind: String
  /// What it applies to.
  public let scope: DemandScopeRow
  /// The fact or assumption that is the change.
  public let value: FactID
  /// Whether it comes again each year.
  public let isYearly: Bool
  /// The first financial year of it, by its first calendar year.
  public let from: Int?
  /// The last financial year of it.
  public let to: Int?
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let value = FactID(row["value"]) else { return nil }
    self.value = value
    id = row["id"]
    label = row["label"]
    kind = row["kind"]
    scope = DemandScopeRow(row)
    isYearly = row["per"] == "year"
    from = Period(row["from"])?.firstFinancialYear
    to = Period(row["to"])?.firstFinancialYear
    note = row["note"]
    self.row = row.number
  }
}

/// What a plan would do about activity.
public struct DemandMitigatorRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let label: String
  /// What happens to what it reaches.
  public let kind: String
  /// What it applies to.
  public let scope: DemandScopeRow
  /// The fact or assumption that is the % it can touch; nil is all.
  public let reach: FactID?
  /// The fact or assumption that is the % reduction.
  public let effect: FactID
  /// The first financial year of it.
  public let from: Int?
  /// Share of the effect in each year from the first.
  public let ramp: [Double]
  /// The service that what is moved goes to, or empty.
  public let toService: String
  /// Units there for each unit moved.
  public let perUnit: Double
  /// The scheme that it delivers, or empty.
  public let scheme: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let effect = FactID(row["effect"]) else { return nil }
    self.effect = effect
    id = row["id"]
    label = row["label"]
    kind = row["kind"]
    scope = DemandScopeRow(row)
    reach = FactID(row["reach"])
    from = Period(row["from"])?.firstFinancialYear
    ramp = row.list("ramp").compactMap(Double.init)
    toService = row["to_service"]
    perUnit = Double(row["per_unit"]) ?? 1
    scheme = row["scheme"]
    note = row["note"]
    self.row = row.number
  }
}

/// Assumptions that tend to be high or low together.
public struct CorrelationRow: Sendable {
  /// An assumption.
  public let first: String
  /// Another.
  public let second: String
  /// Spearman's rank correlation.
  public let rankCorrelation: Double
  /// Why they go together.
  public let why: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let correlation = Double(row["rank_correlation"]) else { return nil }
    rankCorrelation = correlation
    first = row["first"]
    second = row["second"]
    why = row["why"]
    self.row = row.number
  }
}
