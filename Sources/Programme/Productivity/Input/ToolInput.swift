// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// A table for a productivity tool, with everything that is wrong with it.
struct ToolInput: Sendable {
  /// A table may have so many rows.
  static let mostRows = 20_000
  /// Beyond so many, more of the same teaches nothing.
  static let mostViolations = 50

  /// The columns that are there.
  private(set) var header: [String] = []
  private(set) var rows: [ToolRow] = []
  private(set) var violations: [Violation] = []
  private let file: String

  init(_ bytes: [UInt8], file: String, for tool: ProductivityTool) {
    self.file = file
    let csv = CSVRecords(bytes: ToolInput.commaSeparated(bytes), file: file)
    violations = csv.violations
    guard let first = csv.records.first else {
      if violations.isEmpty {
        report(nil, nil, "an empty table", "a header and at least one row", "Add the rows.")
      }
      return
    }
    header = first.cells.map(Self.trimmed)
    checkHeader(first.row, tool)
    guard violations.isEmpty else { return }
    let records = csv.records.dropFirst()
    if records.isEmpty {
      report(2, nil, "no row under the header", "at least one row", "Add the rows.")
    }
    if records.count > Self.mostRows {
      report(
        nil, nil, "\(records.count) rows", "\(Self.mostRows) at most",
        "Cut the table into several.")
      return
    }
    for record in records where violations.count < Self.mostViolations {
      read(record.row, record.cells, tool)
    }
  }

  /// Whether the table has a column.
  func has(_ column: String) -> Bool { header.contains(column) }

  /// A row that a tool finds wrong, on top of what was checked here.
  mutating func report(
    _ row: Int?, _ column: String?, _ found: String, _ expected: String, _ advice: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }

  private mutating func checkHeader(_ row: Int, _ tool: ProductivityTool) {
    var seen: Set<String> = []
    for (place, name) in header.enumerated() {
      let isOpen = tool.openPrefix.map { name.hasPrefix($0) && name.count > $0.count } ?? false
      if name.isEmpty {
        report(row, "\(place + 1)", "a column without a name", "a name", "Name it or remove it.")
      } else if !seen.insert(name).inserted {
        report(row, name, "the column “\(name)” twice", "it once", "Take one of them away.")
      } else if !isOpen, !tool.columns.contains(where: { $0.name == name }) {
        report(
          row, name, "the column “\(name)”", "one of " + tool.columnNames,
          "Rename it, or take it away.")
      }
    }
    for column in tool.columns where column.isRequired && !seen.contains(column.name) {
      report(
        row, column.name, "no column “\(column.name)”", "it to hold \(column.meaning)",
        "Add the column.")
    }
  }

  private mutating func read(_ number: Int, _ cells: [String], _ tool: ProductivityTool) {
    if cells.count > header.count {
      return report(
        number, nil, "\(cells.count) cells", "\(header.count), as in the header",
        "Put quotation marks around a cell that has commas in it.")
    }
    var texts: [String: String] = [:]
    for (place, name) in header.enumerated() {
      let text = place < cells.count ? Self.trimmed(cells[place]) : ""
      texts[name] = text
      let column =
        tool.columns.first { $0.name == name }
        ?? ToolColumn(name, "a number to choose peers by", .number, isRequired: false)
      check(text, column, number)
    }
    rows.append(ToolRow(number: number, texts: texts))
  }

  private mutating func check(_ text: String, _ column: ToolColumn, _ row: Int) {
    if text.isEmpty {
      guard column.isRequired, column.kind != .yesNo else { return }
      return report(row, column.name, "an empty cell", column.meaning, "Fill it in.")
    }
    guard let expected = column.kind.fault(text) else { return }
    report(row, column.name, "“\(text.prefix(40))”", expected.0, expected.1)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  /// A table as it comes from a spreadsheet by copying has tabs; they become commas.
  private static func commaSeparated(_ bytes: [UInt8]) -> [UInt8] {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard firstLine.contains(UInt8(ascii: "\t")), !firstLine.contains(UInt8(ascii: ",")) else {
      return bytes
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.flatMap { line in
      Array(
        CSVRecords.line(
          line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        ).utf8)
    }
  }
}

extension ToolColumn.Kind {
  /// What was expected of a cell and what to do, or nil when the cell is right.
  fileprivate func fault(_ text: String) -> (String, String)? {
    switch self {
    case .text: return nil
    case .number:
      return ToolNumbers.read(text) == nil
        ? ("a number, such as 1234.5", "Write digits, with a full stop before decimals.") : nil
    case .whole:
      let value = ToolNumbers.read(text)
      return value.map { $0 == $0.rounded() && $0.magnitude < 1e9 } == true
        ? nil : ("a whole number", "Write digits only.")
    case .day:
      return ToolRow(number: 0, texts: ["": text]).day("") == nil
        ? ("a day, such as 2016-04-01", "Write it as year, month and day.") : nil
    case .yesNo:
      return ToolRow.isYes(text) == nil ? ("yes or no", "Write yes or no.") : nil
    case .choice(let words):
      return words.contains(text)
        ? nil : ("one of " + words.joined(separator: ", "), "Use one of these words.")
    }
  }
}
