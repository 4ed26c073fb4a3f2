// SPDX-License-Identifier: Apache-2.0
import Foundation
import Options

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

  /// The folder of stroke data; nil when it is not on this machine.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["WEALD_SHARED"].map { URL(filePath: $0) }
    var candidates = [named].compactMap { $0 }
    var folder = URL(filePath: #filePath)
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      candidates.append(folder.appending(path: "shared"))
    }
    return candidates.map { $0.appending(path: "data/stroke") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static var isAvailable: Bool { folder != nil }

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
    guard let folder = Self.folder else { throw CocoaError(.fileNoSuchFile) }
    var minutes: [String: [String: Double]] = [:]
    var kilometres: [String: [String: Double]] = [:]
    for row in try Self.rows(folder, "routino/km_travel.csv") {
      minutes[row["from_postcode"] ?? "", default: [:]][row["to_postcode"] ?? ""] =
        Double(row["time_min"] ?? "")
      kilometres[row["from_postcode"] ?? "", default: [:]][row["to_postcode"] ?? ""] =
        Double(row["distance_km"] ?? "")
    }
    var strokes: [String: Double] = [:]
    for row in try Self.rows(folder, "national/admissions_2015-2017.csv") {
      strokes[row["area"] ?? ""] = Double(row["Admissions"] ?? "")
    }
    areas = try Self.rows(folder, "kent/kent_lsoa.csv").map { row in
      let code = row["lsoa_code"] ?? ""
      return Area(
        code: code, district: row["lad"] ?? "", decile: Int(row["imd_decile"] ?? "") ?? 0,
        strokes: strokes[row["lsoa"] ?? ""] ?? 0,
        earlierStrokes: Double(row["adm_2013_15"] ?? "") ?? 0, minutes: minutes[code] ?? [:],
        kilometres: kilometres[code] ?? [:])
    }
  }

  private static func rows(_ folder: URL, _ path: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(
        zip(header.map(String.init), fields.map(String.init)), uniquingKeysWith: { $1 })
    }
  }
}
