// SPDX-License-Identifier: Apache-2.0

public import Facts

/// Something that activity needs: beds, theatres, rooms, machines, visits or staff.
public struct ResourceRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let label: String
  /// beds, theatre, room, space, machine, caseload, visits or staff.
  public let kind: String
  /// The organisation whose it is.
  public let provider: String
  /// What is counted, as a plural noun.
  public let unit: String
  /// How many there are; nil when not known or when a fact says so.
  public let available: Double?
  /// The fact that says how many there are.
  public let availableFact: FactID?
  /// Beds: the chance of none free that is accepted.
  public let chanceFull: Double?
  /// Share of the time in use that is planned for.
  public let utilisation: Double?
  /// Hours a week in which one can be used, or one person works.
  public let hoursAWeek: Double?
  /// Weeks a year in which it can be used.
  public let weeksAYear: Double?
  /// Beds: variance of the number occupied over its mean.
  public let variability: Double?
  /// Where the figures come from.
  public let origin: ProjectionOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    label = row["label"]
    kind = row["kind"]
    provider = row["provider"]
    unit = row["unit"]
    available = Double(row["available"])
    availableFact = FactID(row["available_fact"])
    chanceFull = Double(row["chance_full"])
    utilisation = Double(row["utilisation"])
    hoursAWeek = Double(row["hours_a_week"])
    weeksAYear = Double(row["weeks_a_year"])
    variability = Double(row["variability"])
    origin = ProjectionOrigin(row)
    self.row = row.number
  }
}

/// How much of a resource a unit of activity or a bed day takes.
public struct ResourceUseRow: Sendable {
  /// The resource.
  public let resource: String
  /// The service that uses it.
  public let service: String
  /// Whether it is counted by bed days; otherwise by activity.
  public let isPerBedDay: Bool
  /// Minutes of it for each.
  public let minutes: Double?
  /// Units of it for each.
  public let amount: Double?
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    resource = row["resource"]
    service = row["service"]
    isPerBedDay = row["per"] == "bed-days"
    minutes = Double(row["minutes"])
    amount = Double(row["amount"])
    note = row["note"]
    self.row = row.number
  }
}

/// What part of a line of money follows what.
public struct CostDriverRow: Sendable {
  /// The line of money.
  public let line: String
  /// The service that it follows, or empty.
  public let service: String
  /// The resource that it follows, or empty.
  public let resource: String
  /// variable, semi-fixed or fixed.
  public let behaviour: String
  /// Share of the line.
  public let share: Double
  /// Semi-fixed: how many units close or open at a time.
  public let step: Double?
  /// Months until cost follows.
  public let delayMonths: Double
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let share = Double(row["share"]) else { return nil }
    self.share = share
    line = row["line"]
    service = row["service"]
    resource = row["resource"]
    behaviour = row["behaviour"]
    step = Double(row["step"])
    delayMonths = Double(row["delay_months"]) ?? 0
    note = row["note"]
    self.row = row.number
  }
}

/// What the saving of a scheme is used for.
public struct UseOfSavingRow: Sendable {
  /// Permanent name.
  public let id: String
  /// The scheme whose saving it is.
  public let scheme: String
  /// Whether it closes the gap; otherwise it pays for something.
  public let closesGap: Bool
  /// What it is used for, in plain English.
  public let label: String
  /// The fact that is the amount a year.
  public let amount: FactID
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let amount = FactID(row["amount"]) else { return nil }
    self.amount = amount
    id = row["id"]
    scheme = row["scheme"]
    closesGap = row["use"] == "gap"
    label = row["label"]
    note = row["note"]
    self.row = row.number
  }
}
