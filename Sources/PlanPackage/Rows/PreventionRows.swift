// SPDX-License-Identifier: Apache-2.0

public import Facts

/// Prevention and self-care.
public struct PreventionRows: Sendable {
  /// Programmes that help people to stay well.
  public let programmes: [PreventionProgrammeRow]
  /// How much of an extra risk is left after a change.
  public let lags: [PreventionLagRow]
  /// Causes that conditions have in common.
  public let risks: [PreventionRiskRow]

  init(_ rows: (String) -> [Row]) {
    programmes = rows("prevention-programmes").map(PreventionProgrammeRow.init)
    lags = rows("prevention-lags").compactMap(PreventionLagRow.init)
    risks = rows("prevention-risks").compactMap(PreventionRiskRow.init)
  }
}

/// A programme that helps people to stay well.
public struct PreventionProgrammeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// What it does.
  public let text: String
  /// Those who take part, as a plural noun.
  public let takingPart: String
  /// Those who change because of it, as a plural noun.
  public let changing: String
  /// People whom it is for.
  public let eligible: FactID?
  /// % of these reached in a year.
  public let reach: FactID?
  /// % of those reached who take part.
  public let uptake: FactID?
  /// % of those who change and would not have otherwise.
  public let effect: FactID?
  /// % of these who still have, a year on.
  public let kept: FactID?
  /// Pounds for each person who takes part.
  public let cost: FactID?
  /// Pounds saved for each who changes, in all.
  public let saving: FactID?
  /// Years over which that is saved, in equal parts.
  public let savingYears: Int?
  /// The group of conditions by whose lag risk falls; may be empty.
  public let lag: String
  /// What would have to be read before more could be worked out.
  public let needed: String
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    text = row["text"]
    takingPart = row["taking_part"]
    changing = row["changing"]
    eligible = FactID(row["eligible"])
    reach = FactID(row["reach"])
    uptake = FactID(row["uptake"])
    effect = FactID(row["effect"])
    kept = FactID(row["kept"])
    cost = FactID(row["cost"])
    saving = FactID(row["saving"])
    savingYears = Int(row["saving_years"])
    lag = row["lag"]
    needed = row["needed"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// How much of an extra risk is left some years after somebody changed.
public struct PreventionLagRow: Sendable {
  /// The group of conditions.
  public let group: String
  /// The group for a reader.
  public let name: String
  /// Years since the change.
  public let years: Int
  /// % of the extra risk that is left.
  public let left: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let years = Int(row["years"]), let left = FactID(row["left"]) else { return nil }
    self.years = years
    self.left = left
    group = row["group"]
    name = row["name"]
    self.row = row.number
  }
}

/// A cause of a condition.
public struct PreventionRiskRow: Sendable {
  /// The condition.
  public let condition: String
  /// The condition for a reader.
  public let conditionName: String
  /// The cause.
  public let risk: String
  /// The cause for a reader.
  public let name: String
  /// % of people who have it.
  public let prevalence: FactID
  /// How many times as likely it makes the condition.
  public let relativeRisk: FactID
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let prevalence = FactID(row["prevalence"]), let relative = FactID(row["relative_risk"])
    else { return nil }
    self.prevalence = prevalence
    relativeRisk = relative
    condition = row["condition"]
    conditionName = row["condition_name"]
    risk = row["risk"]
    name = row["name"]
    note = row["note"]
    self.row = row.number
  }
}
