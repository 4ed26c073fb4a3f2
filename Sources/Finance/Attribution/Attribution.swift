// SPDX-License-Identifier: Apache-2.0

/// Why every amount and gap has changed since the base year.
///
/// All arrays are ordered by year within id.
public struct Attribution: Hashable, Sendable {
  /// The change of each line in each year.
  public let lines: [LineAttribution]
  /// The change of each organisation's gap in each year.
  public let organisations: [GapAttribution]
  /// The change of the system's gap in each year, without transfers.
  public let system: [GapAttribution]

  /// Finds the causes for a line in a year; nil when the model has no such line or year.
  public func line(_ id: LineID, in year: Year) -> LineAttribution? {
    lines.first { $0.line == id && $0.year == year }
  }

  /// Finds the causes for an organisation's gap; nil when there is no such member or year.
  public func organisation(_ id: OrganisationID, in year: Year) -> GapAttribution? {
    organisations.first { $0.scope == .organisation(id) && $0.year == year }
  }

  /// Finds the causes for the system's gap; nil when the year is outside the horizon.
  public func system(in year: Year) -> GapAttribution? {
    system.first { $0.year == year }
  }
}

/// Why one line has changed from the base year to one year.
public struct LineAttribution: Hashable, Sendable {
  /// The line.
  public let line: LineID
  /// The year.
  public let year: Year
  /// The amount in `year` less the amount in the base year.
  public let change: MillionPounds
  /// The change by cause.
  public let contributions: Contributions

  /// What the causes leave of the change: rounding only.
  public var residual: MillionPounds { change - contributions.total }
}

/// Why one gap has changed from the base year to one year.
///
/// Every part is in terms of the gap: a positive part widens it. Growth of cost is positive and
/// growth of funding or income negative.
public struct GapAttribution: Hashable, Sendable {
  /// Whose gap it is.
  public let scope: Scope
  /// The year.
  public let year: Year
  /// The gap in the base year.
  public let baseGap: MillionPounds
  /// The gap in `year`.
  public let gap: MillionPounds
  /// The part from lines that are costs.
  public internal(set) var fromCost = Contributions.zero
  /// The part from lines that are funding.
  public internal(set) var fromFunding = Contributions.zero
  /// The part from lines that are income.
  public internal(set) var fromIncome = Contributions.zero

  /// The three parts together, by cause.
  public var total: Contributions { fromCost + fromFunding + fromIncome }
  /// The gap in `year` less the gap in the base year.
  public var change: MillionPounds { gap - baseGap }
  /// What the causes leave of the change: rounding only.
  public var residual: MillionPounds { change - total.total }
}
