// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation
import PlanPackage

/// Reads units from the rows of a table, and everything that is wrong with them.
struct ClusterUnits {
  private(set) var units: [Clusters.Unit] = []
  private(set) var rows: [Int] = []
  private(set) var published: [String]?
  private(set) var violations: [Violation] = []

  private let table: ClusterTable
  private let columns: ClusterColumns
  private let compare: String?

  init(_ table: ClusterTable, _ columns: ClusterColumns, compare: String?) {
    self.table = table
    self.columns = columns
    self.compare = compare
  }

  mutating func read() {
    let missing =
      columns.missing(in: table.header)
      + [compare].compactMap { $0 }.filter { !table.header.contains($0) }
    for column in missing { lacks(column, "Correct the name, or add the column.") }
    for role in [ClusterColumns.Role.id, .people] where name(role) == nil {
      lacks(role.names.joined(separator: " or "), "Name it with --columns \(role.rawValue)=…")
    }
    let place = ClusterPlace(columns, table.header)
    if place == nil {
      lacks(
        "easting and northing, or east and north, or latitude and longitude",
        "Name them with --columns easting=…,northing=…")
    }
    guard violations.isEmpty, let place else { return }
    for record in table.records { add(record, place) }
    units = place.projected(units)
    published = compare.map { column in table.records.map { table.cell($0, column) } }
  }

  private mutating func lacks(_ column: String, _ advice: String) {
    violations.append(
      Violation(
        file: table.file, row: 1, found: "no column \(column)", expected: "such a column",
        advice: advice))
  }

  private func name(_ role: ClusterColumns.Role) -> String? {
    columns.column(role, in: table.header)
  }

  private mutating func add(_ record: (row: Int, cells: [String]), _ place: ClusterPlace) {
    let id = table.cell(record, name(.id))
    if id.isEmpty { wrong(record.row, name(.id), "", "an id", "Give each unit an id.") }
    let first = number(record, place.first, isRequired: true)
    let second = number(record, place.second, isRequired: true)
    let later = number(record, name(.atHorizon), isRequired: false)
    rows.append(record.row)
    units.append(
      Clusters.Unit(
        id: id, name: text(record, .name) ?? id, people: people(record),
        peopleAtHorizon: later.map { Int($0.rounded()) }, east: (first ?? 0) * place.scale,
        north: (second ?? 0) * place.scale,
        deprivation: number(record, name(.deprivation), isRequired: false),
        town: text(record, .town), commissioner: text(record, .commissioner),
        existingGroup: text(record, .existing)))
  }

  private func text(
    _ record: (row: Int, cells: [String]), _ role: ClusterColumns.Role
  ) -> String? {
    let cell = table.cell(record, name(role))
    return cell.isEmpty ? nil : cell
  }

  private mutating func people(_ record: (row: Int, cells: [String])) -> Int {
    let cell = table.cell(record, name(.people))
    guard let people = Int(cell), (0...1_000_000_000).contains(people) else {
      wrong(
        record.row, name(.people), cell, "a whole number of people, 0 or more",
        "Give the registered or resident people without commas.")
      return 0
    }
    return people
  }

  private mutating func number(
    _ record: (row: Int, cells: [String]), _ column: String?, isRequired: Bool
  ) -> Double? {
    let cell = table.cell(record, column)
    if cell.isEmpty && !isRequired { return nil }
    guard let number = Double(cell), abs(number) < 1e12 else {
      wrong(record.row, column, cell, "a number", "Correct the cell.")
      return nil
    }
    return number
  }

  private mutating func wrong(
    _ row: Int, _ column: String?, _ found: String, _ expected: String, _ advice: String
  ) {
    violations.append(
      Violation(
        file: table.file, row: row, column: column, found: found.isEmpty ? "nothing" : found,
        expected: expected, advice: advice))
  }
}

/// Which two columns say where a unit is, and in what.
struct ClusterPlace {
  let first: String
  let second: String
  /// Kilometres for each unit of the columns.
  let scale: Double
  private let isOnGlobe: Bool

  init?(_ columns: ClusterColumns, _ header: [String]) {
    let kinds: [(ClusterColumns.Role, ClusterColumns.Role, Double, Bool)] = [
      (.easting, .northing, 0.001, false), (.east, .north, 1, false),
      (.longitude, .latitude, 1, true),
    ]
    for (first, second, scale, isOnGlobe) in kinds {
      guard let first = columns.column(first, in: header),
        let second = columns.column(second, in: header), header.contains(first),
        header.contains(second)
      else { continue }
      self.first = first
      self.second = second
      self.scale = scale
      self.isOnGlobe = isOnGlobe
      return
    }
    return nil
  }

  /// Degrees as kilometres about the middle of the units, on a sphere with a radius of 6,371.0088 km
  /// (equirectangular projection: within a system of care its error is below a thousandth).
  func projected(_ units: [Clusters.Unit]) -> [Clusters.Unit] {
    guard isOnGlobe, !units.isEmpty else { return units }
    let degree = 6_371.0088 * Double.pi / 180
    let middle = units.reduce(0) { $0 + $1.north } / Double(units.count)
    return units.map { unit in
      var unit = unit
      unit.east *= degree * cos(middle * .pi / 180)
      unit.north *= degree
      return unit
    }
  }
}
