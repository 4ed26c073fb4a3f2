// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A theme of the programme.
public struct ThemeRow: Sendable {
  public let id: String
  public let name: String
  public let summary: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    summary = row["summary"]
  }
}

/// A workstream of the programme.
public struct WorkstreamRow: Sendable {
  public let id: String
  public let theme: String
  public let name: String
  public let summary: String
  public let aim: String
  public let source: String
  public let successorOf: [String]
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

  public let workstream: String
  public let kind: Kind
  public let order: Int
  public let text: String
  public let source: String
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
  public let id: String
  public let name: String
  public let kind: String
  public let odsCode: String
  public let role: String
  public let source: String
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
  public let id: String
  public let name: String
  public let role: String
  public let organisation: String
  public let source: String
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
  public let number: Int
  public let title: String
  public let text: String
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
  public let id: String
  public let milestone: String
  public let label: String
  public let when: Period
  public let state: String
  public let source: String
  public let locator: String
  public let quotation: String
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
  public let list: String
  public let listLabel: String
  public let source: String
  public let item: String
  public let itemLabel: String
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
  public let id: String
  public let name: String
  public let organisation: String
  public let odsCode: String
  public let postcode: String
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
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
