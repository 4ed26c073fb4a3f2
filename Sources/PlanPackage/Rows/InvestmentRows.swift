// SPDX-License-Identifier: Apache-2.0

public import Facts

/// What local care costs and what it is expected to do.
public struct InvestmentRows: Sendable {
  /// The investment case; nil for a plan without one.
  public let investmentCase: InvestmentCaseRow?
  /// What it is expected to do to other care.
  public let effects: [CareEffectRow]
  /// What it costs beside staff.
  public let costs: [CareCostRow]

  init(_ rows: (String) -> [Row]) {
    investmentCase = rows("investment-case").compactMap(InvestmentCaseRow.init).first
    effects = rows("care-effects").compactMap(CareEffectRow.init)
    costs = rows("care-costs").compactMap(CareCostRow.init)
  }
}

/// The investment case of local care: its years, its beds and how it is shared out.
public struct InvestmentCaseRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let title: String
  /// The first financial year, by its first calendar year.
  public let firstYear: Int
  /// The share of the teams that are paid in each year.
  public let costRamp: [Double]
  /// The share of the effect that is there in each year.
  public let effectRamp: [Double]
  /// The fact that says what share of the staff needed is not there yet, in percent; nil: all.
  public let newShare: FactID?
  /// The fact that says how many bed days a year there are.
  public let bedDays: FactID
  /// The fact that says what share of open beds may be in use, in percent.
  public let occupancy: FactID
  /// The fact that says how many beds a ward has.
  public let ward: FactID
  /// The fact that says after how many months a ward can close.
  public let delay: FactID
  /// The fact that is what a closed bed releases a year, in pounds.
  public let bedValue: FactID
  /// The pattern of the fact by which the case is shared out.
  public let shareKey: String
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let year = Period(row["first_year"])?.firstFinancialYear,
      let bedDays = FactID(row["bed_days"]), let occupancy = FactID(row["occupancy"]),
      let ward = FactID(row["ward"]), let delay = FactID(row["delay"]),
      let bedValue = FactID(row["bed_value"])
    else { return nil }
    firstYear = year
    self.bedDays = bedDays
    self.occupancy = occupancy
    self.ward = ward
    self.delay = delay
    self.bedValue = bedValue
    id = row["id"]
    title = row["title"]
    newShare = FactID(row["new_share"])
    costRamp = row.list("cost_ramp").compactMap { Double($0) }
    effectRamp = row.list("effect_ramp").compactMap { Double($0) }
    shareKey = row["share_key"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// What local care is expected to do to one kind of care.
public struct CareEffectRow: Sendable {
  /// Permanent name.
  public let id: String
  /// What falls, as a plural noun.
  public let label: String
  /// Whether the bed days of those who stay fall; otherwise activity falls.
  public let isBedDays: Bool
  /// The fact that says how many there are a year.
  public let baseline: FactID
  /// The fact that says what share of them is reached, in percent.
  public let reach: FactID
  /// The fact that says by how much those fall, in percent.
  public let fall: FactID
  /// The published fact that says by how much they should fall.
  public let hoped: FactID?
  /// The fact that is what one fewer releases at once, in pounds.
  public let value: FactID?
  /// The fact that says how many bed days one fewer frees.
  public let days: FactID?
  /// The fact that is what one fewer costs elsewhere, in pounds.
  public let reinvestment: FactID?
  /// Rows of demand/mitigators.csv that say the same.
  public let mitigators: [String]
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let baseline = FactID(row["baseline"]), let reach = FactID(row["reach"]),
      let fall = FactID(row["fall"])
    else { return nil }
    self.baseline = baseline
    self.reach = reach
    self.fall = fall
    id = row["id"]
    label = row["label"]
    isBedDays = row["kind"] == "bed-days"
    hoped = FactID(row["hoped"])
    value = FactID(row["value"])
    days = FactID(row["days"])
    reinvestment = FactID(row["reinvestment"])
    mitigators = row.list("mitigators")
    note = row["note"]
    self.row = row.number
  }
}

/// What local care costs beside the staff of its teams.
public struct CareCostRow: Sendable {
  /// Permanent name.
  public let id: String
  /// What it is.
  public let label: String
  /// The fact that is the amount a year, in money.
  public let amount: FactID
  /// The first financial year in which it is paid, by its first calendar year.
  public let from: Int
  /// The last; nil is the last of the case.
  public let through: Int?
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let amount = FactID(row["amount"]),
      let from = Period(row["from"])?.firstFinancialYear
    else { return nil }
    self.amount = amount
    self.from = from
    through = Period(row["through"])?.firstFinancialYear
    id = row["id"]
    label = row["label"]
    self.row = row.number
  }
}
