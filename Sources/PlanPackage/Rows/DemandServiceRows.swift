// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A service of a provider whose activity is projected.
public struct DemandServiceRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let label: String
  /// The organisation that provides it.
  public let provider: String
  /// acute, community, primary, mental-health, social-care or ambulance.
  public let setting: String
  /// What kind of care it is, such as emergency or visit.
  public let kind: String
  /// What is counted, as a plural noun.
  public let unit: String
  /// What its need follows: population, births or none.
  public let growsWith: String
  /// Services that grow alike.
  public let growthGroup: String
  /// The profile of its months.
  public let season: String
  /// The first day of a service that is new.
  public let starts: Day?
  /// Where its activity comes from.
  public let origin: ProjectionOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    label = row["label"]
    provider = row["provider"]
    setting = row["setting"]
    kind = row["kind"]
    unit = row["unit"]
    growsWith = row["grows_with"]
    growthGroup = row["growth_group"]
    season = row["season"]
    starts = Day(iso: row["starts"])
    origin = ProjectionOrigin(row)
    self.row = row.number
  }
}

/// Activity of a service in the base year, for one sex and band of ages.
public struct DemandActivityRow: Sendable {
  /// The service.
  public let service: String
  /// persons, female or male.
  public let sex: String
  /// The youngest age.
  public let ageFrom: Int
  /// The oldest age; nil when there is no limit.
  public let ageTo: Int?
  /// Units of the service.
  public let activity: Double
  /// Nights in hospital.
  public let bedDays: Double
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let activity = Double(row["activity"]) else { return nil }
    self.activity = activity
    service = row["service"]
    sex = row["sex"]
    ageFrom = Int(row["age_from"]) ?? 0
    ageTo = Int(row["age_to"])
    bedDays = Double(row["bed_days"]) ?? 0
    self.row = row.number
  }
}

/// Shares of a year's activity by month.
public struct SeasonRow: Sendable {
  /// Name of the profile.
  public let profile: String
  /// 1 for January to 12 for December.
  public let month: Int
  /// Share of the year's activity.
  public let share: Double
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let month = Int(row["month"]), let share = Double(row["share"]) else { return nil }
    self.month = month
    self.share = share
    profile = row["profile"]
    self.row = row.number
  }
}
