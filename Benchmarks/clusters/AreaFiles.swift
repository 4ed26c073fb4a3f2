// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation

/// Small areas and their links from files of comma-separated values.
enum AreaFiles {
  /// Units from the columns lsoa11cd, pop2017, easting and northing.
  static func units(_ path: String) throws -> [Clusters.Unit] {
    let rows = try rows(path)
    let columns = ["lsoa11cd", "pop2017", "easting", "northing"].compactMap {
      rows[0].firstIndex(of: $0)
    }
    guard columns.count == 4 else { fatalError("\(path) lacks a column") }
    return rows.dropFirst().map { row in
      guard let people = Int(row[columns[1]]), let east = Double(row[columns[2]]),
        let north = Double(row[columns[3]])
      else { fatalError("\(path) has a row that is no area: \(row[columns[0]])") }
      return Clusters.Unit(
        id: row[columns[0]], name: row[columns[0]], people: people, east: east / 1_000,
        north: north / 1_000)
    }
  }

  static func links(_ path: String, _ units: [Clusters.Unit]) throws -> [Link] {
    let places = Dictionary(
      units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try rows(path).dropFirst().compactMap { row in
      guard let first = places[row[0]], let second = places[row[1]] else { return nil }
      return Link(first, second)
    }
  }

  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map(cells)
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
