// SPDX-License-Identifier: Apache-2.0

public import Facts

/// What a locality has published of a function of the core model.
public struct FunctionProgressRow: Sendable {
  /// The locality.
  public let locality: String
  /// The function.
  public let function: String
  /// Whether it is in place; otherwise it is planned.
  public let isInPlace: Bool
  /// When that was so.
  public let period: Period?
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String

  init(_ row: Row) {
    locality = row["locality"]
    function = row["function"]
    isInPlace = row["status"] == "in-place"
    period = Period(row["period"])
    source = row["source"]
    note = row["note"]
  }
}

/// How far a locality can be with local care.
public struct MaturityLevelRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// What has been reached.
  public let text: String
  /// Whether it is published; otherwise a choice of this plan.
  public let isPublished: Bool
  /// Where the row comes from.
  public let source: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    text = row["text"]
    isPublished = row["basis"] == "published"
    source = row["source"]
  }
}

/// How far a locality is.
public struct LocalityMaturityRow: Sendable {
  /// The locality.
  public let locality: String
  /// The level that it has reached.
  public let level: String
  /// When that was so.
  public let period: Period?
  /// Where the row comes from.
  public let source: String

  init(_ row: Row) {
    locality = row["locality"]
    level = row["level"]
    period = Period(row["period"])
    source = row["source"]
  }
}

/// Where a locality differs from the core model, and why.
public struct LocalityDifferenceRow: Sendable {
  /// The locality.
  public let locality: String
  /// The tier, team, function or role of the core model.
  public let element: String
  /// What about it differs.
  public let aspect: String
  /// What the core model has.
  public let core: String
  /// What the locality has.
  public let local: String
  /// Why it differs.
  public let reason: String
  /// The fact that holds the local figure, when there is one.
  public let fact: FactID?
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    locality = row["locality"]
    element = row["element"]
    aspect = row["aspect"]
    core = row["core"]
    local = row["local"]
    reason = row["reason"]
    fact = FactID(row["fact"])
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}
