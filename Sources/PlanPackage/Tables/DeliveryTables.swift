// SPDX-License-Identifier: Apache-2.0

/// The tables of what is to be saved, by whom, out of which money, and what else is to come of it.
enum DeliveryTables {
  static let pools = TableSchema(
    "cost-pools", "delivery/cost_pools.csv",
    purpose: "Money that savings are claimed from, in a tree, so that no pound is saved twice.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("parent", .identifier, "The pool that it is a part of; empty at the top.")
        .referring(to: "cost-pools"),
      Field("label", .text, "What the money is spent on, in plain English.").required(),
      Field("size", .identifier, "The fact that is the money a year; empty when not published.")
        .referring(to: "facts"),
      Field("reducible", .number, "The largest share that can be saved; empty when not stated.")
        .between(0, 1),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "The place in the source."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let parts = TableSchema(
    "pool-parts", "delivery/pool_parts.csv",
    purpose: "How the money of every pool divides between organisations.",
    fields: [
      Field("organisation", .identifier, "Whose money it is.").unique()
        .referring(to: "organisations"),
      Field("size", .identifier, "The fact in proportion to which it has a part.").required()
        .referring(to: "facts"),
      Field("source", .identifier, "Where this was derived from.").required()
        .referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let workingGroups = TableSchema(
    "working-groups", "delivery/working_groups.csv",
    purpose: "Groups that find and deliver savings, and how far each has come.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name in plain English.").required(),
      Field("workstream", .identifier, "The workstream that it belongs to.").required()
        .referring(to: "workstreams"),
      Field("stage", .text, "How far it had come when the source was published.").required()
        .oneOf([
          "proposed", "starting-shortly", "working", "quantified", "planned", "in-delivery",
          "delivered",
        ]),
      Field("focus", .text, "What it works on, separated by semicolons."),
      Field("opportunity", .identifier, "The fact that is its target; empty when not published.")
        .referring(to: "facts"),
      Field("pool", .identifier, "The money that it works on.").referring(to: "cost-pools"),
      Field("source", .identifier, "Where it is named.").required().referring(to: "sources"),
      Field("locator", .text, "The place in the source."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let schemes = TableSchema(
    "savings-schemes", "delivery/savings_schemes.csv",
    purpose: "Schemes that were published; those of a running programme are on its record.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("label", .text, "The scheme in plain English.").required(),
      Field("organisation", .identifier, "Whose money it saves.").required()
        .referring(to: "organisations"),
      Field("group", .identifier, "The working group that it belongs to.").required()
        .referring(to: "working-groups"),
      Field("pool", .identifier, "The money that it is saved from.").required()
        .referring(to: "cost-pools"),
      Field("driver", .text, "What makes the saving, such as price or volume.").required(),
      Field("recurrent", .text, "Whether it is saved again each year.").required()
        .oneOf(["yes", "no"]),
      Field("start", .date, "The first day of the saving.").required(),
      Field("full_year", .identifier, "The fact that is the saving in a full year.").required()
        .referring(to: "facts"),
      Field("investment", .identifier, "The fact that it costs each year.")
        .referring(to: "facts"),
      Field("cash_releasing", .text, "Whether money is free to be spent on something else.")
        .required().oneOf(["yes", "no"]),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "The place in the source."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let benefits = TableSchema(
    "benefits", "delivery/benefits.csv",
    purpose: "What is to come of the work, with the fields of a benefits register.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("category", .text, "Who or what gains.").required()
        .oneOf(["patients", "staff", "organisations", "public"]),
      Field("class", .text, "What kind of benefit it is.").required()
        .oneOf(["cash-releasing", "non-cash-releasing", "quantifiable", "qualitative"]),
      Field("description", .text, "The benefit in plain English.").required(),
      Field("initiative", .text, "The enabling project that it comes from."),
      Field("feature", .text, "The feature of the service that brings it."),
      Field("costs", .text, "What it may cost."),
      Field("activities", .text, "What has to be done for it."),
      Field("owner", .text, "The office responsible; empty when not published."),
      Field("organisation", .identifier, "The organisation that gains.")
        .referring(to: "organisations"),
      Field("group", .identifier, "The working group that it belongs to.")
        .referring(to: "working-groups"),
      Field("measure", .text, "How it is measured; empty when not published."),
      Field("baseline", .text, "The measure at the start."),
      Field("target", .text, "The improvement aimed at."),
      Field("full_year", .identifier, "The fact that is its value in a full year.")
        .referring(to: "facts"),
      Field("timescale", .text, "When it is expected."),
      Field("source", .identifier, "Where it is described.").required().referring(to: "sources"),
      Field("locator", .text, "The place in the source."),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let all = [pools, parts, workingGroups, schemes, benefits]
}
