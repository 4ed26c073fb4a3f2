// SPDX-License-Identifier: Apache-2.0

/// The tables of services that have to be placed, and of how a choice is made.
enum OptionsTables {
  static let services = TableSchema(
    "services", "options/services.csv",
    purpose: "Services whose sites have to be chosen.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name.").required(),
      Field("cases", .text, "What is counted, as a plural noun, such as strokes.").required(),
      Field("series", .identifier, "The series of geography/demand.csv used unless told otherwise.")
        .required(),
      Field("travel", .identifier, "The set of journey times used unless told otherwise.")
        .required().referring(to: "travel"),
      Field("thresholds", .numbers, "Minutes worth reporting, separated by semicolons.")
        .required(),
      Field("scores_seen", .date, "The day on which those who score first saw scores."),
      Field("question", .text, "The question that the review has to answer.").required(),
      Field("source", .identifier, "Where the review is described.").referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let parameters = TableSchema(
    "service-parameters", "options/parameters.csv",
    purpose: "The figures that turn patients into beds, staff and outcomes; each is a fact.",
    primaryKey: ["service", "name"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("name", .text, "What the figure is used for.").required()
        .oneOf(ServiceParameterRow.Name.allCases.map(\.rawValue)),
      Field("fact", .identifier, "The fact that is the figure.").required(),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let serviceSites = TableSchema(
    "service-sites", "options/service_sites.csv",
    purpose: "The sites at which a service could be, must be or may not be.",
    primaryKey: ["service", "site"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("site", .identifier, "The site.").required().referring(to: "sites"),
      Field(
        "role", .text,
        "candidate: may be chosen. always: open whatever is chosen, such as a neighbour's unit. "
          + "never: closed whatever is chosen."
      ).required().oneOf(["candidate", "always", "never"]),
      Field("group", .text, "Who runs it: rules can limit how many of one group are open."),
      Field("now", .text, "Whether it provides the service today.").required()
        .oneOf(["yes", "no"]),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let siteServices = TableSchema(
    "site-services", "options/site_services.csv",
    purpose: "What else is at a site, for services that depend on it.",
    primaryKey: ["site", "capability"],
    fields: [
      Field("site", .identifier, "The site.").required().referring(to: "sites"),
      Field("capability", .identifier, "What is there, such as acute-medicine.").required(),
      Field("source", .identifier, "Who says so.").required().referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let standards = TableSchema(
    "service-standards", "options/standards.csv",
    purpose: "What a service has to reach: volumes, journeys, staff.",
    primaryKey: ["service", "id"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("id", .identifier, "Permanent name.").required(),
      Field("label", .text, "The standard in plain English.").required(),
      Field("measure", .text, "What is compared with the limit.").required()
        .oneOf(StandardRow.Measure.allCases.map(\.rawValue)),
      Field("within", .number, "For a share within a time: the minutes.").between(0, 10_000),
      Field("comparison", .text, "On which side of the limit the measure has to be.").required()
        .oneOf(["at-least", "at-most"]),
      Field("limit", .identifier, "The fact that is the limit.").required(),
      Field("scope", .text, "Whether each open site has to reach it, or the whole system.")
        .required().oneOf(["each-site", "system"]),
      Field("source", .identifier, "Who set it.").referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let rules = TableSchema(
    "service-rules", "options/rules.csv",
    purpose: "Hurdle criteria in order: what takes a set of sites off the list, and why.",
    primaryKey: ["service", "id"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("id", .identifier, "Permanent name.").required(),
      Field("order", .integer, "The order in which hurdles are applied.").required()
        .between(1, 1000),
      Field("stage", .text, "Which list it is applied to: the next list is what is left.")
        .required().oneOf(["long-list", "medium-list"]),
      Field("label", .text, "The hurdle in plain English.").required(),
      Field("kind", .text, "How a set of sites is judged.").required()
        .oneOf(RuleRow.Kind.allCases.map(\.rawValue)),
      Field("sites", .identifiers, "The sites concerned, separated by semicolons."),
      Field("low", .integer, "For a number of sites: the fewest.").between(0, 1000),
      Field("high", .integer, "For a number of sites, or of one group: the most.")
        .between(0, 1000),
      Field("capability", .identifier, "For a co-dependency: what every open site has to have."),
      Field("standard", .identifier, "For a standard: its id."),
      Field("basis", .text, "Who says that this was the rule.").required()
        .oneOf(["stated", "inferred", "assumed"]),
      Field("reason", .text, "Why, in plain English.").required(),
      Field("source", .identifier, "Where it is stated.").referring(to: "sources"),
    ])

  static let configurations = TableSchema(
    "configurations", "options/configurations.csv",
    purpose: "Sets of sites that somebody has proposed, chosen or seen happen.",
    primaryKey: ["service", "id"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("id", .identifier, "Permanent name.").required(),
      Field("name", .text, "Name for a reader, such as Option B.").required(),
      Field("sites", .identifiers, "The candidates that are open, separated by semicolons.")
        .required(),
      Field("stage", .text, "How far it got.").required()
        .oneOf(ConfigurationRow.Stage.allCases.map(\.rawValue)),
      Field("source", .identifier, "Who proposed it.").referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let criteria = TableSchema(
    "criteria", "options/criteria.csv",
    purpose: "Evaluation criteria with value functions and swing weights.",
    primaryKey: ["service", "id"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("id", .identifier, "Permanent name.").required(),
      Field("group", .text, "The heading that it stands under, such as access.").required(),
      Field("label", .text, "The criterion in plain English.").required(),
      Field("measure", .text, "scored: from options/scores.csv. Otherwise what is worked out.")
        .required().oneOf(CriterionRow.Measure.allCases.map(\.rawValue)),
      Field("within", .number, "For a share within a time: the minutes.").between(0, 10_000),
      Field("worst", .number, "The measure that is worth nothing.")
        .between(-1e12, 1e12),
      Field("best", .number, "The measure that is worth everything.")
        .between(-1e12, 1e12),
      Field("weight_low", .number, "The least weight that is reasonable.").between(0, 1e9),
      Field("weight", .number, "Swing weight: what going from worst to best is worth.")
        .required().between(0, 1e9),
      Field("weight_high", .number, "The greatest weight that is reasonable.").between(0, 1e9),
      Field("valid_from", .date, "The first day of the criterion; empty is always."),
      Field("valid_to", .date, "Its last day; empty is still."),
      Field("basis", .text, "Whether the weights were published or illustrate.").required()
        .oneOf(["stated", "illustrative"]),
      Field("source", .identifier, "Where it is stated.").referring(to: "sources"),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let scores = TableSchema(
    "scores", "options/scores.csv",
    purpose: "What assessors gave each option on each criterion that is not worked out.",
    primaryKey: ["service", "configuration", "criterion"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("configuration", .identifier, "The option.").required(),
      Field("criterion", .identifier, "The criterion.").required(),
      Field("symbol", .text, "From ++ to --.").required().oneOf(["++", "+", "0", "-", "--"]),
      Field("source", .identifier, "Who scored it.").referring(to: "sources"),
      Field("note", .text, "Why."),
    ])

  static let money = TableSchema(
    "option-money", "options/money.csv",
    purpose: "What each option costs and saves.",
    primaryKey: ["service", "id"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("configuration", .identifier, "The option.").required(),
      Field("id", .identifier, "Permanent name.").required(),
      Field("label", .text, "What the money is for.").required(),
      Field("kind", .text, "What kind of money it is.").required()
        .oneOf(["capital", "transitional", "recurrent", "benefit"]),
      Field("first_year", .integer, "Years from today to the first; 0 is now.").required()
        .between(0, 100),
      Field("years", .integer, "How many years it runs.").required().between(1, 100),
      Field("fact", .identifier, "The fact that is one year's amount.").required(),
      Field("note", .text, "Anything a reader should know."),
    ])

  static let all = [
    services, parameters, serviceSites, siteServices, standards, rules, configurations, criteria,
    scores, money,
  ]
}
