// SPDX-License-Identifier: Apache-2.0

public import Facts

/// Money that savings are claimed from.
public struct CostPoolRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The pool that it is a part of, or empty.
  public let parent: String
  /// What the money is spent on.
  public let label: String
  /// The fact that is the money a year, when it is published.
  public let size: FactID?
  /// The largest share that can be saved, when it is stated.
  public let reducible: Double?
  /// Where it is described.
  public let source: String
  /// The place in the source.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    parent = row["parent"]
    label = row["label"]
    size = FactID(row["size"])
    reducible = Double(row["reducible"])
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// The part of an organisation in the money of every pool.
public struct PoolPartRow: Sendable {
  /// Whose money it is.
  public let organisation: String
  /// The fact in proportion to which it has a part.
  public let size: FactID
  /// Where this was derived from.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let size = FactID(row["size"]) else { return nil }
    self.size = size
    organisation = row["organisation"]
    source = row["source"]
    note = row["note"]
  }
}

/// A group that finds and delivers savings.
public struct WorkingGroupRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// The workstream that it belongs to.
  public let workstream: String
  /// How far it had come when the source was published, in the words of the table.
  public let stage: String
  /// What it works on.
  public let focus: [String]
  /// The fact that is its target, when it is published.
  public let opportunity: FactID?
  /// The money that it works on, or empty.
  public let pool: String
  /// Where it is named.
  public let source: String
  /// The place in the source.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    workstream = row["workstream"]
    stage = row["stage"]
    focus = row.list("focus")
    opportunity = FactID(row["opportunity"])
    pool = row["pool"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// A scheme that was published.
public struct SavingsSchemeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The scheme in plain English.
  public let label: String
  /// Whose money it saves.
  public let organisation: String
  /// The working group that it belongs to.
  public let group: String
  /// The money that it is saved from.
  public let pool: String
  /// What makes the saving.
  public let driver: String
  /// Whether it is saved again each year.
  public let isRecurrent: Bool
  /// The first day of the saving.
  public let start: Day
  /// The fact that is the saving in a full year.
  public let fullYear: FactID
  /// The fact that it costs each year.
  public let investment: FactID?
  /// Whether money is free to be spent on something else.
  public let isCashReleasing: Bool
  /// Where it is described.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let start = Day(iso: row["start"]), let fullYear = FactID(row["full_year"]) else {
      return nil
    }
    self.start = start
    self.fullYear = fullYear
    id = row["id"]
    label = row["label"]
    organisation = row["organisation"]
    group = row["group"]
    pool = row["pool"]
    driver = row["driver"]
    isRecurrent = row["recurrent"] == "yes"
    investment = FactID(row["investment"])
    isCashReleasing = row["cash_releasing"] == "yes"
    source = row["source"]
    note = row["note"]
  }
}

/// Something that is to come of the work, as a benefits register has it.
public struct BenefitRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Who or what gains, in the words of the table.
  public let category: String
  /// What kind of benefit it is, in the words of the table.
  public let kind: String
  /// The benefit in plain English.
  public let description: String
  /// The enabling project that it comes from.
  public let initiative: String
  /// The feature of the service that brings it.
  public let feature: String
  /// What it may cost.
  public let costs: String
  /// What has to be done for it.
  public let activities: String
  /// The office responsible.
  public let owner: String
  /// The organisation that gains, or empty.
  public let organisation: String
  /// The working group that it belongs to, or empty.
  public let group: String
  /// How it is measured.
  public let measure: String
  /// The measure at the start.
  public let baseline: String
  /// The improvement aimed at.
  public let target: String
  /// The fact that is its value in a full year.
  public let fullYear: FactID?
  /// When it is expected.
  public let timescale: String
  /// Where it is described.
  public let source: String
  /// The place in the source.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    category = row["category"]
    kind = row["class"]
    description = row["description"]
    initiative = row["initiative"]
    feature = row["feature"]
    costs = row["costs"]
    activities = row["activities"]
    owner = row["owner"]
    organisation = row["organisation"]
    group = row["group"]
    measure = row["measure"]
    baseline = row["baseline"]
    target = row["target"]
    fullYear = FactID(row["full_year"])
    timescale = row["timescale"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}
