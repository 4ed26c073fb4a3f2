// SPDX-License-Identifier: Apache-2.0

/// The tables that the finance engine reads.
enum FinanceTables {
  static let rates = TableSchema(
    "rates", "finance/rates.csv",
    purpose: "Series of yearly rates, each a fact, by which lines of money grow.",
    primaryKey: ["series", "year"],
    fields: [
      Field("series", .identifier, "Name of the series.").required(),
      Field(
        "year", .financialYear, "Financial year in which the rate applies; empty for every year."),
      Field("fact", .identifier, "The fact that is the rate, in %.").required(),
    ])

  static let lines = TableSchema(
    "lines", "finance/lines.csv",
    purpose: "Money in and out of each organisation in the base year, and what it grows with.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("organisation", .identifier, "Whose money it is.").required()
        .referring(to: "organisations"),
      Field("label", .text, "What the money is.").required(),
      Field("direction", .text, "funding from outside, income for work done, or cost.").required()
        .oneOf(["funding", "income", "cost"]),
      Field("baseline", .identifier, "The fact that is the amount in the base year.").required(),
      Field("demographic", .identifier, "Series of growth in need from population."),
      Field("non_demographic", .identifier, "Series of growth in need from other causes."),
      Field("price", .identifier, "Series of pay and price inflation."),
      Field("other", .identifier, "Series of any other pressure."),
      Field("variable_share", .number, "Share of the amount that follows activity; empty is 1.")
        .between(0, 1),
      Field("counterparty", .identifier, "The member at the other end of a transfer.")
        .referring(to: "organisations"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let schemes = TableSchema(
    "schemes", "finance/schemes.csv",
    purpose: "What is to be done about the gap, and how much of it each scheme closes.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "The scheme in plain English.").required(),
      Field("workstream", .identifier, "The workstream that owns it.").required()
        .referring(to: "workstreams"),
      Field("organisation", .identifier, "Whose money it saves.").required()
        .referring(to: "organisations"),
      Field("full_year_effect", .identifier, "The fact that is the saving in a full year.")
        .required(),
      Field("start", .date, "The first day of the saving.").required(),
      Field("ramp", .shares, "Share delivered in each year, separated by semicolons; empty is 1."),
      Field("recurrent", .text, "Whether it is saved again each year.").required()
        .oneOf(["yes", "no"]),
      Field("investment_recurrent", .identifier, "The fact that it costs each year."),
      Field("investment_once", .identifier, "The fact that it costs once, in the first year."),
      Field("confidence", .number, "Probability of delivery, 0 to 1; empty when not stated.")
        .between(0, 1).neverZero(),
      Field("pool", .identifier, "Money that several schemes draw on.").referring(to: "pools"),
      Field("transfer_to", .identifier, "The member whose gap grows by what this one saves.")
        .referring(to: "organisations"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let pools = TableSchema(
    "pools", "finance/pools.csv",
    purpose: "Money that several schemes draw on, so that no pound is saved twice.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "What the money is spent on.").required(),
      Field("size", .identifier, "The fact that is the amount.").required(),
    ])

  static let all = [rates, lines, pools, schemes]
}
