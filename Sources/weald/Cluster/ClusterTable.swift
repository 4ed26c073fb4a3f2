// SPDX-License-Identifier: Apache-2.0

import Clusters
import PlanPackage

/// A CSV file by the names of its columns.
struct ClusterTable {
  let file: String
  let header: [String]
  let records: [(row: Int, cells: [String])]

  /// - Throws: `PlanError` when it cannot be read or has no rows.
  init(_ file: String) throws {
    let csv = CSVRecords(bytes: try InputFile.bytes(file), file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard let first = csv.records.first, csv.records.count > 1 else {
      throw PlanError([
        Violation(
          file: file, found: "\(csv.records.count) rows", expected: "a header and at least one row",
          advice: "Give a table with the names of its columns in the first row.")
      ])
    }
    self.file = file
    header = first.cells
    records = Array(csv.records.dropFirst())
  }

  /// A cell; nothing for a column that is not there or a row that is too short.
  func cell(_ record: (row: Int, cells: [String]), _ column: String?) -> String {
    guard let column, let place = header.firstIndex(of: column), place < record.cells.count
    else { return "" }
    return record.cells[place]
  }
}

/// Links from a table whose first two columns have ids of units.
struct ClusterLinks {
  var links: [Link] = []
  private(set) var rows: [Int] = []
  private(set) var violations: [Violation] = []

  /// No links.
  init() {}

  init(_ table: ClusterTable, _ units: [Clusters.Unit], _ unitFile: String) {
    let places = Dictionary(
      units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard table.header.count >= 2 else {
      violations = [
        Violation(
          file: table.file, row: 1, found: "one column", expected: "two columns of ids",
          advice: "Give the ids of two units that touch in each row.")
      ]
      return
    }
    for record in table.records {
      let ends = (0..<2).map { place -> Int? in
        let id = place < record.cells.count ? record.cells[place] : ""
        if let unit = places[id] { return unit }
        violations.append(
          Violation(
            file: table.file, row: record.row, column: table.header[place],
            found: id.isEmpty ? "nothing" : id, expected: "the id of a unit of \(unitFile)",
            advice: "Correct it, take the row out, or add the unit."))
        return nil
      }
      if let first = ends[0], let second = ends[1] {
        links.append(Link(first, second))
        rows.append(record.row)
      }
    }
  }
}
