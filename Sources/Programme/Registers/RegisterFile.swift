// SPDX-License-Identifier: Apache-2.0

import Engagement
import PlanPackage

/// A CSV file on its way into a register: first everything that is wrong, then what it changes.
struct RegisterFile {
  /// Files are refused above this, as they are no register by then.
  static let rowLimit = 5_000

  private let definition: RegisterDefinition
  private let plan: RegisterPlan
  private let record: RegisterRecord
  private(set) var report = RegisterImportReport()
  private var additions: [(key: String, values: [String: String])] = []
  private var changes: [(key: String, field: String, value: String)] = []
  private var moves: [(key: String, status: String)] = []

  init(_ definition: RegisterDefinition, _ plan: RegisterPlan, _ record: RegisterRecord) {
    self.definition = definition
    self.plan = plan
    self.record = record
  }

  /// A record as a line of CSV.
  static func line(_ cells: [String]) -> String { CSVRecords.line(cells) }

  /// What is to be appended, in the order of the file.
  func events(reason: String, on day: CivilDay) -> [RegisterEvent] {
    additions.map { .added(entry: $0.key, values: $0.values) }
      + changes.map { .changed(entry: $0.key, field: $0.field, to: $0.value, reason: reason) }
      + moves.map { .moved(entry: $0.key, to: $0.status, on: day, reason: reason) }
  }

  mutating func read(_ bytes: [UInt8], _ file: String) {
    let csv = CSVRecords(bytes: bytes, file: file)
    report.problems = csv.violations.map {
      .init(row: $0.row, column: $0.column, found: $0.found, expected: $0.expected)
    }
    guard report.isClean else { return }
    guard let header = csv.records.first, csv.records.count > 1 else {
      problem(nil, nil, "\(csv.records.count) rows", "a header and at least one row")
      return
    }
    guard csv.records.count <= Self.rowLimit + 1 else {
      problem(nil, nil, "\(csv.records.count - 1) rows", "\(Self.rowLimit) rows at most")
      return
    }
    let fields = readHeader(header.cells, header.row)
    guard fields.contains(where: { $0?.part == .key }) else { return }
    var seen: [String: Int] = [:]
    for (row, cells) in csv.records.dropFirst() { readRow(cells, row, fields, &seen) }
    if !report.isClean { (report.added, report.changed, report.unchanged) = ([], [], 0) }
  }

  private mutating func problem(_ row: Int?, _ column: String?, _ found: String, _ expected: String)
  {
    report.problems.append(.init(row: row, column: column, found: found, expected: expected))
  }

  /// The field of each column; ids and labels are both known.
  private mutating func readHeader(_ cells: [String], _ row: Int) -> [RegisterField?] {
    var fields: [RegisterField?] = []
    for cell in cells {
      let name = cell.trimmed.lowercased()
      let field = definition.fields.first {
        $0.id.lowercased() == name || $0.label.lowercased() == name
      }
      if field == nil {
        problem(
          row, cell.trimmed.isEmpty ? nil : cell,
          cell.trimmed.isEmpty ? "a column without a name" : "“\(cell)”",
          "one of: " + definition.fields.map(\.id).joined(separator: ", "))
      } else if fields.contains(where: { $0?.id == field?.id }) {
        problem(row, cell, "“\(cell)” a second time", "each column once")
      }
      fields.append(field)
    }
    for field in definition.fields where field.isRequired {
      if !fields.contains(where: { $0?.id == field.id }) {
        problem(row, field.id, "no column “\(field.id)”", "one, as every entry must have it")
      }
    }
    return fields
  }

  private mutating func readRow(
    _ cells: [String], _ row: Int, _ fields: [RegisterField?], _ seen: inout [String: Int]
  ) {
    if cells.count > fields.count {
      problem(row, nil, "\(cells.count) cells", "\(fields.count), as in the header")
    }
    var values: [String: String] = [:]
    var isWhole = true
    for (place, field) in fields.enumerated() {
      guard let field else { continue }
      let cell = place < cells.count ? cells[place] : ""
      do {
        values[field.id] = try RegisterValue.read(cell, field, plan)
      } catch {
        problem(row, field.id, error.found, error.expected)
        isWhole = false
      }
    }
    guard let key = definition.field(as: .key).flatMap({ values[$0.id] }) else { return }
    if let first = seen[key] {
      problem(
        row, definition.field(as: .key)?.id, "“\(key)”, as in row \(first)", "each entry once")
      return
    }
    seen[key] = row
    guard isWhole else { return }
    if let entry = record.entry(key) {
      compare(entry, values, row)
    } else {
      additions.append((key, values.filter { !$0.value.isEmpty }))
      report.added.append(.init(key: key))
    }
  }

  /// What a row changes in an entry that is there.
  private mutating func compare(_ entry: RegisterEntry, _ values: [String: String], _ row: Int) {
    var words: [String] = []
    for field in definition.fields where field.part != .key {
      guard let value = values[field.id], value != entry.text(field) else { continue }
      let before = RegisterWords.text(entry.text(field), field, plan)
      let after = RegisterWords.text(value, field, plan)
      if entry.isClosed {
        problem(row, field.id, "another value of a closed entry", "“\(before)”, as it is recorded")
        continue
      }
      if field.part == .status {
        let next = field.next(after: entry.text(field))
        guard next.contains(value) else {
          problem(
            row, field.id, "“\(value)” after “\(entry.text(field))”",
            next.isEmpty ? "“\(entry.text(field))”, which is final" : next.joined(separator: ", "))
          continue
        }
        moves.append((entry.key, value))
      } else {
        changes.append((entry.key, field.id, value))
      }
      words.append(
        "\(field.label): \(before.isEmpty ? "nothing" : before) becomes \(after.isEmpty ? "nothing" : after)"
      )
    }
    if words.isEmpty {
      report.unchanged += 1
    } else {
      report.changed.append(.init(key: entry.key, changes: words))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
