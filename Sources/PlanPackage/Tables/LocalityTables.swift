// SPDX-License-Identifier: Apache-2.0

/// The tables of places within the partnership: who plans where, what is next to what, what towns there are.
enum LocalityTables {
  static let localities = TableSchema(
    "localities", "local-care/localities.csv",
    purpose: "Places that adapt the core model of local care to their own people.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("organisation", .identifier, "The body that plans for it.")
        .referring(to: "organisations"),
      Field("registered", .identifier, "The fact that says how many people are registered."),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let neighbourhoods = TableSchema(
    "neighbourhoods", "local-care/neighbourhoods.csv",
    purpose: "The areas of geography/areas.csv that local care is planned from.",
    primaryKey: ["area"],
    fields: [
      Field("area", .text, "The area.").unique().referring(to: "areas"),
      Field("locality", .identifier, "The locality that most of its residents are in.").required()
        .referring(to: "localities"),
      Field("town", .text, "The town that it is part of; empty for none."),
      Field("residents", .number, "Residents in the year of the source.").required()
        .between(0, 1e9),
      Field(
        "at_horizon", .number, "Residents expected at the end of the plan's period, when known."
      )
      .between(0, 1e9),
      Field("deprivation", .number, "Average score of deprivation; greater is more deprived.")
        .between(0, 100),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
    ])

  static let links = TableSchema(
    "neighbourhood-links", "local-care/neighbourhood_links.csv",
    purpose: "Neighbourhoods that touch, or that a bridge or road joins.",
    primaryKey: ["first", "second"],
    fields: [
      Field("first", .text, "One.").required().referring(to: "neighbourhoods", "area"),
      Field("second", .text, "The other.").required().referring(to: "neighbourhoods", "area"),
    ])

  static let all = [localities, neighbourhoods, links]
}
