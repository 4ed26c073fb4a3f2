// SPDX-License-Identifier: Apache-2.0

import Facts

/// The tables that hold figures, their sources and the plan's own working.
enum FactTables {
  static let sources = TableSchema(
    "sources", "sources.csv",
    purpose: "The documents, data sets and web pages that state the plan's figures.",
    isRequired: true,
    fields: [
      Field("id", .identifier, "Permanent name of the source.").unique(),
      Field("title", .text, "Title as printed.").required(),
      Field("publisher", .text, "Who published it.").required(),
      Field("published", .period, "When it was published; ? when worked out, not printed."),
      Field("kind", .text, "What kind of thing it is.").required().oneOf([
        "paper", "web-page", "leaflet", "slides", "news", "dataset", "guidance", "assumption",
      ]),
      Field("licence", .text, "Terms on which it may be used, when known."),
      Field("address", .text, "Public address, when known."),
      Field("note", .text, "Anything a reader should know about it."),
    ])

  static let facts = TableSchema(
    "facts", "facts.csv", purpose: "Figures as documents state them, with their words.",
    isRequired: true,
    fields: [
      Field("id", .identifier, "Permanent name of the fact.").unique(),
      Field(
        "measure", .identifier,
        "What is measured; facts with one measure claim to say the same. Empty means the id."),
      Field("label", .text, "What the figure is, in plain English, understandable alone.")
        .required(),
      Field("value", .number, "The number as printed, digits only.").required(),
      Field("unit", .unit, "GBP, GBP million, GBP billion, % or a plural noun.").required(),
      Field("qualifier", .text, "How exactly it is stated; empty means exactly.")
        .oneOf(Qualifier.allCases.map(\.rawValue)),
      Field("period", .period, "When it is true; ? at the end when the document does not say."),
      Field("basis", .text, "What kind of statement it is.").required()
        .oneOf(Basis.allCases.map(\.rawValue)),
      Field("scope", .text, "Who or where it covers.").required(),
      Field("price_base", .priceBase, "For money: cash, or the year whose prices it is in."),
      Field("source", .identifier, "The source relied on.").referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("quotation", .text, "The words around the figure, exactly as printed."),
      Field("confidence", .text, "How the plan's authors came to know it.").required()
        .oneOf(Confidence.allCases.map(\.rawValue)),
      Field("note", .text, "Anything a reader should know about the figure."),
    ])

  static let citations = TableSchema(
    "citations", "citations.csv",
    purpose: "Further places in which a figure of facts.csv is printed.",
    fields: [
      Field("fact", .identifier, "The fact.").required().referring(to: "facts"),
      Field("source", .identifier, "The source.").required().referring(to: "sources"),
      Field("locator", .text, "Page, paragraph or heading."),
      Field("quotation", .text, "The words around the figure, exactly as printed."),
      Field("qualifier", .text, "How exactly this place states it.")
        .oneOf(Qualifier.allCases.map(\.rawValue)),
    ])

  static let derived = TableSchema(
    "derived", "derived.csv", purpose: "Figures worked out by a formula from other figures.",
    fields: [
      Field("id", .identifier, "Permanent name of the fact.").unique(),
      Field("measure", .identifier, "What is measured; empty means the id."),
      Field("label", .text, "What the figure is, in plain English.").required(),
      Field("formula", .formula, "The rule, with fact ids in braces.").required(),
      Field("unit", .unit, "GBP, GBP million, GBP billion, % or a plural noun.").required(),
      Field("period", .period, "When it is true."),
      Field("basis", .text, "What kind of statement it is.").required()
        .oneOf(Basis.allCases.map(\.rawValue)),
      Field("scope", .text, "Who or where it covers.").required(),
      Field("price_base", .priceBase, "For money: cash, or the year whose prices it is in."),
      Field("decimals", .integer, "Digits after the decimal point worth showing.").required()
        .between(0, 8),
      Field("note", .text, "Anything a reader should know about the figure."),
    ])

  static let relations = TableSchema(
    "relations", "relations.csv",
    purpose: "Checks that one stated figure follows from others.",
    fields: [
      Field("id", .identifier, "Permanent name of the check.").unique(),
      Field(
        "kind", .text,
        "restates: fact equals formula. total: fact is the sum. rate: fact is the change over "
          + "years at the yearly rate in formula."
      ).required().oneOf(Relation.Kind.allCases.map(\.rawValue)),
      Field("fact", .identifier, "The stated fact that is checked.").required(),
      Field("formula", .formula, "The rule, with fact ids in braces.").required(),
      Field("years", .integer, "For a rate: how many years it runs.").between(1, 100),
      Field("note", .text, "What a reader should know about the check."),
    ])

  static let assumptions = TableSchema(
    "assumptions", "assumptions.csv",
    purpose: "What the plan assumes, how good the evidence is, and who must look again.",
    fields: [
      Field("id", .identifier, "Permanent name; the assumption is a fact by this name.").unique(),
      Field("label", .text, "What is assumed, in plain English.").required(),
      Field("low", .number, "The low end of what is credible."),
      Field("central", .number, "The value used unless a scenario says otherwise.").required(),
      Field("high", .number, "The high end of what is credible."),
      Field("unit", .unit, "GBP million, % or a plural noun.").required(),
      Field(
        "distribution", .text,
        "How likely values are. uniform, triangular: all are from low to high; normal: 80% are, "
          + "about central; interval: 80% are, about the middle of the two; fixed: always central."
      ).oneOf(["", "uniform", "triangular", "normal", "fixed", "interval"]),
      Field("quality", .text, "green: recent validated data; amber: some; red: little.")
        .required().oneOf(["green", "amber", "red"]),
      Field("impact", .text, "How much results move with it.").required()
        .oneOf(["high", "medium", "low"]),
      Field("owner", .text, "Who answers for it."),
      Field("review_by", .date, "When it has to be looked at again.").required(),
      Field("source", .identifier, "Where the value comes from.").required()
        .referring(to: "sources"),
      Field("why", .text, "Why this value.").required(),
    ])

  static let acknowledgements = TableSchema(
    "acknowledgements", "acknowledgements.csv",
    purpose: "Findings of the linter that the plan lives with, and why.",
    fields: [
      Field("finding", .text, "The id of the finding, as `weald lint` prints it.").unique(),
      Field("reason", .text, "Why the plan lives with it.").required(),
      Field("by", .text, "Who accepted it.").required(),
      Field("date", .date, "When.").required(),
    ])

  static let glossary = TableSchema(
    "glossary", "glossary.csv", purpose: "Terms in plain English.",
    fields: [
      Field("term", .text, "The term.").unique(),
      Field("meaning", .text, "What it means, at a reading age of about 12.").required(),
      Field("also", .text, "Other names and abbreviations, separated by semicolons."),
      Field("source", .text, "Where the meaning comes from, when it is not our own."),
    ])

  static let all = [
    sources, facts, citations, derived, relations, assumptions, acknowledgements, glossary,
  ]
}
