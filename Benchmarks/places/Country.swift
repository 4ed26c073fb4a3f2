// SPDX-License-Identifier: Apache-2.0

import Access
import Foundation

/// Areas, sites and demand of England, or of the part whose nearest units are nearest Maidstone.
struct Country {
  let travel: TravelMatrix
  let demand: [Double]

  /// England from the unpacked files of a folder: 32,843 areas and 127 units.
  static func england(_ folder: String) throws -> Country {
    let areas = try rows(folder + "/england_lsoa.csv")
    let sites = try rows(folder + "/england_units.csv")
    let file = URL(fileURLWithPath: folder + "/england_time_u16_tenths.bin")
    let bytes = [UInt8](try Data(contentsOf: file))
    let minutes = (0..<bytes.count / 2).map { pair -> Double in
      let tenths = Int(bytes[2 * pair]) + 256 * Int(bytes[2 * pair + 1])
      return Double(tenths) / 10
    }
    return Country(
      travel: try TravelMatrix(
        areas: areas.map { $0[0] }, sites: sites.map { $0[0] }, minutes: minutes),
      demand: areas.map { Double($0.last ?? "") ?? 0 })
  }

  /// The sites nearest Maidstone, and the areas whose nearest site is one of them.
  func nearMaidstone(sites count: Int, _ folder: String) throws -> Country {
    let units = try Country.rows(folder + "/england_units.csv")
    let distance = units.map { unit -> Double in
      // The last three cells are latitude, longitude and the source of the times.
      let north = ((Double(unit[unit.count - 3]) ?? 0) - 51.27) * 111.2
      let east = ((Double(unit[unit.count - 2]) ?? 0) - 0.52) * 69.6
      return (north * north + east * east).squareRoot()
    }
    let nearest = Array(units.indices.sorted { distance[$0] < distance[$1] }.prefix(count))
    let chosen = Set(nearest)
    let served = travel.areas.indices.filter { area in
      let first = travel.sites.indices.min { travel[area, $0] < travel[area, $1] }
      return first.map(chosen.contains) ?? false
    }
    return Country(
      travel: try travel.selecting(areas: served, sites: nearest),
      demand: served.map { demand[$0] })
  }

  /// The cells of every line but the first; no cell that is used has a comma of its own.
  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }
}
