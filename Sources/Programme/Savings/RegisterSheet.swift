// SPDX-License-Identifier: Apache-2.0

import Engagement
import PlanPackage

extension RegisterImportColumn {
  init(_ name: String, _ meaning: String, isRequired: Bool = false) {
    self.init(name: name, meaning: meaning, isRequired: isRequired)
  }

  /// The heading without what does not matter in it: upper or lower case, spaces and "£k".
  static func key(_ heading: String) -> String {
    heading.lowercased().replacing("£k", with: " ").replacing("£", with: " ")
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

/// A pasted table: comma-separated text, or cells copied from a spreadsheet, which are separated by
/// tabs.
struct RegisterSheet {
  /// The most rows that are read.
  static let limit = 2_000

  struct Line {
    let number: Int
    fileprivate let cells: [String: String]

    /// The cell under a heading, without the space around it; empty when there is none.
    subscript(heading: String) -> String { cells[RegisterImportColumn.key(heading)] ?? "" }
  }

  private(set) var lines: [Line] = []
  private(set) var problems: [RegisterImportReport.Problem] = []
  private var present: Set<String> = []

  init(_ text: String, _ columns: [RegisterImportColumn]) {
    let records = RegisterSheet.records(text)
    problems = records.problems
    guard let header = records.rows.first else {
      problems.append(
        RegisterImportReport.Problem(
          row: 1, column: nil, found: "nothing", expected: "a row of headings and then the rows"))
      return
    }
    let keys = header.cells.map(RegisterImportColumn.key)
    check(keys, header.cells, columns)
    present = Set(keys)
    for row in records.rows.dropFirst().prefix(RegisterSheet.limit) { take(row, keys) }
    if records.rows.count - 1 > RegisterSheet.limit {
      problems.append(
        RegisterImportReport.Problem(
          row: RegisterSheet.limit + 2, column: nil, found: "\(records.rows.count - 1) rows",
          expected: "\(RegisterSheet.limit) rows at most"))
    }
  }

  func has(_ heading: String) -> Bool { present.contains(RegisterImportColumn.key(heading)) }

  private mutating func take(_ row: (row: Int, cells: [String]), _ keys: [String]) {
    if row.cells.count > keys.count,
      row.cells.dropFirst(keys.count).contains(where: { $0.contains { !$0.isWhitespace } })
    {
      problems.append(
        RegisterImportReport.Problem(
          row: row.row, column: nil, found: "\(row.cells.count) cells",
          expected: "\(keys.count) cells, as many as there are headings"))
    }
    let pairs = zip(keys, row.cells).map { ($0, RegisterSheet.trimmed($1)) }
    guard pairs.contains(where: { !$0.1.isEmpty }) else { return }
    lines.append(
      Line(number: row.row, cells: Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
  }

  private mutating func check(
    _ keys: [String], _ headings: [String], _ columns: [RegisterImportColumn]
  ) {
    let known = Set(columns.map { RegisterImportColumn.key($0.name) })
    var seen: Set<String> = []
    for (key, heading) in zip(keys, headings) where !key.isEmpty {
      if !known.contains(key) {
        let nearest = columns.map(\.name).joined(separator: ", ")
        problems.append(
          RegisterImportReport.Problem(
            row: 1, column: heading, found: heading, expected: "one of these headings: \(nearest)")
        )
      }
      if !seen.insert(key).inserted {
        problems.append(
          RegisterImportReport.Problem(
            row: 1, column: heading, found: "\(heading) twice", expected: "each heading once"))
      }
    }
    for column in columns
    where column.isRequired && !seen.contains(RegisterImportColumn.key(column.name)) {
      problems.append(
        RegisterImportReport.Problem(
          row: 1, column: column.name, found: "nothing", expected: "a column \(column.name)"))
    }
  }

  private static func records(
    _ text: String
  ) -> (rows: [(row: Int, cells: [String])], problems: [RegisterImportReport.Problem]) {
    let first = text.prefix { !$0.isNewline }
    if first.contains("\t") {
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      let rows = lines.enumerated().map { place, line in
        (
          row: place + 1,
          cells: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        )
      }
      return (rows.filter { $0.cells.contains { $0.contains { !$0.isWhitespace } } }, [])
    }
    let read = CSVRecords(bytes: Array(text.utf8), file: "the table")
    return (
      read.records,
      read.violations.map {
        RegisterImportReport.Problem(
          row: $0.row ?? 1, column: nil, found: $0.found, expected: "\($0.expected). \($0.advice)")
      }
    )
  }

  private static func trimmed(_ text: String) -> String {
    let end = text.lastIndex { !$0.isWhitespace }
    guard let end, let start = text.firstIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[start...end])
  }
}

/// Reads the cells of one row, and notes what is wrong with them.
struct RegisterLineReading {
  let line: RegisterSheet.Line
  private(set) var problems: [RegisterImportReport.Problem] = []

  init(_ line: RegisterSheet.Line) { self.line = line }

  mutating func note(_ column: String, _ expected: String, found: String? = nil) {
    problems.append(
      RegisterImportReport.Problem(
        row: line.number, column: column, found: Self.quoted(found ?? line[column]),
        expected: expected))
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "“\(text)”"
  }

  mutating func text(_ column: String, upTo length: Int, isRequired: Bool = true) -> String {
    let text = line[column]
    if text.isEmpty && isRequired { note(column, "a text") }
    if text.count > length {
      note(column, "\(length) characters at most", found: "\(text.count) characters")
    }
    return text
  }

  /// Thousands of pounds as pounds; commas between thousands and brackets for less than nothing
  /// are understood.
  mutating func thousands(_ column: String, isRequired: Bool) -> Double? {
    guard let number = number(column, isRequired: isRequired) else { return nil }
    return (number * 100_000).rounded() / 100
  }

  mutating func number(_ column: String, isRequired: Bool) -> Double? {
    let text = line[column]
    if text.isEmpty {
      if isRequired { note(column, "a number") }
      return nil
    }
    var plain = text.replacing(",", with: "").replacing("£", with: "")
      .replacing("\u{2212}", with: "-")
    if plain.hasPrefix("("), plain.hasSuffix(")") { plain = "-" + plain.dropFirst().dropLast() }
    if let number = Double(plain), number.magnitude < 1e9 { return number }
    note(column, "a number, such as 1,250 or (80)")
    return nil
  }

  mutating func yesNo(_ column: String, usual: Bool?) -> Bool {
    switch line[column].lowercased() {
    case "yes", "y": return true
    case "no", "n": return false
    case "" where usual != nil: return usual ?? false
    default:
      note(column, "yes or no")
      return false
    }
  }

  mutating func day(_ column: String, isRequired: Bool) -> CivilDay? {
    let text = line[column]
    if let day = CivilDay(text) { return day }
    if isRequired || !text.isEmpty { note(column, "a day, such as 2017-04-01 or 1/4/2017") }
    return nil
  }

  /// One of several things by id or by name.
  mutating func one(
    _ column: String, of things: [(id: String, name: String)], isRequired: Bool = true
  ) -> String {
    let text = line[column]
    if text.isEmpty && !isRequired { return "" }
    let key = SchemeRules.key(text)
    if let found = things.first(where: { $0.id == text || SchemeRules.key($0.name) == key }) {
      return found.id
    }
    let some = things.prefix(12).map(\.id).joined(separator: ", ")
    note(column, "an id or a name that the plan has: \(some)" + (things.count > 12 ? " …" : ""))
    return text
  }
}
