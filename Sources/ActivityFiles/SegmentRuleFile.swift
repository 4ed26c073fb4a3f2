// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkedActivity
import PlanPackage
import Segments

/// Rules for segments from a file, with the columns id, ages, conditions and at_least.
enum SegmentRuleFile {
  private static let columns = ["id", "ages", "conditions", "at_least"]

  static func read(
    _ path: String, _ ages: AgeBands, _ conditions: ConditionRules
  ) throws -> Segmentation {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw problem(path, found: "no such file", expected: "rules for segments")
    }
    let csv = CSVRecords(bytes: Array(data), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard csv.records.first?.cells == columns else {
      throw problem(
        path, row: 1, found: csv.records.first?.cells.joined(separator: ",") ?? "nothing",
        expected: columns.joined(separator: ","))
    }
    var rules: [SegmentRule] = []
    for record in csv.records.dropFirst() { rules.append(try rule(record, path)) }
    var names: [String] = []
    for name in rules.flatMap(\.conditions) where !names.contains(name) { names.append(name) }
    do {
      let checked = try SegmentRules(ages: ages.names, conditions: names, rules: rules)
      guard let segmentation = Segmentation(checked, conditions) else {
        throw problem(
          path, found: "a condition that has no rule",
          expected: (conditions.groups + conditions.rules.map(\.id)).joined(separator: ", "))
      }
      return segmentation
    } catch let error as SegmentError {
      throw problem(path, found: "\(error)", expected: "rules that take everybody once")
    }
  }

  private static func rule(
    _ record: (row: Int, cells: [String]), _ path: String
  ) throws -> SegmentRule {
    guard record.cells.count == 4,
      let atLeast = Int(record.cells[3].isEmpty ? "0" : record.cells[3])
    else {
      throw problem(
        path, row: record.row, found: record.cells.joined(separator: ","),
        expected: "four cells, the last a whole number")
    }
    func list(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }
    return SegmentRule(
      id: record.cells[0], ages: list(record.cells[1]), conditions: list(record.cells[2]),
      atLeast: atLeast)
  }

  private static func problem(
    _ path: String, row: Int? = nil, found: String, expected: String
  ) -> PlanError {
    PlanError([
      Violation(
        file: path, row: row, found: found, expected: expected,
        advice: "The bands of age are those of --ages, and unknown.")
    ])
  }
}
