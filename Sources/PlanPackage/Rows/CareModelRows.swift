// SPDX-License-Identifier: Apache-2.0

public import Facts

/// The core model of local care, and what each locality makes of it.
public struct CareModelRows: Sendable {
  /// The tiers, smallest first.
  public let tiers: [CareTierRow]
  /// The teams.
  public let teams: [CareTeamRow]
  /// What local care does everywhere.
  public let functions: [CareFunctionRow]
  /// What localities have published of functions.
  public let progress: [FunctionProgressRow]
  /// How far a locality can be, least first.
  public let levels: [MaturityLevelRow]
  /// How far localities are.
  public let maturity: [LocalityMaturityRow]
  /// Where localities differ from the core model.
  public let differences: [LocalityDifferenceRow]
  /// Kinds of staff.
  public let roles: [CareRoleRow]
  /// The figures from which their numbers are worked out.
  public let parameters: [CareParameterRow]
  /// Kinds of rooms.
  public let rooms: [CareRoomRow]

  init(_ rows: (String) -> [Row]) {
    tiers = rows("care-tiers").map(CareTierRow.init)
    teams = rows("care-teams").map(CareTeamRow.init)
    functions = rows("care-functions").map(CareFunctionRow.init)
    progress = rows("function-progress").map(FunctionProgressRow.init)
    levels = rows("maturity-levels").map(MaturityLevelRow.init)
    maturity = rows("locality-maturity").map(LocalityMaturityRow.init)
    differences = rows("locality-differences").map(LocalityDifferenceRow.init)
    roles = rows("care-roles").compactMap(CareRoleRow.init)
    parameters = rows("role-parameters").compactMap(CareParameterRow.init)
    rooms = rows("care-rooms").compactMap(CareRoomRow.init)
  }

  /// Whether the plan has a core model.
  public var isEmpty: Bool { tiers.isEmpty }
}

/// A tier of the core model: practices, clusters, hubs.
public struct CareTierRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// What it is and does.
  public let text: String
  /// When it is open, as published; may be empty.
  public let hours: String
  /// The fact that says for how many people at least.
  public let fewestPeople: FactID?
  /// The fact that says for how many people at most.
  public let mostPeople: FactID?
  /// The fact that says on how many days a week.
  public let days: FactID?
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
    hours = row["hours"]
    fewestPeople = FactID(row["fewest_people"])
    mostPeople = FactID(row["most_people"])
    days = FactID(row["days"])
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// A team of the core model.
public struct CareTeamRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The tier that it works at.
  public let tier: String
  /// What it does.
  public let text: String
  /// Whether it is published; otherwise a choice of this plan.
  public let isPublished: Bool
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    tier = row["tier"]
    text = row["text"]
    isPublished = row["basis"] == "published"
    source = row["source"]
    note = row["note"]
  }
}

/// What local care does everywhere.
public struct CareFunctionRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// What people get.
  public let text: String
  /// The team that does it.
  public let team: String
  /// Numbers of the ambitions that it serves.
  public let ambitions: [Int]
  /// What has to be shared or reached by computer; may be empty.
  public let digital: String
  /// Whether it is published; otherwise a choice of this plan.
  public let isPublished: Bool
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    text = row["text"]
    team = row["team"]
    ambitions = row.list("ambitions").compactMap { Int($0) }
    digital = row["digital"]
    isPublished = row["basis"] == "published"
    source = row["source"]
    note = row["note"]
  }
}
