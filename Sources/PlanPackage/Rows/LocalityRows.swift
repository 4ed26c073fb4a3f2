// SPDX-License-Identifier: Apache-2.0

/// Places within the partnership, what is next to what, and what towns there are.
public struct LocalityRows: Sendable {
  /// Places that adapt the core model of local care.
  public let localities: [LocalityRow]
  /// The areas that local care is planned from.
  public let neighbourhoods: [NeighbourhoodRow]
  /// Neighbourhoods that touch.
  public let links: [NeighbourhoodLinkRow]

  init(_ rows: (String) -> [Row]) {
    localities = rows("localities").map(LocalityRow.init)
    neighbourhoods = rows("neighbourhoods").compactMap(NeighbourhoodRow.init)
    links = rows("neighbourhood-links").map(NeighbourhoodLinkRow.init)
  }
}

/// A place that adapts the core model of local care to its own people.
public struct LocalityRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// The body that plans for it; may be empty.
  public let organisation: String
  /// The fact that says how many people are registered; may be empty.
  public let registered: String
  /// Where the row comes from.
  public let source: String
  /// What a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    organisation = row["organisation"]
    registered = row["registered"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// An area that local care is planned from.
public struct NeighbourhoodRow: Sendable {
  /// The code of the area.
  public let area: String
  /// The locality that most of its residents are in.
  public let locality: String
  /// The town that it is part of; empty for none.
  public let town: String
  /// Residents.
  public let residents: Double
  /// Residents expected at the horizon, when known.
  public let atHorizon: Double?
  /// Average score of deprivation, when known; greater is more deprived.
  public let deprivation: Double?
  /// Where the row comes from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let residents = Double(row["residents"]) else { return nil }
    self.residents = residents
    area = row["area"]
    locality = row["locality"]
    town = row["town"]
    atHorizon = Double(row["at_horizon"])
    deprivation = Double(row["deprivation"])
    source = row["source"]
    self.row = row.number
  }
}

/// Two neighbourhoods that touch.
public struct NeighbourhoodLinkRow: Sendable {
  /// The code of one area.
  public let first: String
  /// The code of the other.
  public let second: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    first = row["first"]
    second = row["second"]
    self.row = row.number
  }
}
