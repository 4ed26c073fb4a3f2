// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A theme of the programme.
public struct ThemeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name as published.
  public let name: String
  /// What the theme is, in plain English.
  public let summary: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    summary = row["summary"]
  }
}

/// A workstream of the programme.
public struct WorkstreamRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The theme it belongs to.
  public let theme: String
  /// Name as published.
  public let name: String
  /// What it is, in plain English.
  public let summary: String
  /// What it is for, in plain English.
  public let aim: String
  /// Where it is described.
  public let source: String
  /// Ids or names that it replaces, separated by semicolons.
  public let successorOf: [String]
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    theme = row["theme"]
    name = row["name"]
    summary = row["summary"]
    aim = row["aim"]
    source = row["source"]
    successorOf = row.list("successor_of")
    note = row["note"]
  }
}

/// One objective, or one thing heard, done or to be done, of a workstream.
public struct WorkstreamItemRow: Sendable {
  /// What kind of item it is.
  public enum Kind: String, CaseIterable, Sendable {
    case objective, heard, done, next, focus
  }

  /// The workstream.
  public let workstream: String
  /// What kind of item.
  public let kind: Kind
  /// Place in its list.
  public let order: Int
  /// The item in plain English.
  public let text: String
  /// Where it is published.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    self.kind = kind
    workstream = row["workstream"]
    order = Int(row["order"]) ?? 0
    text = row["text"]
    source = row["source"]
    locator = row["locator"]
  }
}

/// A member of the partnership, or a body that it works with.
public struct OrganisationRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Full name.
  public let name: String
  /// What kind of body.
  public let kind: String
  /// Code of the Organisation Data Service, when there is one.
  public let odsCode: String
  /// What it does, in plain English.
  public let role: String
  /// Where it is named.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    kind = row["kind"]
    odsCode = row["ods_code"]
    role = row["role"]
    source = row["source"]
    note = row["note"]
  }
}

/// A person in a published role.
public struct PersonRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name as published.
  public let name: String
  /// Role as published.
  public let role: String
  /// The organisation.
  public let organisation: String
  /// Where it is published.
  public let source: String
  /// When the role was held.
  public let asOf: Period?

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    role = row["role"]
    organisation = row["organisation"]
    source = row["source"]
    asOf = Period(row["as_of"])
  }
}

/// An ambition for local care.
public struct AmbitionRow: Sendable {
  /// Number as published.
  public let number: Int
  /// A short name.
  public let title: String
  /// The ambition in plain English.
  public let text: String
  /// Where it is published.
  public let source: String

  init(_ row: Row) {
    number = Int(row["number"]) ?? 0
    title = row["title"]
    text = row["text"]
    source = row["source"]
  }
}

/// A statement by a document of when something was to happen, or did.
public struct MilestoneRow: Sendable {
  /// Permanent name of the statement.
  public let id: String
  /// The event; statements about one event share it.
  public let milestone: String
  /// The event in plain English.
  public let label: String
  /// When it was to happen, or did.
  public let when: Period
  /// stated, revised or happened.
  public let state: String
  /// Where it is stated.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// The words, exactly as printed.
  public let quotation: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let when = Period(row["when"]) else { return nil }
    self.when = when
    id = row["id"]
    milestone = row["milestone"]
    label = row["label"]
    state = row["state"]
    source = row["source"]
    locator = row["locator"]
    quotation = row["quotation"]
    self.row = row.number
  }
}

/// One member of a list as a document prints it.
public struct ListItemRow: Sendable {
  /// What is listed.
  public let list: String
  /// What is listed, in plain English.
  public let listLabel: String
  /// The document.
  public let source: String
  /// The member.
  public let item: String
  /// The member as printed.
  public let itemLabel: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    list = row["list"]
    listLabel = row["list_label"]
    source = row["source"]
    item = row["item"]
    itemLabel = row["item_label"]
    self.row = row.number
  }
}

/// A place where services are.
public struct SiteRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name.
  public let name: String
  /// Who runs it.
  public let organisation: String
  /// Code of the Organisation Data Service, when there is one.
  public let odsCode: String
  /// Postcode.
  public let postcode: String
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
  /// Where the position comes from.
  public let source: String

  init?(_ row: Row) {
    guard let latitude = Double(row["latitude"]), let longitude = Double(row["longitude"])
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
    id = row["id"]
    name = row["name"]
    organisation = row["organisation"]
    odsCode = row["ods_code"]
    postcode = row["postcode"]
    source = row["source"]
  }
}
