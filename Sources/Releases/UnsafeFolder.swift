// SPDX-License-Identifier: Apache-2.0

import Disclosure
import Foundation
import PlanPackage

/// Exact figures on their way out, as `weald segment` writes them.
///
/// This is all that a release is made from: cells of tables, never rows of people.
struct UnsafeFolder {
  static let columns = [
    "table", "period", "place", "age-band", "group", "measure", "value", "people", "largest",
    "second",
  ]
  let cells: [UnsafeCell]
  let report: UnsafeReport

  /// - Throws: `PlanError` with everything that is wrong.
  init(_ folder: String) throws {
    let path = folder + "/cells.csv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file", expected: "the cells of tables",
          advice: "Give a folder that weald segment --linked made.")
      ])
    }
    cells = try UnsafeFolder.cells(Array(data), path)
    report = UnsafeReport(folder + "/report.json")
    guard report.reconciles ?? true else {
      throw PlanError([
        Violation(
          file: folder + "/report.json", found: "rows or pence that do not reconcile",
          expected: "every row and penny accounted for", advice: "Make the tables again.")
      ])
    }
  }

  private static func cells(_ bytes: [UInt8], _ file: String) throws -> [UnsafeCell] {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard csv.records.first?.cells == columns else {
      throw PlanError([
        Violation(
          file: file, row: 1, found: csv.records.first?.cells.joined(separator: ",") ?? "nothing",
          expected: columns.joined(separator: ","),
          advice: "Only cells of tables can be released, in this form.")
      ])
    }
    var cells: [UnsafeCell] = []
    var violations: [Violation] = []
    for record in csv.records.dropFirst() {
      switch cell(record.cells) {
      case .success(let cell): cells.append(cell)
      case .failure(let problem):
        violations.append(
          Violation(
            file: file, row: record.row, column: problem.column, found: problem.found,
            expected: problem.expected, advice: "Make the tables again."))
      }
    }
    guard violations.isEmpty else { throw PlanError(Array(violations.prefix(50))) }
    return cells
  }

  private struct CellProblem: Error {
    let column: String?
    let found: String
    let expected: String
  }

  private static func cell(_ cells: [String]) -> Result<UnsafeCell, CellProblem> {
    guard cells.count == columns.count else {
      return .failure(
        CellProblem(column: nil, found: "\(cells.count) cells", expected: "\(columns.count)"))
    }
    guard !cells[..<6].contains("") else {
      return .failure(
        CellProblem(column: nil, found: "an empty name", expected: "a name, or all"))
    }
    let quantity = Quantity(measure: cells[5])
    var numbers: [Int] = []
    for column in 6..<columns.count {
      let unit = column == 7 ? 1 : quantity.unit
      guard let number = ReleasedNumber.units(cells[column], unit) else {
        return .failure(
          CellProblem(
            column: columns[column], found: "“\(cells[column])”",
            expected: unit == 1 ? "a whole number" : "a number with at most two decimals"))
      }
      numbers.append(number)
    }
    return .success(
      UnsafeCell(
        table: cells[0],
        key: CellKey(
          period: cells[1], place: cells[2], age: cells[3], group: cells[4], measure: cells[5]),
        value: numbers[0], people: numbers[1], largest: numbers[2], second: numbers[3]))
  }
}

/// Numbers in files.
enum ReleasedNumber {
  /// A number in units of one or a hundredth; nil for anything else.
  static func units(_ text: String, _ unit: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = digits(first), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return whole * unit }
    guard unit == 100, parts[1].utf8.count <= 2, let rest = digits(parts[1]) else { return nil }
    return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
  }

  private static func digits(_ text: Substring) -> Int? {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}

/// What the maker of the tables said of them.
struct UnsafeReport: Decodable {
  private enum CodingKeys: String, CodingKey {
    case isSynthetic = "synthetic"
    case reconciles, overlapping, linkage, sources
  }

  private(set) var isSynthetic: Bool?
  private(set) var reconciles: Bool?
  private(set) var overlapping: [String]?
  private(set) var linkage: ReleasedRates?
  private(set) var sources: [String]?

  init(_ path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let report = try? JSONDecoder().decode(UnsafeReport.self, from: data)
    else { return }
    self = report
  }
}

/// How many links between records are expected to be wrong or missed.
struct ReleasedRates: Codable, Sendable {
  struct Group: Codable, Sendable {
    let by: String
    let group: String
    let falseMatchRate: Double
    let missedMatchRate: Double
  }

  let precision: Double?
  let recall: Double?
  let groups: [Group]?
}
