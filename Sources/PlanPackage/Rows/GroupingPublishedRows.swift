// SPDX-License-Identifier: Apache-2.0

/// Groups that others have published.
public struct PublishedGroupingRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The tier that it is to be compared with.
  public let grouping: String
  /// The locality that it covers; may be empty.
  public let locality: String
  /// The fact that says how many groups there are.
  public let count: String
  /// How it was read: read, excerpt or news.
  public let evidence: String
  /// The document.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    grouping = row["grouping"]
    locality = row["locality"]
    count = row["count"]
    evidence = row["evidence"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// A group of a published grouping, or several of one name.
public struct PublishedGroupRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The published grouping.
  public let grouping: String
  /// Name as published.
  public let name: String
  /// How many groups the row stands for.
  public let groups: Int
  /// The fact that says how many people each has; may be empty.
  public let people: String
  /// The towns that it is estimated by; none when nothing says where it is.
  public let towns: [String]
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    grouping = row["grouping"]
    name = row["name"]
    groups = Int(row["groups"]) ?? 1
    people = row["people"]
    towns = row.list("towns")
    note = row["note"]
    self.row = row.number
  }
}
