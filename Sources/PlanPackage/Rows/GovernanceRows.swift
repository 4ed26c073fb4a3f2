// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A board or group that steers or advises.
public struct BodyRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name as published.
  public let name: String
  /// What it is for.
  public let purpose: String
  /// Its terms of reference, or empty.
  public let terms: String
  /// Voting seats that must be taken; nil when no number is published.
  public let quorum: Int?
  /// Who may take the chair, or empty.
  public let chairRule: String
  /// How often it meets, or empty.
  public let meets: String
  /// Whether the public may attend; nil when that is not published.
  public let isPublic: Bool?
  /// Where it is described.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    purpose = row["purpose"]
    terms = row["terms"]
    quorum = Int(row["quorum"])
    chairRule = row["chair_rule"]
    meets = row["meets"]
    isPublic = row["public"].isEmpty ? nil : row["public"] == "yes"
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// A seat on a body.
public struct SeatRow: Sendable {
  /// What a seat may do.
  public enum Standing: String, CaseIterable, Sendable {
    case chair, voting, observer
  }

  /// Permanent name.
  public let id: String
  /// The body.
  public let body: String
  /// The organisation that has the seat, or empty.
  public let organisation: String
  /// Who sits there: an organisation or a role.
  public let role: String
  /// What the seat may do.
  public let standing: Standing
  /// Who sits there when that is published, or empty.
  public let person: String
  /// Since when, as far as is known.
  public let from: Period?
  /// Until when, if the seat was given up.
  public let to: Period?
  /// Where it is published.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let standing = Standing(rawValue: row["standing"]) else { return nil }
    self.standing = standing
    id = row["id"]
    body = row["body"]
    organisation = row["organisation"]
    role = row["role"]
    person = row["person"]
    from = Period(row["from"])
    to = Period(row["to"])
    source = row["source"]
    note = row["note"]
  }
}

/// What a paper calls a workstream.
public struct WorkstreamNameRow: Sendable {
  /// The workstream.
  public let workstream: String
  /// The name as printed.
  public let name: String
  /// When the paper is from.
  public let from: Period
  /// The paper.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String

  init?(_ row: Row) {
    guard let from = Period(row["from"]) else { return nil }
    self.from = from
    workstream = row["workstream"]
    name = row["name"]
    source = row["source"]
    locator = row["locator"]
  }
}
