// SPDX-License-Identifier: Apache-2.0

public import Facts

/// An evaluation criterion.
public struct CriterionRow: Sendable {
  /// What a criterion is measured by.
  public enum Measure: String, CaseIterable, Sendable {
    /// Symbols that assessors gave.
    case scored
    /// Mean minutes of travel.
    case meanMinutes = "mean-minutes"
    /// The longest minutes of travel.
    case longestMinutes = "longest-minutes"
    /// Share of patients within some minutes, in %.
    case shareWithin = "share-within"
    /// Patients a year of the smallest unit.
    case smallestUnit = "smallest-unit"
    /// Patients a year of the largest unit.
    case largestUnit = "largest-unit"
    /// Extra good outcomes for each 100 patients treated.
    case benefit
    /// Patients a year whose hospital changes.
    case displaced
    /// Minutes by which the most deprived tenth travels longer than the least.
    case decileGap = "decile-gap"
    /// Gini coefficient of minutes.
    case gini
    /// Consultants needed for rotas.
    case consultants
    /// Beds needed.
    case beds
    /// Number of sites.
    case sites
    /// Capital cost, in millions of pounds.
    case capital
  }

  /// The service.
  public let service: String
  /// Permanent name.
  public let id: String
  /// The heading that it stands under.
  public let group: String
  /// The criterion in plain English.
  public let label: String
  /// What it is measured by.
  public let measure: Measure
  /// For a share within a time: the minutes.
  public let within: Double?
  /// The measure that is worth nothing.
  public let worst: Double?
  /// The measure that is worth everything.
  public let best: Double?
  /// The least weight that is reasonable.
  public let weightLow: Double?
  /// Swing weight.
  public let weight: Double
  /// The greatest weight that is reasonable.
  public let weightHigh: Double?
  /// The first day of the criterion; nil is always.
  public let validFrom: Day?
  /// Its last day; nil is still.
  public let validTo: Day?
  /// stated or illustrative.
  public let basis: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let measure = Measure(rawValue: row["measure"]), let weight = Double(row["weight"]) else {
      return nil
    }
    self.measure = measure
    self.weight = weight
    service = row["service"]
    id = row["id"]
    group = row["group"]
    label = row["label"]
    within = Double(row["within"])
    worst = Double(row["worst"])
    best = Double(row["best"])
    weightLow = Double(row["weight_low"])
    weightHigh = Double(row["weight_high"])
    validFrom = Day(iso: row["valid_from"])
    validTo = Day(iso: row["valid_to"])
    basis = row["basis"]
    note = row["note"]
    self.row = row.number
  }
}

/// What assessors gave an option on a criterion.
public struct ScoreRow: Sendable {
  /// The service.
  public let service: String
  /// The option.
  public let configuration: String
  /// The criterion.
  public let criterion: String
  /// From ++ to --.
  public let symbol: String
  /// Why.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    service = row["service"]
    configuration = row["configuration"]
    criterion = row["criterion"]
    symbol = row["symbol"]
    note = row["note"]
    self.row = row.number
  }
}

/// What an option costs or saves.
public struct OptionMoneyRow: Sendable {
  /// What kind of money it is.
  public enum Kind: String, Sendable {
    /// Building and equipment.
    case capital
    /// Once, while things change over.
    case transitional
    /// Each year.
    case recurrent
    /// Saved or gained each year.
    case benefit
  }

  /// The service.
  public let service: String
  /// The option.
  public let configuration: String
  /// Permanent name.
  public let id: String
  /// What the money is for.
  public let label: String
  /// What kind of money it is.
  public let kind: Kind
  /// Years from today to the first.
  public let firstYear: Int
  /// How many years it runs.
  public let years: Int
  /// The fact that is one year's amount.
  public let fact: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]), let fact = FactID(row["fact"]) else { return nil }
    self.kind = kind
    self.fact = fact
    service = row["service"]
    configuration = row["configuration"]
    id = row["id"]
    label = row["label"]
    firstYear = Int(row["first_year"]) ?? 0
    years = Int(row["years"]) ?? 1
    self.row = row.number
  }
}
