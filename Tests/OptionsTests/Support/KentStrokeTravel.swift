// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit

/// Travel and strokes of Kent and Medway, read from the shared data.
struct KentStrokeTravel {
  /// One small area.
  struct Area {
    let code: String
    let district: String
    let decile: Int
    /// A year's strokes, mean of 2015 to 2017.
    let strokes: Double
    /// A year's strokes, mean of 2013 to 2015.
    let earlierStrokes: Double
    let minutes: [String: Double]
    let kilometres: [String: Double]
  }

  /// The areas in the order of their codes.
  let areas: [Area]

  static let postcodes = [
    "DVH": "DA28DA", "MMH": "ME75NY", "MGH": "ME169QQ", "TWH": "TN24QJ", "WHH": "TN240LZ",
    "QEQM": "CT94AN", "KCH": "CT13NG",
  ]
  static let sevenSites = ["DVH", "MMH", "MGH", "TWH", "WHH", "QEQM", "KCH"]
  static let sixSites = ["DVH", "MMH", "MGH", "TWH", "WHH", "QEQM"]
  static let optionB = ["DVH", "MGH", "WHH"]

  /// The data, read once for all tests.
  static let read = Result { try KentStrokeTravel() }

  /// The minutes to the nearest of some sites, weighted by strokes.
  func travel(to sites: [String]) throws -> WeightedDistribution {
    try WeightedDistribution(
      values: areas.map { nearest(to: $0, of: sites).minutes }, weights: areas.map(\.strokes))
  }

  /// The nearest of some sites; the first of those that tie.
  func nearest(to area: Area, of sites: [String]) -> NearestSite {
    let timed = sites.map { ($0, area.minutes[Self.postcodes[$0] ?? ""] ?? .infinity) }
    let best = timed.min { $0.1 < $1.1 } ?? ("", .infinity)
    return NearestSite(site: best.0, minutes: best.1)
  }

  private init() throws {
    var minutes: [String: [String: Double]] = [:]
    var kilometres: [String: [String: Double]] = [:]
    for row in try SharedData.table("stroke/routino/km_travel.csv") {
      minutes[row["from_postcode"] ?? "", default: [:]][row["to_postcode"] ?? ""] =
        Double(row["time_min"] ?? "")
      kilometres[row["from_postcode"] ?? "", default: [:]][row["to_postcode"] ?? ""] =
        Double(row["distance_km"] ?? "")
    }
    var strokes: [String: Double] = [:]
    for row in try SharedData.table("stroke/national/admissions_2015-2017.csv") {
      strokes[row["area"] ?? ""] = Double(row["Admissions"] ?? "")
    }
    areas = try SharedData.table("stroke/kent/kent_lsoa.csv").map { row in
      let code = row["lsoa_code"] ?? ""
      return Area(
        code: code, district: row["lad"] ?? "", decile: Int(row["imd_decile"] ?? "") ?? 0,
        strokes: strokes[row["lsoa"] ?? ""] ?? 0,
        earlierStrokes: Double(row["adm_2013_15"] ?? "") ?? 0, minutes: minutes[code] ?? [:],
        kilometres: kilometres[code] ?? [:])
    }
  }
}
