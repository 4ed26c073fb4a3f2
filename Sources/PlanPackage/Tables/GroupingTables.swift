// SPDX-License-Identifier: Apache-2.0

/// The tables of clusters, hubs and systems: what is asked of them, and what was published.
enum GroupingTables {
  static let groupings = TableSchema(
    "groupings", "local-care/groupings.csv",
    purpose: "Tiers of groups that people are cared for in: clusters, hubs of clusters and so on.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name of the groups for a reader, such as Clusters.").required(),
      Field("one", .text, "The word for one of them, such as cluster.").required(),
      Field("label", .text, "Letters before the number of a group, such as C for C1.").unique(),
      Field(
        "made_of", .identifier,
        "What is grouped: neighbourhoods, or the id of an earlier row of this table."
      ).required(),
      Field("floor", .identifier, "The fact that is the fewest people; empty for none."),
      Field("ceiling", .identifier, "The fact that is the most people.").required(),
      Field("count", .identifier, "The fact that is how many to make; empty to look for it."),
      Field("seed", .integer, "What the search begins from, so that it can be repeated.")
        .required().between(0, 1e9),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let preferences = TableSchema(
    "grouping-preferences", "local-care/grouping_preferences.csv",
    purpose: "What groups should be like beside their size, and how much it matters.",
    primaryKey: ["grouping", "preference"],
    fields: [
      Field("grouping", .identifier, "The tier.").required().referring(to: "groupings"),
      Field("preference", .text, "What is preferred.").required()
        .oneOf(GroupingPreferenceRow.Preference.allCases.map(\.rawValue)),
      Field(
        "weight", .number,
        "Average kilometres worth going to have it; empty for contiguity that may not be broken."
      )
      .between(0, 1e4),
      Field("reason", .text, "Why it matters so much.").required(),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
    ])

  static let changes = TableSchema(
    "group-changes", "local-care/group_changes.csv",
    purpose: "Neighbourhoods moved by hand after the groups were worked out, in this order.",
    primaryKey: ["grouping", "area"],
    fields: [
      Field("grouping", .identifier, "The tier, which has to be made of neighbourhoods.").required()
        .referring(to: "groupings"),
      Field("area", .text, "The neighbourhood that moves.").required()
        .referring(to: "neighbourhoods", "area"),
      Field("to", .text, "A neighbourhood whose group it joins.").required()
        .referring(to: "neighbourhoods", "area"),
      Field("reason", .text, "Why.").required(),
      Field("source", .identifier, "Who says so.").required().referring(to: "sources"),
    ])

  static let published = TableSchema(
    "published-groupings", "local-care/published_groupings.csv",
    purpose: "Groups that others have published, to set the computed ones beside.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("grouping", .identifier, "The tier that it is to be compared with.").required()
        .referring(to: "groupings"),
      Field("locality", .identifier, "The locality that it covers; empty for several or all.")
        .referring(to: "localities"),
      Field("count", .identifier, "The fact that says how many groups there are.").required(),
      Field("evidence", .text, "How it was read.").required().oneOf(["read", "excerpt", "news"]),
      Field("source", .identifier, "The document.").required().referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let publishedGroups = TableSchema(
    "published-groups", "local-care/published_groups.csv",
    purpose: "The groups of a published grouping, as far as they are named.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("grouping", .identifier, "The published grouping.").required()
        .referring(to: "published-groupings"),
      Field("name", .text, "Name as published.").required(),
      Field("groups", .integer, "How many groups the row stands for.").required().between(1, 1000),
      Field(
        "people", .identifier, "The fact that says how many people each has, when there is one."),
      Field(
        "towns", .text,
        "Towns of local-care/neighbourhoods.csv that it is estimated by, separated by semicolons."),
      Field("note", .text, "What a reader should know."),
    ])

  static let all = [groupings, preferences, changes, published, publishedGroups]
}
