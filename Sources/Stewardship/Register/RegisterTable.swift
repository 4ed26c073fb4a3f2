// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// One table of the register: its rows by column name, and what is wrong with it.
struct RegisterTable {
  let file: String
  private let header: [String]
  private let records: [(row: Int, cells: [String])]
  private(set) var violations: [Violation]

  /// Reads a table that needs certain columns; further columns are left alone.
  init(bytes: [UInt8], file: String, columns: [String]) {
    let csv = CSVRecords(bytes: bytes, file: file)
    self.file = file
    header = csv.records.first?.cells ?? []
    records = Array(csv.records.dropFirst())
    violations = csv.violations
    for column in columns where !header.contains(column) {
      violations.append(
        Violation(
          file: file, row: 1, column: column, found: "no such column",
          expected: columns.joined(separator: ", "),
          advice: "Add the column; its cells may be empty where nothing is known."))
    }
    for record in records where record.cells.count != header.count {
      violations.append(
        Violation(
          file: file, row: record.row, found: "\(record.cells.count) cells",
          expected: "\(header.count), one for each column",
          advice: "A cell with a comma in it needs quotation marks."))
    }
  }

  /// The rows, each with its number.
  var rows: [RegisterRow] {
    records.map { record in
      var cells: [String: String] = [:]
      for (name, cell) in zip(header, record.cells) { cells[name] = RegisterRow.trimmed(cell) }
      return RegisterRow(file: file, number: record.row, cells: cells)
    }
  }
}

/// One row of a table of the register.
struct RegisterRow {
  let file: String
  let number: Int
  let cells: [String: String]

  subscript(column: String) -> String { cells[column] ?? "" }

  /// The names of a cell that holds several with semicolons between.
  func names(_ column: String) -> [String] {
    self[column].split(separator: ";").map { RegisterRow.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  func violation(
    _ column: String, expected: String, advice: String
  ) -> Violation {
    Violation(
      file: file, row: number, column: column,
      found: self[column].isEmpty ? "nothing" : "“\(self[column])”", expected: expected,
      advice: advice)
  }

  static func trimmed(_ text: String) -> String {
    var view = Substring(text)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
