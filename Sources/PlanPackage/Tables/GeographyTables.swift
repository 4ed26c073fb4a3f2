// SPDX-License-Identifier: Apache-2.0

/// The tables of places, journeys and need.
enum GeographyTables {
  static let areas = TableSchema(
    "areas", "geography/areas.csv",
    purpose: "Small areas where people live: those of the partnership and those of its neighbours.",
    fields: [
      Field("id", .text, "Code of the area, as the statistical office prints it.").unique(),
      Field("name", .text, "Name.").required(),
      Field("district", .text, "The district, or another place that people know, that it is in.")
        .required(),
      Field("inside", .text, "Whether its residents belong to the partnership.").required()
        .oneOf(["yes", "no"]),
      Field("latitude", .number, "Degrees north of a central point.").required().between(-90, 90),
      Field("longitude", .number, "Degrees east of it.").required().between(-180, 180),
      Field("population", .number, "Residents.").between(0, 1e10),
      Field("aged_65_plus", .number, "Residents aged 65 and over.").between(0, 1e10),
      Field("aged_75_plus", .number, "Residents aged 75 and over.").between(0, 1e10),
      Field("deprivation_decile", .integer, "1 for the most deprived tenth, 10 for the least.")
        .between(1, 10),
      Field("source", .identifier, "Where the row comes from.").required()
        .referring(to: "sources"),
    ])

  static let travel = TableSchema(
    "travel", "geography/travel.csv",
    purpose: "Sets of journey times from areas to sites: which file, by what means, how good.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader, such as car without congestion.").required(),
      Field("mode", .text, "How people travel.").required()
        .oneOf(["car", "ambulance", "public-transport", "walking"]),
      Field("basis", .text, "Whether routes were worked out, partly estimated, or guessed.")
        .required().oneOf(["measured", "part-estimated", "modelled"]),
      Field(
        "matrix", .text,
        "The file with the minutes, in geography/travel/; empty to estimate from coordinates."),
      Field("longest", .text, "A file with the longest minutes from anywhere within each area."),
      Field("factor", .identifier, "The fact by which all minutes are multiplied; empty is 1."),
      Field("speed", .identifier, "To estimate: the fact that is the speed in km an hour."),
      Field("detour", .identifier, "To estimate: the fact that is road over straight line."),
      Field("source", .identifier, "Where the times come from.").required()
        .referring(to: "sources"),
      Field("note", .text, "What a reader should know about them."),
    ])

  static let demand = TableSchema(
    "demand", "geography/demand.csv",
    purpose: "People who need a service in a year, by area and by series of years.",
    primaryKey: ["service", "series", "area"],
    fields: [
      Field("service", .identifier, "The service.").required().referring(to: "services"),
      Field("series", .identifier, "The years counted, such as 2015-17.").required(),
      Field("area", .text, "The area.").required().referring(to: "areas"),
      Field("cases", .number, "Cases a year.").required().between(0, 1e9),
      Field("source", .identifier, "Where the count comes from.").required()
        .referring(to: "sources"),
    ])

  static let all = [areas, travel, demand]
}
