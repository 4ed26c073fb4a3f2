// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation
import PlanPackage

/// Units and links as they were given, and where each stood.
struct ClusterInput {
  /// What is grouped.
  let units: [Clusters.Unit]
  /// What joins them.
  let links: [Link]
  /// What the reader should know of the input.
  let remarks: [String]
  /// A published grouping to compare with: its name for each unit.
  let published: [String]?

  private let unitFile: String
  private let linkFile: String?
  private let unitRows: [Int]
  private let linkRows: [Int]

  /// Reads files.
  ///
  /// - Throws: `PlanError` with everything that is wrong in them.
  init(
    unitFile: String, linkFile: String?, columns: ClusterColumns, longest: Double, compare: String?
  ) throws {
    let table = try ClusterTable(unitFile)
    var reading = ClusterUnits(table, columns, compare: compare)
    reading.read()
    var violations = reading.violations
    var remarks: [String] = []
    var joined = ClusterLinks()
    if let linkFile {
      joined = try ClusterLinks(ClusterTable(linkFile), reading.units, unitFile)
      violations += joined.violations
    } else if violations.isEmpty {
      joined.links = NeighbourLinks.links(reading.units, longest: longest)
      remarks.append(
        "No links were given: two units are joined when no third lies in the circle between them "
          + "and they are at most \(Int(longest.rounded())) km apart.")
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    units = reading.units
    published = reading.published
    links = joined.links
    unitRows = reading.rows
    linkRows = joined.rows
    self.remarks = remarks
    self.unitFile = unitFile
    self.linkFile = linkFile
  }

  /// A fault of the engine where it stands in the files.
  func violation(_ fault: ClusterFault) -> Violation {
    func at(_ unit: Int, _ column: String, _ found: String, _ expected: String) -> Violation {
      Violation(
        file: unitFile, row: unitRows.indices.contains(unit) ? unitRows[unit] : nil, column: column,
        found: found, expected: expected, advice: "Correct the row.")
    }
    switch fault {
    case .duplicate(let id, let first, let second):
      return Violation(
        file: unitFile, row: unitRows[second], column: "id",
        found: "\(id), as in row \(unitRows[first])",
        expected: "an id of its own", advice: "Take one of the rows out, or rename it.")
    case .negativePeople(let unit, _, let people):
      return at(unit, "people", "\(people)", "a whole number of 0 or more")
    case .linkToItself(let link, let unit):
      return Violation(
        file: linkFile ?? "links", row: linkRows.indices.contains(link) ? linkRows[link] : nil,
        found: "\(units[unit].id) joined to itself", expected: "two units",
        advice: "Take the row out.")
    case .floorAboveCeiling(let floor, let ceiling):
      return Violation(
        file: "--floor and --ceiling", found: "a floor of \(floor) above a ceiling of \(ceiling)",
        expected: "a floor of at most the ceiling",
        advice: "Exchange them, or lower the floor to \(ceiling) or less.")
    default:
      return Violation(
        file: unitFile, found: fault.description, expected: "a problem that can be solved",
        advice: "Change the file or the options.")
    }
  }
}
