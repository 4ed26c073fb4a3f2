// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A kind of staff in the teams of local care, with what its number follows.
public struct CareRoleRow: Sendable {
  /// How a number of staff follows from need.
  public enum Method: String, Sendable, CaseIterable {
    /// People looked after, over those whom one can look after.
    case caseLoad = "case-load"
    /// Contacts and their minutes, over the minutes that one works.
    case visits
    /// Enough by day and by night that a visit can begin in time.
    case rapidResponse = "rapid-response"
    /// Enough that a call is answered in time, at all hours.
    case calls
  }

  /// Permanent name.
  public let id: String
  /// Name for a reader, plural.
  public let name: String
  /// The team that they are in.
  public let team: String
  /// How their number follows from need.
  public let method: Method
  /// The pattern of the fact that counts the people concerned.
  public let driver: String
  /// The pattern of the fact that is used where that one is not there; may be empty.
  public let fallback: String
  /// The fact that is the share of the fallback that is meant.
  public let fallbackShare: FactID?
  /// The fact that says how many are short or there.
  public let supply: FactID?
  /// The fact that is the cost of one for a year, in pounds.
  public let cost: FactID?
  /// Whether the role is published; otherwise a choice of this plan.
  public let isPublished: Bool
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let method = Method(rawValue: row["method"]) else { return nil }
    self.method = method
    id = row["id"]
    name = row["name"]
    team = row["team"]
    driver = row["driver"]
    fallback = row["fallback"]
    fallbackShare = FactID(row["fallback_share"])
    supply = FactID(row["supply"])
    cost = FactID(row["cost"])
    isPublished = row["basis"] == "published"
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// A figure from which the number of a kind of staff is worked out.
public struct CareParameterRow: Sendable {
  /// What the figure is.
  public enum Name: String, Sendable, CaseIterable {
    /// People whom one whole-time member of staff looks after.
    case caseLoad = "case-load"
    /// Contacts, visits or calls for a thousand people a year.
    case contacts = "contacts-a-thousand"
    /// Minutes with the person, or of the call.
    case minutes
    /// Minutes of travel for each visit.
    case travel
    /// Hours a week that one works.
    case hours
    /// Share of paid time away: leave, sickness, study, in percent.
    case away
    /// Share of visits or calls that come by day, 8 to 20, in percent.
    case byDay = "by-day"
    /// Staff who go on a visit together.
    case together
    /// The time within which a visit begins, in minutes, or a call is answered, in seconds.
    case within
    /// The share of visits or calls for which that has to hold, in percent.
    case target
    /// The share of contacts that take a room, in percent.
    case inRooms = "in-rooms"
  }

  /// The kind of staff.
  public let role: String
  /// What the figure is.
  public let name: Name
  /// The fact or assumption that it is.
  public let fact: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let name = Name(rawValue: row["name"]), let fact = FactID(row["fact"]) else { return nil }
    self.name = name
    self.fact = fact
    role = row["role"]
    self.row = row.number
  }
}

/// A kind of room that contacts take.
public struct CareRoomRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader, plural.
  public let name: String
  /// The tier that they belong to.
  public let tier: String
  /// The fact that says for how many hours a week one can be used.
  public let hours: FactID
  /// The fact that says in how many weeks of a year.
  public let weeks: FactID
  /// The fact that says what share of that time it is in use, in percent.
  public let use: FactID
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let hours = FactID(row["hours"]), let weeks = FactID(row["weeks"]),
      let use = FactID(row["use"])
    else { return nil }
    self.hours = hours
    self.weeks = weeks
    self.use = use
    id = row["id"]
    name = row["name"]
    tier = row["tier"]
    self.row = row.number
  }
}
