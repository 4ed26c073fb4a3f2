// SPDX-License-Identifier: Apache-2.0

/// The tables of the core model of local care and of what each locality makes of it.
enum CareModelTables {
  static let tiers = TableSchema(
    "care-tiers", "local-care/tiers.csv",
    purpose: "The tiers of the core model of local care, smallest first.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("text", .text, "What it is and does, in plain English.").required(),
      Field("hours", .text, "When it is open, as published; empty: not stated."),
      Field("fewest_people", .identifier, "The fact that says for how many people at least."),
      Field("most_people", .identifier, "The fact that says for how many people at most."),
      Field("days", .identifier, "The fact that says on how many days a week."),
      source, locator, note,
    ])

  static let teams = TableSchema(
    "care-teams", "local-care/teams.csv", purpose: "Teams of the core model, each with its tier.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("tier", .identifier, "The tier that it works at.").required()
        .referring(to: "care-tiers"),
      Field("text", .text, "What it does, in plain English.").required(),
      basis, source, note,
    ])

  static let functions = TableSchema(
    "care-functions", "local-care/functions.csv",
    purpose: "What local care does everywhere: the functions of the core model.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("text", .text, "What people get, in plain English.").required(),
      Field("team", .identifier, "The team that does it.").required().referring(to: "care-teams"),
      Field("ambitions", .numbers, "Numbers of the ambitions that it serves.").required(),
      Field("digital", .text, "What has to be shared or reached by computer for it to work."),
      basis, source, locator, note,
    ])

  static let progress = TableSchema(
    "function-progress", "local-care/function_progress.csv",
    purpose: "What each locality has published of each function; no row: not stated.",
    primaryKey: ["locality", "function"],
    fields: [
      locality,
      Field("function", .identifier, "The function of the core model.").required()
        .referring(to: "care-functions"),
      Field("status", .text, "Whether it is in place or planned, as published.").required()
        .oneOf(["in-place", "planned"]),
      Field("period", .period, "When that was so.").required(),
      source, locator, note,
    ])

  static let levels = TableSchema(
    "maturity-levels", "local-care/maturity_levels.csv",
    purpose: "How far a locality can be with local care, least first.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("text", .text, "What has been reached, in plain English.").required(),
      basis, source, locator, note,
    ])

  static let maturity = TableSchema(
    "locality-maturity", "local-care/maturity.csv",
    purpose: "How far each locality is; no row: not published.",
    primaryKey: ["locality", "period"],
    fields: [
      locality,
      Field("level", .identifier, "The level that it has reached.").required()
        .referring(to: "maturity-levels"),
      Field("period", .period, "When that was so.").required(),
      source, locator, note,
    ])

  static let differences = TableSchema(
    "locality-differences", "local-care/differences.csv",
    purpose: "Where a locality differs from the core model, each with its reason.",
    primaryKey: ["locality", "element", "aspect"],
    fields: [
      locality,
      Field("element", .identifier, "The tier, team, function or role of the core model.")
        .required(),
      Field("aspect", .text, "What about it differs.").required(),
      Field("core", .text, "What the core model has.").required(),
      Field("local", .text, "What the locality has.").required(),
      Field("reason", .text, "Why it differs, or what was read of the reason.").required(),
      Field("fact", .identifier, "The fact that holds the local figure, when there is one."),
      source, locator, note,
    ])

  static let all =
    [tiers, teams, functions, progress, levels, maturity, differences] + CareRoleTables.all

  static let basis = Field("basis", .text, "published, or a choice of this plan.").required()
    .oneOf(["published", "assumption"])
  static let source = Field("source", .identifier, "Where the row comes from.").required()
    .referring(to: "sources")
  static let locator = Field("locator", .text, "Page, paragraph or heading in the source.")
  static let note = Field("note", .text, "What a reader should know.")
  private static let locality = Field("locality", .identifier, "The locality.").required()
    .referring(to: "localities")
}
