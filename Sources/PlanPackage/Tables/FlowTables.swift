// SPDX-License-Identifier: Apache-2.0

/// The tables of models of patient flow: units, patients, stays and ways, and their variants.
///
/// The rows of every model stand in the same tables; names are unique within a model.
enum FlowTables {
  /// The tables that a variant may change, by their file in `flow/`.
  static let changeable = [
    "models", "classes", "units", "beds", "bed_changes", "escalation", "arrivals", "profiles",
    "stays", "routes", "census",
  ]

  private static let model = Field("model", .identifier, "The model.").required()
    .referring(to: "flow-models")
  private static let title = Field("name", .text, "Name in plain English.").required()
  /// Where a parameter comes from: shown wherever the parameter is.
  private static let origin = [
    Field("basis", .text, "published, derived, estimate, assumption, or synthetic (made up).")
      .required().oneOf(["published", "derived", "estimate", "assumption", "synthetic"]),
    Field("source", .identifier, "Where the row comes from.").required().referring(to: "sources"),
    Field("note", .text, "Why an assumption was made, and what else a reader should know."),
  ]

  private static func id(_ meaning: String = "Permanent name within the model.") -> Field {
    Field("id", .identifier, meaning).required()
  }
  private static func name(_ name: String, _ meaning: String) -> Field {
    Field(name, .identifier, meaning)
  }

  static let models = TableSchema(
    "flow-models", "flow/models.csv",
    purpose: "Models of patient flow: what each asks, and how it is run.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("title", .text, "Name in plain English.").required(),
      Field("question", .text, "What it answers.").required(),
      Field(
        "kind", .text,
        "terminating: from a known start to a known end; steady: what is normal in the long run."
      ).required().oneOf(["terminating", "steady"]),
      Field("overview", .text, "How patients go through it, in plain English.").required(),
      Field("limits", .text, "What it leaves out, in plain English.").required(),
      Field("first_day", .date, "The day on which a run begins; empty for a model without dates."),
      Field("warm_up_days", .number, "Days that are run first and not counted.").required()
        .between(0, 36_500),
      Field("days", .number, "Days that are counted.").required().between(1, 36_500),
      Field("audit_hour", .number, "The hour at which beds are counted each day; 0 is midnight.")
        .required().between(0, 23.99),
      Field("precision", .number, "Runs go on until half-widths are this share of means.")
        .required().between(0.001, 0.5),
      Field("most_runs", .integer, "The number of runs at which it stops all the same.").required()
        .between(3, 100_000),
      Field("deciding", .identifiers, "Measures, such as acute.occupied, that have to be so sure.")
        .required(),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let classes = TableSchema(
    "flow-classes", "flow/classes.csv",
    purpose: "Kinds of patient.",
    primaryKey: ["model", "id"],
    fields: [
      model, id(), title,
      Field("priority", .integer, "Who goes first where priority counts: the lower number.")
        .between(0, 1000),
      name(
        "patience", "The stay of stays.csv that somebody waits before going away; empty: for ever."),
      Field("balks_at_queue", .integer, "Does not join a queue of so many; empty: always joins.")
        .between(1, 1_000_000),
      Field("cancelled_at_free_beds", .integer, "Called off at so few free beds; empty: never.")
        .between(0, 100_000),
      Field(
        "rebooked_after_days", .number, "Days until called-off patients come again; empty: never."
      )
      .between(0, 3650),
    ] + origin)

  static let units = TableSchema(
    "flow-units", "flow/units.csv",
    purpose: "Where patients are cared for or wait.",
    primaryKey: ["model", "id"],
    fields: [
      model, id(), title,
      Field("kind", .text, "beds; visits at home; or unlimited, where nobody ever waits.")
        .required().oneOf(["beds", "visits", "unlimited"]),
      Field("order", .text, "Who is next; empty is first-come.")
        .oneOf(["", "first-come", "priority"]),
      Field("when_full", .text, "What people from outside do when it is full; empty is wait.")
        .oneOf(["", "wait", "elsewhere"]),
      Field("queue_limit", .integer, "The longest queue from outside; empty: no limit.")
        .between(0, 1_000_000),
      Field("first_visits", .number, "Visits: how many a day a patient needs at first, the mean.")
        .between(0.5, 24),
      Field("first_deviation", .number, "Visits: its standard deviation.").between(0, 12),
      Field("last_visits", .number, "Visits: how many a day at last, the mean.").between(0, 24),
      Field("last_deviation", .number, "Visits: its standard deviation.").between(0, 12),
      Field("overtaking", .text, "Visits: whether who needs fewer may start before; empty is yes.")
        .oneOf(["", "yes", "no"]),
    ] + origin)

  static let beds = TableSchema(
    "flow-beds", "flow/beds.csv",
    purpose: "Beds of each unit in groups, or the visits that it can make in a day.",
    primaryKey: ["model", "unit", "id"],
    fields: [
      model, name("unit", "The unit.").required(), id("Permanent name within the unit."),
      Field("classes", .identifiers, "Who may use them, with semicolons; empty is everybody."),
      Field("beds", .integer, "Beds staffed, or visits a day, unless a fact says so.")
        .between(0, 1_000_000),
      name("fact", "The fact that says how many."),
      Field("by_weekday", .numbers, "Seven numbers, Monday first; empty: all days are alike."),
    ] + origin)

  static let bedChanges = TableSchema(
    "flow-bed-changes", "flow/bed_changes.csv",
    purpose: "Beds that open or close on a day, for good or for a time.",
    primaryKey: ["model", "unit", "group", "from"],
    fields: [
      model, name("unit", "The unit.").required(), name("group", "The group of beds.").required(),
      Field("from", .date, "The first day of the change.").required(),
      Field("until", .date, "The day on which it ends; empty: it stays."),
      Field("change", .integer, "Beds more, or fewer when below 0.").required()
        .between(-1_000_000, 1_000_000),
      Field("reason", .text, "Why, such as a bank holiday.").required(),
    ] + origin)

  static let escalation = TableSchema(
    "flow-escalation", "flow/escalation.csv",
    purpose: "Beds that are opened while too many people wait.",
    primaryKey: ["model", "unit", "group", "id"],
    fields: [
      model, name("unit", "The unit.").required(), name("group", "The group of beds.").required(),
      id("Permanent name within the group."),
      Field("beds", .integer, "How many are opened.").required().between(0, 100_000),
      Field("opens_at_queue", .integer, "Opened when so many wait for the unit, wherever they are.")
        .required().between(1, 1_000_000),
      Field("closes_at_queue", .integer, "Closed when at most so many do.").required()
        .between(0, 1_000_000),
      Field("notice_hours", .number, "Hours from the decision to the opening; empty is 0.")
        .between(0, 8760),
    ] + origin)

  static let arrivals = TableSchema(
    "flow-arrivals", "flow/arrivals.csv",
    purpose: "Patients who come from outside, and when.",
    primaryKey: ["model", "id"],
    fields: [
      model, id(), title, name("class", "The class.").required(),
      name("unit", "The unit that they come to.").required(),
      Field("per_day", .number, "How many come on a plain day, unless a fact says so.")
        .between(0, 1_000_000),
      name("fact", "The fact that says how many come in so many days."),
      Field("fact_days", .number, "The days that the fact counts, such as 365.").between(0, 36_500)
        .neverZero(),
      Field("times", .number, "What the number is multiplied by; empty is 1.").between(0, 1000),
      name("profile", "The profile of profiles.csv; empty: every hour is alike."),
    ] + origin)

  static let profiles = TableSchema(
    "flow-profiles", "flow/profiles.csv",
    purpose: "How arrivals differ by hour, weekday, month and day: factors that are multiplied.",
    primaryKey: ["model", "profile", "kind", "key"],
    fields: [
      model, name("profile", "Name of the profile.").required(),
      Field("kind", .text, "What the factor is for.").required()
        .oneOf(["hour", "weekday", "month", "date"]),
      Field("key", .text, "0 to 23; monday to sunday; 1 to 12; or a date such as 2017-12-25.")
        .required(),
      Field("factor", .number, "Times as many as on a plain day; hours and days not named have 1.")
        .required().between(0, 1000),
    ] + origin)

  static let stays = TableSchema(
    "flow-stays", "flow/stays.csv",
    purpose: "How long care, waiting and preparing to leave take, in days.",
    primaryKey: ["model", "id"],
    fields: [
      model, id(), title,
      Field("distribution", .text, "How the times spread.").required()
        .oneOf(["fixed", "exponential", "lognormal", "uniform", "weibull", "observed"]),
      Field("mean", .number, "Fixed, exponential, lognormal: the mean.").between(0, 36_500)
        .neverZero(),
      Field("median", .number, "Lognormal: the median, unless the deviation is given.")
        .between(0, 36_500).neverZero(),
      Field("deviation", .number, "Lognormal: the standard deviation, unless the median is given.")
        .between(0, 36_500),
      Field("low", .number, "Uniform: the shortest.").between(0, 36_500),
      Field("high", .number, "Uniform: the longest.").between(0, 36_500),
      Field("shape", .number, "Weibull: the shape.").between(0.05, 100),
      Field("scale", .number, "Weibull: the scale.").between(0, 36_500).neverZero(),
      Field("observed", .numbers, "Observed: times that were seen, with semicolons."),
    ] + origin)

  static let routes = TableSchema(
    "flow-routes", "flow/routes.csv",
    purpose: "Where patients of a class go from a unit, how many, and how long they stay before.",
    primaryKey: ["model", "unit", "class", "id"],
    fields: [
      model, name("unit", "The unit.").required(), name("class", "The class.").required(),
      id("Permanent name within the unit and the class, such as home."),
      Field("name", .text, "Where it leads, in plain English.").required(),
      name("to", "The unit that comes next; empty: the way out."),
      name("becomes", "The class as which they go on; empty: the same."),
      Field("chance", .number, "The share who take it, 0 to 1; those of a unit and class make 1.")
        .required().between(0, 1),
      name("stay", "The stay of stays.csv in need of care, of those who take it.").required(),
      name(
        "transition", "The stay in which the bed is kept while leaving is prepared; empty: none."),
    ] + origin)

  static let census = TableSchema(
    "flow-census", "flow/census.csv",
    purpose: "Who is there when a run begins.",
    primaryKey: ["model", "class", "unit", "waiting_for"],
    fields: [
      model, name("class", "The class.").required(),
      name("unit", "Where they are cared for; empty: they wait outside."),
      name("waiting_for", "The unit that they wait for; empty: they are in need of care."),
      Field("people", .integer, "How many, unless a fact says so.").between(0, 1_000_000),
      name("fact", "The fact that says how many."),
    ] + origin)

  static let variants = TableSchema(
    "flow-variants", "flow/variants.csv",
    purpose: "Questions of the kind “what if?” that a model is asked.",
    primaryKey: ["model", "id"],
    fields: [
      model, id(),
      Field("title", .text, "Name in plain English.").required(),
      Field("reason", .text, "Why somebody would ask.").required(),
    ])

  static let variantChanges = TableSchema(
    "flow-variant-changes", "flow/variant_changes.csv",
    purpose: "The cells that a variant changes.",
    primaryKey: ["model", "variant", "table", "row", "column"],
    fields: [
      model, name("variant", "The variant.").required(),
      Field("table", .text, "The table of the model.").required().oneOf(changeable),
      Field("row", .text, "Its key without the model, joined by /; empty for the model itself."),
      name("column", "The column.").required(),
      Field("value", .text, "The new value; empty: nothing."),
      Field("reason", .text, "Why this cell changes.").required(),
    ])

  static let all = [
    models, classes, units, beds, bedChanges, escalation, arrivals, profiles, stays, routes, census,
    variants, variantChanges,
  ]
}
