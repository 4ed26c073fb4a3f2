// SPDX-License-Identifier: Apache-2.0

/// A measure that is followed month by month.
public struct MeasureRow: Sendable {
  /// Permanent name.
  public let id: String
  /// What is measured.
  public let label: String
  /// How it is counted.
  public let definition: String
  /// The unit of its values.
  public let unit: String
  /// Digits shown after the decimal point.
  public let decimals: Int
  /// Which way is better: higher, lower or neither.
  public let better: String
  /// The target, when there is one that no fact states.
  public let target: Double?
  /// The fact that states the target, or empty.
  public let targetFact: String
  /// Fewer months than this give no limits.
  public let minimumPoints: Int
  /// The workstream that it belongs to, or empty.
  public let workstream: String
  /// Where it is published as something that matters.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    label = row["label"]
    definition = row["definition"]
    unit = row["unit"]
    decimals = Int(row["decimals"]) ?? 0
    better = row["better"]
    target = Double(row["target"])
    targetFact = row["target_fact"]
    minimumPoints = Int(row["minimum_points"]) ?? 12
    workstream = row["workstream"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// A kind of people of whom there are not enough for everything at once.
public struct ScarceRoleRow: Sendable {
  /// Permanent name.
  public let id: String
  /// What they are.
  public let name: String
  /// Person-days in a person-month.
  public let personMonth: Double
  /// Where this comes from.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    personMonth = Double(row["person_month"]) ?? 20
    source = row["source"]
    note = row["note"]
  }
}

/// A register that the programme keeps.
public struct RegisterRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Title.
  public let title: String
  /// What it is for.
  public let purpose: String
  /// Whether everybody may see its entries.
  public let isPublic: Bool
  /// Where the need for it is published, or empty.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String

  init(_ row: Row) {
    id = row["id"]
    title = row["title"]
    purpose = row["purpose"]
    isPublic = row["audience"] == "public"
    source = row["source"]
    locator = row["locator"]
  }
}

/// One thing that an entry of a register says.
public struct RegisterFieldRow: Sendable {
  /// The register.
  public let register: String
  /// Permanent name within the register.
  public let field: String
  /// The question or heading.
  public let label: String
  /// What kind of value it holds.
  public let type: String
  /// What it is for the register: key, title, status, due, or empty.
  public let part: String
  /// Whether every entry must have it.
  public let isRequired: Bool
  /// Whether everybody may read it.
  public let isPublic: Bool
  /// The values of a choice.
  public let choices: [String]
  /// Which status may follow which, as from>to.
  public let moves: [String]
  /// What to enter.
  public let meaning: String

  init(_ row: Row) {
    register = row["register"]
    field = row["field"]
    label = row["label"]
    type = row["type"]
    part = row["part"]
    isRequired = row["required"] == "yes"
    isPublic = row["public"] == "yes"
    choices = row.list("choices")
    moves = row.list("moves")
    meaning = row["meaning"]
  }
}
