// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A small area where people live.
public struct AreaRow: Sendable {
  /// The code, as the statistical office prints it.
  public let id: String
  /// The name.
  public let name: String
  /// The district, or another place that people know, that it is in.
  public let district: String
  /// Whether its residents belong to the partnership.
  public let isInside: Bool
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
  /// Residents, when known.
  public let population: Double?
  /// Residents aged 65 and over, when known.
  public let aged65AndOver: Double?
  /// Residents aged 75 and over, when known.
  public let aged75AndOver: Double?
  /// 1 for the most deprived tenth of areas to 10 for the least, when known.
  public let deprivationDecile: Int?
  /// Where the row comes from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let latitude = Double(row["latitude"]), let longitude = Double(row["longitude"]) else {
      return nil
    }
    self.latitude = latitude
    self.longitude = longitude
    id = row["id"]
    name = row["name"]
    district = row["district"]
    isInside = row["inside"] == "yes"
    population = Double(row["population"])
    aged65AndOver = Double(row["aged_65_plus"])
    aged75AndOver = Double(row["aged_75_plus"])
    deprivationDecile = Int(row["deprivation_decile"])
    source = row["source"]
    self.row = row.number
  }
}

/// A set of journey times.
public struct TravelRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name for a reader.
  public let name: String
  /// car, ambulance, public-transport or walking.
  public let mode: String
  /// measured, part-estimated or modelled.
  public let basis: String
  /// The file with the minutes; empty to estimate from coordinates.
  public let matrix: String
  /// The file with the longest minutes within each area; may be empty.
  public let longest: String
  /// The fact by which all minutes are multiplied.
  public let factor: FactID?
  /// To estimate: the fact that is the speed in km an hour.
  public let speed: FactID?
  /// To estimate: the fact that is road over straight line.
  public let detour: FactID?
  /// Where the times come from.
  public let source: String
  /// What a reader should know about them.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    mode = row["mode"]
    basis = row["basis"]
    matrix = row["matrix"]
    longest = row["longest"]
    factor = FactID(row["factor"])
    speed = FactID(row["speed"])
    detour = FactID(row["detour"])
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// People of an area who need a service in a year.
public struct DemandRow: Sendable {
  /// The service.
  public let service: String
  /// The years counted.
  public let series: String
  /// The area.
  public let area: String
  /// Cases a year.
  public let cases: Double
  /// Where the count comes from.
  public let source: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let cases = Double(row["cases"]) else { return nil }
    self.cases = cases
    service = row["service"]
    series = row["series"]
    area = row["area"]
    source = row["source"]
    self.row = row.number
  }
}
