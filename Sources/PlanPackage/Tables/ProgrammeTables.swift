// SPDX-License-Identifier: Apache-2.0

/// The tables that describe the partnership: who is in it, and what it is doing.
enum ProgrammeTables {
  static let themes = TableSchema(
    "themes", "programme/themes.csv", purpose: "The themes that workstreams belong to.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name as published.").required(),
      Field("summary", .text, "What the theme is, in plain English."),
    ])

  static let workstreams = TableSchema(
    "workstreams", "programme/workstreams.csv", purpose: "The workstreams of the programme.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("theme", .identifier, "The theme it belongs to.").required().referring(to: "themes"),
      Field("name", .text, "Name as published.").required(),
      Field("summary", .text, "What it is, in plain English."),
      Field("aim", .text, "What it is for, in plain English."),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("successor_of", .text, "Ids or names that it replaces, separated by semicolons."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let items = TableSchema(
    "workstream-items", "programme/workstream_items.csv",
    purpose: "Objectives, what people said, what is done and what is next.",
    primaryKey: ["workstream", "kind", "order"],
    fields: [
      Field("workstream", .identifier, "The workstream.").required().referring(to: "workstreams"),
      Field("kind", .text, "What kind of item.").required()
        .oneOf(["objective", "heard", "done", "next", "focus"]),
      Field("order", .integer, "Place in its list.").required(),
      Field("text", .text, "The item in plain English.").required(),
      Field("source", .identifier, "Where it is published.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let organisations = TableSchema(
    "organisations", "programme/organisations.csv",
    purpose: "The members of the partnership and the bodies that it works with.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Full name.").required(),
      Field("kind", .text, "What kind of body.").required().oneOf([
        "commissioner", "provider", "council", "board", "public-health", "regulator", "other",
      ]),
      Field("ods_code", .text, "Code of the Organisation Data Service, when there is one."),
      Field("role", .text, "What it does, in plain English."),
      Field("source", .identifier, "Where it is named.").required().referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let people = TableSchema(
    "people", "programme/people.csv", purpose: "People in the roles in which they were published.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name as published.").required(),
      Field("role", .text, "Role as published.").required(),
      Field("organisation", .identifier, "The organisation.").referring(to: "organisations"),
      Field("source", .identifier, "Where it is published.").required().referring(to: "sources"),
      Field("as_of", .period, "When the role was held.").required(),
    ])

  static let ambitions = TableSchema(
    "ambitions", "programme/ambitions.csv", purpose: "The ambitions for local care.",
    fields: [
      Field("number", .integer, "Number as published.").unique(),
      Field("title", .text, "A short name.").required(),
      Field("text", .text, "The ambition in plain English.").required(),
      Field("source", .identifier, "Where it is published.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let milestones = TableSchema(
    "milestones", "programme/milestones.csv",
    purpose: "Every date that a document gives for an event; dates that move are all kept.",
    fields: [
      Field("id", .identifier, "Permanent name of the statement.").unique(),
      Field("milestone", .identifier, "The event; statements about one event share it.")
        .required(),
      Field("label", .text, "The event in plain English.").required(),
      Field("when", .period, "When it was to happen, or did.").required(),
      Field("state", .text, "stated, revised or happened.").required()
        .oneOf(["stated", "revised", "happened"]),
      Field("source", .identifier, "Where it is stated.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("quotation", .text, "The words, exactly as printed."),
    ])

  static let lists = TableSchema(
    "lists", "programme/lists.csv", purpose: "Lists as each document prints them.",
    primaryKey: ["list", "source", "item"],
    fields: [
      Field("list", .identifier, "What is listed.").required(),
      Field("list_label", .text, "What is listed, in plain English.").required(),
      Field("source", .identifier, "The document.").required().referring(to: "sources"),
      Field("item", .identifier, "The member.").required(),
      Field("item_label", .text, "The member as printed.").required(),
      Field("locator", .text, "Page, paragraph or heading."),
    ])

  static let sites = TableSchema(
    "sites", "geography/sites.csv", purpose: "Places where services are.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name.").required(),
      Field("organisation", .identifier, "Who runs it.").referring(to: "organisations"),
      Field("ods_code", .text, "Code of the Organisation Data Service, when there is one."),
      Field("postcode", .text, "Postcode."),
      Field("latitude", .number, "Degrees north.").required().between(-90, 90),
      Field("longitude", .number, "Degrees east.").required().between(-180, 180),
      Field("source", .identifier, "Where the position comes from.").required()
        .referring(to: "sources"),
    ])

  static let all = [
    themes, workstreams, items, organisations, people, ambitions, milestones, lists, sites,
  ]
}
