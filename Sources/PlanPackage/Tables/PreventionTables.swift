// SPDX-License-Identifier: Apache-2.0

/// The tables of prevention and self-care: programmes, what follows from change, and shared causes.
enum PreventionTables {
  static let programmes = TableSchema(
    "prevention-programmes", "local-care/prevention_programmes.csv",
    purpose: "Programmes that help people to stay well. One is worked out when every figure of it "
      + "is there, and none when effect was not read.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader.").required(),
      Field("text", .text, "What it does, in a sentence.").required(),
      Field("taking_part", .text, "Those who take part, as a plural noun."),
      Field("changing", .text, "Those who change because of it, as a plural noun."),
      Field("eligible", .identifier, "The fact: people whom it is for."),
      Field("reach", .identifier, "The fact: % of these reached in a year."),
      Field("uptake", .identifier, "The fact: % of those reached who take part."),
      Field("effect", .identifier, "The fact: % of those who change and would not have otherwise."),
      Field("kept", .identifier, "The fact: % of these who still have, a year on."),
      Field("cost", .identifier, "The fact: pounds for each person who takes part."),
      Field("saving", .identifier, "The fact: pounds saved for each who changes, in all."),
      Field("saving_years", .integer, "Years over which that is saved, in equal parts.")
        .between(1, 60),
      Field("lag", .identifier, "The group of prevention_lags.csv by which risk falls."),
      Field("needed", .text, "What would have to be read before more could be worked out."),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know."),
    ])

  static let lags = TableSchema(
    "prevention-lags", "local-care/prevention_lags.csv",
    purpose: "How much of an extra risk is left after each number of years since somebody changed.",
    primaryKey: ["group", "years"],
    fields: [
      Field("group", .identifier, "The group of conditions.").required(),
      Field("name", .text, "The group for a reader.").required(),
      Field("years", .integer, "Years since the change.").required().between(1, 60),
      Field("left", .identifier, "The fact: % of the extra risk that is left.").required(),
    ])

  static let risks = TableSchema(
    "prevention-risks", "local-care/prevention_risks.csv",
    purpose: "Causes that a condition has in common: how many people have each, and what it adds.",
    primaryKey: ["condition", "risk"],
    fields: [
      Field("condition", .identifier, "The condition.").required(),
      Field("condition_name", .text, "The condition for a reader.").required(),
      Field("risk", .identifier, "The cause.").required(),
      Field("name", .text, "The cause for a reader.").required(),
      Field("prevalence", .identifier, "The fact: % of people who have it.").required(),
      Field("relative_risk", .identifier, "The fact: how many times as likely the condition is.")
        .required(),
      Field("note", .text, "What a reader should know."),
    ])

  static let all = [programmes, lags, risks]
}
