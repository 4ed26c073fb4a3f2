// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A rate of one year, or of every year, in a series.
public struct RateRow: Sendable {
  /// Name of the series.
  public let series: String
  /// The financial year by its first calendar year; nil for every year.
  public let year: Int?
  /// The fact that is the rate, in %.
  public let fact: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let fact = FactID(row["fact"]) else { return nil }
    self.fact = fact
    series = row["series"]
    year = Period(row["year"])?.firstFinancialYear
    self.row = row.number
  }
}

/// A line of money of an organisation.
public struct FinanceLineRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Whose money it is.
  public let organisation: String
  /// What the money is.
  public let label: String
  /// funding from outside, income for work done, or cost.
  public let direction: String
  /// The fact that is the amount in the base year.
  public let baseline: FactID
  /// Series of growth in need from population.
  public let demographic: String
  /// Series of growth in need from other causes.
  public let nonDemographic: String
  /// Series of pay and price inflation.
  public let price: String
  /// Series of any other pressure.
  public let other: String
  /// Share of the amount that follows activity; empty is 1.
  public let variableShare: Double
  /// The member at the other end of a transfer.
  public let counterparty: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let baseline = FactID(row["baseline"]) else { return nil }
    self.baseline = baseline
    id = row["id"]
    organisation = row["organisation"]
    label = row["label"]
    direction = row["direction"]
    demographic = row["demographic"]
    nonDemographic = row["non_demographic"]
    price = row["price"]
    other = row["other"]
    variableShare = Double(row["variable_share"]) ?? 1
    counterparty = row["counterparty"]
    note = row["note"]
    self.row = row.number
  }
}

/// Money that several schemes draw on.
public struct PoolRow: Sendable {
  /// Permanent name.
  public let id: String
  /// What the money is spent on.
  public let label: String
  /// The fact that is the amount.
  public let size: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let size = FactID(row["size"]) else { return nil }
    self.size = size
    id = row["id"]
    label = row["label"]
    self.row = row.number
  }
}

/// A scheme that closes part of the gap.
public struct SchemeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The scheme in plain English.
  public let label: String
  /// The workstream that owns it.
  public let workstream: String
  /// Whose money it saves.
  public let organisation: String
  /// The fact that is the saving in a full year.
  public let fullYearEffect: FactID
  /// The first day of the saving.
  public let start: Day
  /// Share of the full effect in each year from the first.
  public let ramp: [Double]
  /// Whether it is saved again each year.
  public let isRecurrent: Bool
  /// The fact that it costs each year.
  public let investmentRecurrent: FactID?
  /// The fact that it costs once, in the first year.
  public let investmentOnce: FactID?
  /// Probability of delivery; nil when nobody has stated one.
  public let confidence: Double?
  /// Money that several schemes draw on.
  public let pool: String
  /// The member whose gap grows by what this one saves.
  public let transferTo: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let effect = FactID(row["full_year_effect"]), let start = Day(iso: row["start"])
    else { return nil }
    fullYearEffect = effect
    self.start = start
    id = row["id"]
    label = row["label"]
    workstream = row["workstream"]
    organisation = row["organisation"]
    ramp = row.list("ramp").compactMap(Double.init)
    isRecurrent = row["recurrent"] == "yes"
    investmentRecurrent = FactID(row["investment_recurrent"])
    investmentOnce = FactID(row["investment_once"])
    confidence = Double(row["confidence"])
    pool = row["pool"]
    transferTo = row["transfer_to"]
    note = row["note"]
    self.row = row.number
  }
}

extension Period {
  /// The first calendar year of the financial year that the period starts with, or nil.
  public var firstFinancialYear: Int? {
    guard case .financialYear(let year) = start else { return nil }
    return year
  }
}
