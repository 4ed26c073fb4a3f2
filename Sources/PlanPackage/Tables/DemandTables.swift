// SPDX-License-Identifier: Apache-2.0

/// The tables of a projection of demand: people, activity, what changes it, and what is promised.
enum DemandTables {
  static let settings = [
    "acute", "community", "primary", "mental-health", "social-care", "ambulance",
  ]
  static let kinds = [
    "emergency", "elective", "day-case", "maternity", "outpatient-first", "outpatient-follow-up",
    "outpatient-procedure", "emergency-department", "same-day", "test", "contact", "visit",
    "caseload", "appointment", "bed", "placement",
  ]
  /// How sure a figure of a provider is: shown wherever the figure is.
  static let basis = Field(
    "basis", .text, "published, derived from published figures, estimated, or made up by a program."
  ).required().oneOf(["published", "derived", "estimate", "synthetic"])
  static let source = Field("source", .identifier, "Where the row comes from.").required()
    .referring(to: "sources")
  static let note = Field("note", .text, "Anything a reader should know.")

  private static let ages = [
    Field("age_from", .integer, "The youngest age of the band; empty is 0.").between(0, 130),
    Field("age_to", .integer, "The oldest age of the band; empty is no limit.").between(0, 130),
  ]

  /// What a change applies to; an empty cell is everything.
  private static let scope =
    [
      Field("provider", .identifier, "Activity of one organisation; empty is all.")
        .referring(to: "organisations"),
      Field("setting", .text, "Activity in one setting; empty is all.").oneOf([""] + settings),
      Field("service_kind", .text, "Activity of one kind; empty is all.").oneOf([""] + kinds),
      Field("growth_group", .identifier, "Services of one growth group; empty is all."),
      Field("service", .identifier, "One service; empty is all.").referring(to: "demand-services"),
      Field("sex", .text, "Patients of one sex; empty is all.").oneOf(["", "female", "male"]),
    ] + ages

  static let variants = TableSchema(
    "population-variants", "demand/population_variants.csv",
    purpose: "Projections of the population, of which each run draws one by its probability.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "Name in plain English.").required(),
      Field("probability", .number, "How likely it is, 0 to 1; all together make 1.").required()
        .between(0, 1),
      source, note,
    ])

  static let population = TableSchema(
    "population", "demand/population.csv",
    purpose: "People by variant, year, sex and single year of age, in the middle of each year.",
    primaryKey: ["variant", "year", "sex", "age"],
    fields: [
      Field("variant", .identifier, "The projection.").required()
        .referring(to: "population-variants"),
      Field("year", .integer, "Calendar year.").required().between(1900, 2200),
      Field("sex", .text, "persons when the sexes are not told apart.").required()
        .oneOf(["persons", "female", "male"]),
      Field("age", .integer, "Age in years; the last age stands for it and over.").required()
        .between(0, 130),
      Field("people", .number, "How many there are.").required().between(0, 1e10),
    ])

  static let births = TableSchema(
    "births", "demand/births.csv",
    purpose: "Births by variant, year and the mother's age, which maternity care grows with.",
    primaryKey: ["variant", "year", "mother_age"],
    fields: [
      Field("variant", .identifier, "The projection.").required()
        .referring(to: "population-variants"),
      Field("year", .integer, "Calendar year.").required().between(1900, 2200),
      Field("mother_age", .integer, "The mother's age in years.").required().between(0, 130),
      Field("births", .number, "How many there are.").required().between(0, 1e9),
    ])

  static let services = TableSchema(
    "demand-services", "demand/services.csv",
    purpose: "Services of each provider, whose activity is projected.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "Name in plain English.").required(),
      Field("provider", .identifier, "Who provides it.").required().referring(to: "organisations"),
      Field("setting", .text, "Where it is given.").required().oneOf(settings),
      Field("kind", .text, "What kind of care it is.").required().oneOf(kinds),
      Field("unit", .text, "What is counted, as a plural noun.").required(),
      Field("grows_with", .text, "What its need follows.").required()
        .oneOf(["population", "births", "none"]),
      Field("growth_group", .identifier, "Services that grow alike, to be named by factors."),
      Field("season", .identifier, "The profile of months in demand/seasons.csv."),
      Field("starts", .date, "The first day of a service that had no activity in the base year."),
      basis, source, note,
    ])

  static let activity = TableSchema(
    "demand-activity", "demand/activity.csv",
    purpose: "Activity and bed days of each service in the base year, by sex and band of ages.",
    primaryKey: ["service", "sex", "age_from"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "demand-services"),
      Field("sex", .text, "persons when the sexes are not told apart.").required()
        .oneOf(["persons", "female", "male"]),
    ] + ages + [
      Field("activity", .number, "Units of the service in the base year.").required()
        .between(0, 1e10),
      Field("bed_days", .number, "Nights in hospital in the base year; empty is none.")
        .between(0, 1e10),
    ])

  static let factors = TableSchema(
    "demand-factors", "demand/factors.csv",
    purpose: "What makes need grow or shrink beside population: each a fact or an assumption.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "Name in plain English.").required(),
      Field("kind", .text, "What kind of cause it is.").required().oneOf([
        "non-demographic", "health-status", "waiting-list", "repatriation", "expatriation",
        "inequalities", "baseline", "other",
      ]),
    ] + scope + [
      Field("value", .identifier, "The fact or assumption: a change in %, or a number of times.")
        .required(),
      Field("per", .text, "Whether it comes again each year, or once.").required()
        .oneOf(["year", "once"]),
      Field("from", .financialYear, "The first year of it; empty is the year after the base."),
      Field("to", .financialYear, "The last year of it; empty is the last of the projection."),
      note,
    ])

  static let mitigators = TableSchema(
    "demand-mitigators", "demand/mitigators.csv",
    purpose: "What the plan would do about activity: how much it reaches, and what it achieves.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "Name in plain English.").required(),
      Field("kind", .text, "What happens to what it reaches.").required().oneOf([
        "avoidance", "length-of-stay", "day-case", "virtual", "same-day", "move",
      ]),
    ] + scope + [
      Field("reach", .identifier, "The fact or assumption: % that it can touch; empty is all."),
      Field("effect", .identifier, "The fact or assumption: % reduction of what it reaches.")
        .required(),
      Field("from", .financialYear, "The first year of it; empty is the year after the base."),
      Field("ramp", .shares, "Share of the effect in each year, with semicolons; empty is 1."),
      Field("to_service", .identifier, "The service that what is moved goes to.")
        .referring(to: "demand-services"),
      Field("per_unit", .number, "Units there for each unit moved; empty is 1.").between(0, 1e6),
      Field("scheme", .identifier, "The scheme of finance/schemes.csv that it delivers.")
        .referring(to: "schemes"),
      note,
    ])

  static let evidence = TableSchema(
    "evidence", "demand/evidence.csv",
    purpose: "What others achieved, beside what the plan claims.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("claim", .identifier, "The fact or assumption that it is about.").required(),
      Field("label", .text, "What was found, in plain English.").required(),
      Field("low", .number, "The least that was found, in the unit of the claim.").required(),
      Field("high", .number, "The most that was found, in the unit of the claim.").required(),
      Field("strength", .text, "How good the evidence is.").required()
        .oneOf(["strong", "moderate", "weak"]),
      source,
      Field("locator", .text, "Page, paragraph or heading."),
      note,
    ])

  static let correlations = TableSchema(
    "correlations", "demand/correlations.csv",
    purpose: "Assumptions that tend to be high or low together.",
    primaryKey: ["first", "second"],
    fields: [
      Field("first", .identifier, "An assumption.").required().referring(to: "assumptions"),
      Field("second", .identifier, "Another.").required().referring(to: "assumptions"),
      Field("rank_correlation", .number, "Spearman's, from -1 to 1.").required().between(-1, 1),
      Field("why", .text, "Why they go together.").required(),
    ])

  static let seasons = TableSchema(
    "seasons", "demand/seasons.csv",
    purpose: "How activity spreads over the months of a year.",
    primaryKey: ["profile", "month"],
    fields: [
      Field("profile", .identifier, "Name of the profile.").required(),
      Field("month", .integer, "1 for January to 12 for December.").required().between(1, 12),
      Field("share", .number, "Share of the year's activity; the twelve make 1.").required()
        .between(0, 1),
    ])

  static let promises = TableSchema(
    "promises", "demand/promises.csv",
    purpose: "What the plan promises, to be held against every run.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "The promise in plain English.").required(),
      Field("measure", .text, "What is measured, such as beds.general or gap.system.").required(),
      Field("year", .financialYear, "When it has to be true.").required(),
      Field("comparison", .text, "On which side of the target it has to be.").required()
        .oneOf(["at most", "at least"]),
      Field("target", .number, "The number, unless a fact gives it."),
      Field("target_fact", .identifier, "The fact that gives the number."),
      source, note,
    ])

  static let all = [
    variants, population, births, services, activity, factors, mitigators, evidence, correlations,
    seasons, promises,
  ]
}
