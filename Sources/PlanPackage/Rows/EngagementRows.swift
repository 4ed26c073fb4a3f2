// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A consultation, or another exercise in which people are asked for their views.
public struct ConsultationRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Title.
  public let title: String
  /// What is asked, of whom, and why.
  public let summary: String
  /// The id of the form.
  public let form: String
  /// Whether the law requires it.
  public let isFormal: Bool
  /// The day on which it opened, or is to open.
  public let opening: Day?
  /// The last day for responses, as first planned.
  public let deadline: Day?
  /// The organisation that decides afterwards, or empty.
  public let decisionBody: String
  /// Configurations consulted on.
  public let options: [String]
  /// Documents that go with it.
  public let documents: [String]
  /// Months after closing for which answers are kept.
  public let retentionMonths: Int
  /// Where it is described.
  public let source: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    title = row["title"]
    summary = row["summary"]
    form = row["form"]
    isFormal = row["formal"] == "yes"
    opening = Day(iso: row["opening"])
    deadline = Day(iso: row["deadline"])
    decisionBody = row["decision_body"]
    options = row.list("options")
    documents = row.list("documents")
    retentionMonths = Int(row["retention_months"]) ?? 24
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// What a consultation proposes for a service in an area.
public struct ConsultationServiceRow: Sendable {
  /// The consultation.
  public let consultation: String
  /// The service in plain English.
  public let service: String
  /// The area in plain English.
  public let area: String
  /// What would change.
  public let proposal: String
  /// Where it is published.
  public let source: String

  init(_ row: Row) {
    consultation = row["consultation"]
    service = row["service"]
    area = row["area"]
    proposal = row["proposal"]
    source = row["source"]
  }
}

/// A publication of the partnership.
public struct DocumentRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Title as published.
  public let title: String
  /// What it is, in plain English.
  public let summary: String
  /// The source of the plan that it is, or empty.
  public let source: String

  init(_ row: Row) {
    id = row["id"]
    title = row["title"]
    summary = row["summary"]
    source = row["source"]
  }
}

/// One version of a publication in one format.
public struct DocumentEditionRow: Sendable {
  /// The document.
  public let document: String
  /// Such as 1.0.
  public let version: String
  /// Full, summary, easy-read or another format.
  public let format: String
  /// When it was published.
  public let published: Day?
  /// Where it can be read now, or empty.
  public let address: String

  init(_ row: Row) {
    document = row["document"]
    version = row["version"]
    format = row["format"]
    published = Day(iso: row["published"])
    address = row["address"]
  }
}

/// A group of patients and the public that advises the partnership.
public struct GroupRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name as published.
  public let name: String
  /// What it is for.
  public let purpose: String
  /// Where it is described.
  public let source: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    purpose = row["purpose"]
    source = row["source"]
  }
}

/// A name under which people know where they live.
public struct PlaceRow: Sendable {
  /// What kinds of name there are.
  public enum Kind: String, Sendable {
    case town
    /// The first half of a postcode.
    case postcodeDistrict = "postcode-district"
  }

  /// The town, or the first half of a postcode.
  public let name: String
  /// What kind of name it is.
  public let kind: Kind
  /// The areas that it covers or touches.
  public let areas: [String]
  /// Where this was derived from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    self.kind = kind
    name = row["name"]
    areas = row.list("areas")
    source = row["source"]
    self.row = row.number
  }
}
