// SPDX-License-Identifier: Apache-2.0

public import Facts

/// Rules of segments, and what is known of the people that they are for.
public struct SegmentRows: Sendable {
  /// Bands of age, from the youngest.
  public let ages: [SegmentAgeRow]
  /// Conditions that rules count.
  public let conditions: [ConditionRow]
  /// The rules, from the top.
  public let rules: [SegmentRuleRow]
  /// Residents by locality and age.
  public let residents: [SegmentResidentsRow]
  /// People on the lists of practices, by locality.
  public let lists: [RegisterListRow]
  /// People on registers, by locality and condition.
  public let registers: [ConditionRegisterRow]
  /// What has to be assumed.
  public let settings: [SegmentSettingRow]

  init(_ rows: (String) -> [Row]) {
    ages = rows("segment-ages").compactMap(SegmentAgeRow.init)
    conditions = rows("conditions").map(ConditionRow.init)
    rules = rows("segments").map(SegmentRuleRow.init)
    residents = rows("segment-residents").compactMap(SegmentResidentsRow.init)
    lists = rows("register-lists").compactMap(RegisterListRow.init)
    registers = rows("condition-registers").compactMap(ConditionRegisterRow.init)
    settings = rows("segment-settings").compactMap(SegmentSettingRow.init)
  }
}

/// A band of age.
public struct SegmentAgeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The youngest age in the band, in whole years.
  public let from: Int
  /// The first age above it; nil for the oldest band.
  public let below: Int?
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let from = Int(row["from"]) else { return nil }
    self.from = from
    id = row["id"]
    name = row["name"]
    below = Int(row["below"])
    self.row = row.number
  }
}

/// A condition that rules of segments count.
public struct ConditionRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// How common it is in each band of age, beside the others.
  public let byAge: [Double]
  /// green, amber or red.
  public let quality: String
  /// Where the row comes from.
  public let source: String
  /// Why these proportions.
  public let why: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    byAge = row.list("by_age").compactMap(Double.init)
    quality = row["quality"]
    source = row["source"]
    why = row["why"]
    self.row = row.number
  }
}

/// A rule that puts people into a segment.
public struct SegmentRuleRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The bands of age that it takes; empty for all.
  public let ages: [String]
  /// The conditions that it counts; empty when none is needed.
  public let conditions: [String]
  /// How many of these a person has to have.
  public let atLeast: Int
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    ages = row.list("ages")
    conditions = row.list("conditions")
    atLeast = Int(row["at_least"]) ?? (conditions.isEmpty ? 0 : 1)
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// Residents of a locality in a band of age.
public struct SegmentResidentsRow: Sendable {
  /// The locality.
  public let locality: String
  /// The band of age.
  public let age: String
  /// Residents.
  public let residents: Int
  /// Pounds a year for one of them.
  public let spendPerHead: Double
  /// The prices that the pounds are in.
  public let priceBase: String
  /// Where the residents come from.
  public let source: String
  /// Where the pounds come from.
  public let spendSource: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let residents = Int(row["residents"]), let spend = Double(row["spend_per_head"]) else {
      return nil
    }
    self.residents = residents
    spendPerHead = spend
    locality = row["locality"]
    age = row["age"]
    priceBase = row["price_base"]
    source = row["source"]
    spendSource = row["spend_source"]
    self.row = row.number
  }
}

/// People on the lists of the practices of a locality.
public struct RegisterListRow: Sendable {
  /// The locality.
  public let locality: String
  /// Registered people.
  public let people: Int
  /// Practices added up, when known.
  public let practices: Int?
  /// When.
  public let period: Period?
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let people = Int(row["people"]) else { return nil }
    self.people = people
    locality = row["locality"]
    practices = Int(row["practices"])
    period = Period(row["period"])
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// People on a register of a condition in a locality.
public struct ConditionRegisterRow: Sendable {
  /// The locality.
  public let locality: String
  /// The condition.
  public let condition: String
  /// People on the register.
  public let people: Int
  /// Where the row comes from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let people = Int(row["people"]) else { return nil }
    self.people = people
    locality = row["locality"]
    condition = row["condition"]
    source = row["source"]
    self.row = row.number
  }
}

/// Something that has to be assumed to put people into segments.
public struct SegmentSettingRow: Sendable {
  /// What is assumed.
  public enum Name: String, Sendable {
    /// The odds ratio between any two conditions at one age.
    case association
    /// By how much one more condition multiplies what is spent at one age.
    case costPerCondition = "cost-per-condition"
  }

  /// What is assumed.
  public let name: Name
  /// The assumption.
  public let assumption: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let name = Name(rawValue: row["name"]), let assumption = FactID(row["assumption"]) else {
      return nil
    }
    self.name = name
    self.assumption = assumption
    self.row = row.number
  }
}
