// SPDX-License-Identifier: Apache-2.0

/// The tables of public engagement: what is consulted on, with which documents, and who advises.
///
/// Forms are YAML files in `engagement/forms/`; what happens is in the ledger and not in the plan.
enum EngagementTables {
  static let consultations = TableSchema(
    "consultations", "engagement/consultations.csv",
    purpose: "Consultations and other exercises in which people are asked for their views.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("title", .text, "Title.").required(),
      Field("summary", .text, "What is asked, of whom, and why, in plain English.").required(),
      Field("form", .identifier, "The form: the name of a file in engagement/forms/.").required(),
      Field("formal", .text, "Whether the law requires it.").required().oneOf(["yes", "no"]),
      Field("opening", .date, "The day on which it opened, or is to open."),
      Field("deadline", .date, "The last day for responses, as first planned."),
      Field("decision_body", .identifier, "Who decides afterwards.").referring(to: "organisations"),
      Field("options", .text, "Configurations consulted on, separated by semicolons."),
      Field("documents", .text, "Documents that go with it, separated by semicolons."),
      Field("retention_months", .integer, "Months after closing for which answers are kept.")
        .required().between(1, 240),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let services = TableSchema(
    "consultation-services", "engagement/consultation_services.csv",
    purpose: "What is proposed for which service in which area.",
    primaryKey: ["consultation", "service", "area"],
    fields: [
      Field("consultation", .identifier, "The consultation.").required()
        .referring(to: "consultations"),
      Field("service", .text, "The service in plain English.").required(),
      Field("area", .text, "The area in plain English.").required(),
      Field("proposal", .text, "What would change, in plain English.").required(),
      Field("source", .identifier, "Where it is published.").required().referring(to: "sources"),
    ])

  static let documents = TableSchema(
    "documents", "engagement/documents.csv",
    purpose: "Publications of the partnership.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("title", .text, "Title as published.").required(),
      Field("summary", .text, "What it is, in plain English.").required(),
      Field("source", .identifier, "The source of this plan that it is.")
        .referring(to: "sources"),
    ])

  static let editions = TableSchema(
    "document-editions", "engagement/document_editions.csv",
    purpose: "Versions and formats of publications.",
    primaryKey: ["document", "version", "format"],
    fields: [
      Field("document", .identifier, "The document.").required().referring(to: "documents"),
      Field("version", .text, "Such as 1.0, or draft of November 2016.").required(),
      Field("format", .text, "full, summary, easy-read, audio, large-print, BSL or a language.")
        .required(),
      Field("published", .date, "When it was published."),
      Field("address", .text, "Where it can be read now; empty when it cannot."),
    ])

  static let groups = TableSchema(
    "groups", "engagement/groups.csv",
    purpose: "Groups of patients and the public that advise the partnership.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name as published.").required(),
      Field("purpose", .text, "What it is for, in plain English.").required(),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
    ])

  static let places = TableSchema(
    "places", "geography/places.csv",
    purpose: "Names under which people know where they live, and the areas that these mean.",
    primaryKey: ["name", "kind"],
    fields: [
      Field("name", .text, "A town or the first half of a postcode, such as CT10.").required(),
      Field("kind", .text, "What kind of name it is.").required()
        .oneOf(["town", "postcode-district"]),
      Field("areas", .text, "Areas that it covers or touches, separated by semicolons.")
        .required(),
      Field("source", .identifier, "Where this was derived from.").required()
        .referring(to: "sources"),
    ])

  static let all = [consultations, services, documents, editions, groups, places]
}
