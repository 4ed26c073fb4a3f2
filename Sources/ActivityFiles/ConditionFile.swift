// SPDX-License-Identifier: Apache-2.0

import LinkedActivity
import PlanPackage

/// Rules for conditions from a file.
enum ConditionFile {
  private static let columns = [
    "condition", "name", "group", "codes", "minimum-contacts", "within-years",
  ]

  static func rules(_ bytes: [UInt8], file: String) throws -> ConditionRules {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard let header = csv.records.first?.cells, columns.allSatisfy(header.contains) else {
      throw PlanError([
        Violation(
          file: file, row: 1, found: csv.records.first?.cells.joined(separator: ",") ?? "nothing",
          expected: columns.joined(separator: ","), advice: "Name the columns like this.")
      ])
    }
    var rules: [ConditionRule] = []
    for record in csv.records.dropFirst() { rules.append(try rule(record, header, file)) }
    guard let all = ConditionRules(rules) else {
      throw PlanError([
        Violation(
          file: file, found: "\(rules.count) conditions",
          expected: "at most \(ConditionRules.most)", advice: "Join some of them.")
      ])
    }
    return all
  }

  private static func rule(
    _ record: (row: Int, cells: [String]), _ header: [String], _ file: String
  ) throws -> ConditionRule {
    func cell(_ column: String) -> String {
      guard let index = header.firstIndex(of: column), index < record.cells.count else { return "" }
      return record.cells[index]
    }
    func number(_ column: String) throws -> Int? {
      let text = cell(column)
      if text.isEmpty { return nil }
      guard let number = Int(text), (1...1000).contains(number) else {
        throw PlanError([
          Violation(
            file: file, row: record.row, column: column, found: "“\(text)”",
            expected: "a whole number from 1", advice: "Or leave it empty.")
        ])
      }
      return number
    }
    return ConditionRule(
      id: cell("condition"), group: cell("group"),
      codes: cell("codes").split(separator: ";").map(String.init),
      minimumContacts: try number("minimum-contacts") ?? 1, withinYears: try number("within-years"))
  }
}
