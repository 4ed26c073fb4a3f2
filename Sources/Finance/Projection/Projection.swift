// SPDX-License-Identifier: Apache-2.0

/// The do-nothing amounts of every line, organisation and year, and the gaps they leave.
///
/// All arrays are ordered by year within id. A gap is cost less funding and income: positive for a
/// shortfall, negative for a surplus.
public struct Projection: Hashable, Sendable {
  /// The base year and every year projected.
  public let years: ClosedRange<Year>
  /// The amount of each line in each year.
  public let lines: [LineYear]
  /// The totals of each organisation in each year.
  public let organisations: [OrganisationYear]
  /// The totals of the system in each year.
  public let system: [SystemYear]
  /// The two ends of every payment between members, in each year.
  public let transfers: [TransferCheck]

  /// Finds the amount of a line in a year; nil when the model has no such line or year.
  public func amount(of line: LineID, in year: Year) -> MillionPounds? {
    lines.first { $0.line == line && $0.year == year }?.amount
  }

  /// Finds the totals of an organisation in a year; nil when there is no such member or year.
  public func organisation(_ id: OrganisationID, in year: Year) -> OrganisationYear? {
    organisations.first { $0.organisation == id && $0.year == year }
  }

  /// Finds the totals of the system in a year; nil when the year is outside the horizon.
  public func system(in year: Year) -> SystemYear? {
    system.first { $0.year == year }
  }
}

/// The amount of one line in one year.
public struct LineYear: Hashable, Sendable {
  /// The line.
  public let line: LineID
  /// The year.
  public let year: Year
  /// The amount in the prices of `year`, zero or more; ``Line/flow`` says which way it goes.
  public let amount: MillionPounds
}

/// The totals of one organisation in one year.
public struct OrganisationYear: Hashable, Sendable {
  /// The organisation.
  public let organisation: OrganisationID
  /// The year.
  public let year: Year
  /// Money from allocations and grants.
  public internal(set) var funding: MillionPounds = 0
  /// Money earned outside the system.
  public internal(set) var externalIncome: MillionPounds = 0
  /// Money earned from other members.
  public internal(set) var memberIncome: MillionPounds = 0
  /// Money spent outside the system.
  public internal(set) var externalCost: MillionPounds = 0
  /// Money spent with other members.
  public internal(set) var memberCost: MillionPounds = 0

  /// Money earned, from members and outside.
  public var income: MillionPounds { externalIncome + memberIncome }
  /// Money spent, with members and outside.
  public var cost: MillionPounds { externalCost + memberCost }
  /// Cost less funding and income: positive for a shortfall.
  public var gap: MillionPounds { cost - (funding + income) }
}

/// The totals of the system in one year, with payments between members netted out once.
public struct SystemYear: Hashable, Sendable {
  /// The year.
  public let year: Year
  /// Money from allocations and grants.
  public let funding: MillionPounds
  /// Money earned outside the system.
  public let externalIncome: MillionPounds
  /// Money spent outside the system.
  public let externalCost: MillionPounds
  /// The sum of the members' own gaps.
  public let sumOfOrganisationGaps: MillionPounds

  /// Cost outside the system less funding and income from outside: positive for a shortfall.
  public var gap: MillionPounds { externalCost - (funding + externalIncome) }
  /// The members' gaps less the system's: zero, to rounding, when every transfer cancels, and
  /// otherwise the sum of the mismatches.
  public var transferDifference: MillionPounds { sumOfOrganisationGaps - gap }
}
