// SPDX-License-Identifier: Apache-2.0

/// The tables that say how many staff and rooms local care needs.
enum CareRoleTables {
  static let roles = TableSchema(
    "care-roles", "local-care/roles.csv",
    purpose: "Kinds of staff in the teams of local care, each with what its number follows.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader, plural.").required(),
      Field("team", .identifier, "The team that they are in.").required()
        .referring(to: "care-teams"),
      Field("method", .text, "How their number follows from need.").required()
        .oneOf(["case-load", "visits", "rapid-response", "calls"]),
      Field(
        "driver", .text,
        "The fact that counts the people concerned; {locality} is the locality."
      ).required(),
      Field("fallback", .text, "The fact that is used where that one is not there."),
      Field(
        "fallback_share", .identifier, "The fact that is the share of the fallback that is meant."),
      Field("supply", .identifier, "The fact that says how many are short or there."),
      Field("cost", .identifier, "The fact that is the cost of one for a year, in pounds."),
      CareModelTables.basis, CareModelTables.source, CareModelTables.note,
    ])

  static let parameters = TableSchema(
    "role-parameters", "local-care/role_parameters.csv",
    purpose: "The figures from which the number of each kind of staff is worked out.",
    primaryKey: ["role", "name"],
    fields: [
      Field("role", .identifier, "The kind of staff.").required().referring(to: "care-roles"),
      Field("name", .text, "What the figure is.").required()
        .oneOf(CareParameterRow.Name.allCases.map(\.rawValue)),
      Field("fact", .identifier, "The fact or assumption that it is.").required(),
    ])

  static let rooms = TableSchema(
    "care-rooms", "local-care/rooms.csv",
    purpose: "Kinds of rooms that contacts take, and how well they are used.",
    fields: [
      Field("id", .identifier, "Permanent name.").unique(),
      Field("name", .text, "Name for a reader, plural.").required(),
      Field("tier", .identifier, "The tier that they belong to.").required()
        .referring(to: "care-tiers"),
      Field("hours", .identifier, "The fact that says for how many hours a week one can be used.")
        .required(),
      Field("weeks", .identifier, "The fact that says in how many weeks of a year.").required(),
      Field("use", .identifier, "The fact that says what share of that time it is in use.")
        .required(),
      CareModelTables.basis, CareModelTables.source, CareModelTables.note,
    ])

  static let all = [roles, parameters, rooms]
}
