// SPDX-License-Identifier: Apache-2.0

public import Facts

/// What others achieved, beside a claim of the plan.
public struct EvidenceRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The fact or assumption that it is about.
  public let claim: FactID
  /// What was found, in plain English.
  public let label: String
  /// The least that was found, in the unit of the claim.
  public let low: Double
  /// The most that was found, in the unit of the claim.
  public let high: Double
  /// strong, moderate or weak.
  public let strength: String
  /// The id of the source.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let claim = FactID(row["claim"]), let low = Double(row["low"]),
      let high = Double(row["high"])
    else { return nil }
    self.claim = claim
    self.low = low
    self.high = high
    id = row["id"]
    label = row["label"]
    strength = row["strength"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
    self.row = row.number
  }
}

/// Something that a plan promises, to be held against every run.
public struct PromiseRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The promise in plain English.
  public let label: String
  /// What is measured, such as `gap.system`.
  public let measure: String
  /// The financial year, by its first calendar year.
  public let year: Int
  /// Whether the measure has to be at most the target; otherwise at least.
  public let isAtMost: Bool
  /// The target, unless a fact gives it.
  public let target: Double?
  /// The fact that gives the target.
  public let targetFact: FactID?
  /// The id of the source.
  public let source: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let year = Period(row["year"])?.firstFinancialYear else { return nil }
    self.year = year
    id = row["id"]
    label = row["label"]
    measure = row["measure"]
    isAtMost = row["comparison"] == "at most"
    target = Double(row["target"])
    targetFact = FactID(row["target_fact"])
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}
