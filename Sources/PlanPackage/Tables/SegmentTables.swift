// SPDX-License-Identifier: Apache-2.0

/// The tables of segments of the population: the rules, and what is known of the people.
enum SegmentTables {
  static let ages = TableSchema(
    "segment-ages", "local-care/segment_ages.csv",
    purpose: "Bands of age, from the youngest to the oldest, without gaps.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("from", .integer, "The youngest age in the band, in whole years.").required()
        .between(0, 120),
      Field("below", .integer, "The first age above the band; empty for the oldest band.")
        .between(1, 121),
    ])

  static let conditions = TableSchema(
    "conditions", "local-care/conditions.csv",
    purpose: "Conditions that rules of segments count, and how they are spread over ages.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field(
        "by_age", .numbers,
        "How common it is in each band of segment_ages.csv, beside the others; 0 for never. "
          + "Only proportions between the numbers matter."
      ).required(),
      Field("quality", .text, "green: recent data; amber: some; red: little or none.").required()
        .oneOf(["green", "amber", "red"]),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("why", .text, "Why these proportions.").required(),
    ])

  static let segments = TableSchema(
    "segments", "local-care/segments.csv",
    purpose: "Rules that put each person into one segment: the first that fits, from the top.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("ages", .identifiers, "Bands of segment_ages.csv that it takes; empty for all ages."),
      Field("conditions", .identifiers, "Conditions that it counts; empty when none is needed."),
      Field("at_least", .integer, "How many of these a person has to have; empty for 1.")
        .between(1, 100),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let residents = TableSchema(
    "segment-residents", "local-care/segment_residents.csv",
    purpose: "Residents of each locality by age, and what is spent on one of them.",
    primaryKey: ["locality", "age"],
    fields: [
      Field("locality", .identifier, "The locality.").required().referring(to: "localities"),
      Field("age", .identifier, "The band of age.").required().referring(to: "segment-ages"),
      Field("residents", .integer, "Residents.").required().between(0, 1e9),
      Field("spend_per_head", .number, "Pounds a year for one resident of that age.").required()
        .between(0, 1e6),
      Field("price_base", .priceBase, "The prices that the pounds are in.").required(),
      Field("source", .identifier, "Where the residents come from.").required()
        .referring(to: "sources"),
      Field("spend_source", .identifier, "Where the pounds come from.").required()
        .referring(to: "sources"),
    ])

  static let lists = TableSchema(
    "register-lists", "local-care/register_lists.csv",
    purpose: "People on the lists of the practices whose registers are counted.",
    fields: [
      Field("locality", .identifier, "The locality.").unique().referring(to: "localities"),
      Field("people", .integer, "Registered people.").required().between(0, 1e9),
      Field("practices", .integer, "Practices added up.").between(0, 1e6),
      Field("period", .period, "When.").required(),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let registers = TableSchema(
    "condition-registers", "local-care/register_counts.csv",
    purpose: "People on each register of a condition; one person may be on several.",
    primaryKey: ["locality", "condition"],
    fields: [
      Field("locality", .identifier, "The locality.").required().referring(to: "localities"),
      Field("condition", .identifier, "The condition.").required().referring(to: "conditions"),
      Field("people", .integer, "People on the register.").required().between(0, 1e9),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
    ])

  static let settings = TableSchema(
    "segment-settings", "local-care/segment_settings.csv",
    purpose: "What has to be assumed to put people from registers into segments.",
    fields: [
      Field(
        "name", .text,
        "association: odds ratio between any two conditions at one age; cost-per-condition: by "
          + "how much one more condition multiplies what is spent at one age."
      ).unique().oneOf(["association", "cost-per-condition"]),
      Field("assumption", .identifier, "The assumption with its low, central and high values.")
        .required().referring(to: "assumptions"),
    ])

  static let all = [ages, conditions, segments, residents, lists, registers, settings]
}
