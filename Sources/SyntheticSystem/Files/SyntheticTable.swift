// SPDX-License-Identifier: Apache-2.0

/// The totals of a made-up system as tables of a plan.
public enum SyntheticTable: String, Sendable, CaseIterable, Hashable {
  case services
  case activity
  case seasons

  /// The table's place in the folder, as in that of a plan.
  public var path: String { "demand/\(rawValue).csv" }

  /// What the table holds.
  public var meaning: String {
    switch self {
    case .services: "Services of each provider (made up)"
    case .activity: "Activity and nights of each service by five years of age (made up)"
    case .seasons: "How activity spreads over the months of a year (made up)"
    }
  }

  /// The columns, in order.
  public var columns: [SyntheticColumn] {
    switch self {
    case .services: Self.service
    case .activity: Self.totals
    case .seasons:
      [
        SyntheticColumn("profile", "string", "Name of the profile."),
        SyntheticColumn("month", "integer", "1 for January to 12 for December."),
        SyntheticColumn("share", "number", "Share of the year's activity; the twelve make 1."),
      ]
    }
  }

  private static let service = [
    SyntheticColumn("id", "string", "Permanent name."),
    SyntheticColumn("label", "string", "Name in plain English."),
    SyntheticColumn("provider", "string", "Who provides it."),
    SyntheticColumn("setting", "string", "Where it is given."),
    SyntheticColumn("kind", "string", "What kind of care it is."),
    SyntheticColumn("unit", "string", "What is counted, as a plural noun."),
    SyntheticColumn("grows_with", "string", "What its need follows."),
    SyntheticColumn("growth_group", "string", "Services that grow alike."),
    SyntheticColumn("season", "string", "The profile of months in demand/seasons.csv."),
    SyntheticColumn("starts", "string", "Empty: every service has activity."),
    SyntheticColumn("basis", "string", "synthetic: made up by a program."),
    SyntheticColumn("source", "string", "Where the row comes from."),
    SyntheticColumn("note", "string", "Anything a reader should know."),
  ]
  private static let totals = [
    SyntheticColumn("service", "string", "The service."),
    SyntheticColumn("sex", "string", "persons: both sexes together."),
    SyntheticColumn("age_from", "integer", "The youngest age of the band."),
    SyntheticColumn("age_to", "integer", "The oldest age of the band; empty is no limit."),
    SyntheticColumn("activity", "integer", "Units of the service in the year."),
    SyntheticColumn("bed_days", "integer", "Nights in a bed; empty is none."),
  ]
}
