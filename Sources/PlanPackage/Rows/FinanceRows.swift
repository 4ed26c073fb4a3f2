// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A rate of one year, or of every year, in a series.
public struct RateRow: Sendable {
  public let series: String
  /// The financial year by its first calendar year; nil for every year.
  public let year: Int?
  public let fact: FactID
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
  public let id: String
  public let organisation: String
  public let label: String
  public let direction: String
  public let baseline: FactID
  public let demographic: String
  public let nonDemographic: String
  public let price: String
  public let other: String
  public let variableShare: Double
  public let counterparty: String
  public let note: String
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
  public let id: String
  public let label: String
  public let size: FactID
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
  public let id: String
  public let label: String
  public let workstream: String
  public let organisation: String
  public let fullYearEffect: FactID
  public let start: Day
  /// Share of the full effect in each year from the first.
  public let ramp: [Double]
  public let isRecurrent: Bool
  public let investmentRecurrent: FactID?
  public let investmentOnce: FactID?
  /// Probability of delivery; nil when nobody has stated one.
  public let confidence: Double?
  public let pool: String
  public let transferTo: String
  public let note: String
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
