// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Productivity

extension ToolTable {
  /// The table as comma-separated values, with the names of the columns for programs.
  ///
  /// Words that a spreadsheet might take for a formula get an apostrophe in front.
  public func csv() -> String {
    let body = rows.map { row in
      CSVRecords.line(
        row.enumerated().map { column, cell in
          guard case .text(let text) = cell else { return plain(cell, column: column) }
          let isRisky = text.first.map { "=+-@\t".contains($0) } ?? false
          return isRisky ? "'" + text : text
        })
    }
    return CSVRecords.line(columns.map(\.id)) + body.joined()
  }
}

extension ToolReport: Encodable {
  private enum Key: String, CodingKey {
    case tool, headline, figures, rule, tables, excluded
  }

  private struct Excluded: Encodable {
    let subject: String
    let reason: String
  }

  /// Writes the report for programs: tables as lists of objects.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(tool, forKey: .tool)
    try container.encode(headline, forKey: .headline)
    try container.encode(
      figures.map { ["label": $0.label, "value": $0.value] }, forKey: .figures)
    try container.encode(rule, forKey: .rule)
    try container.encode(tables, forKey: .tables)
    try container.encode(
      excluded.map { Excluded(subject: $0.subject, reason: $0.reason) }, forKey: .excluded)
  }
}

extension ToolTable: Encodable {
  private enum Key: String, CodingKey { case id, caption, rows }

  /// The name of a column as a key.
  private struct ColumnKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// One row as an object.
  private struct RowObject: Encodable {
    let table: ToolTable
    let cells: [Cell]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: ColumnKey.self)
      for (column, cell) in zip(table.columns.indices, cells) {
        guard let key = ColumnKey(stringValue: table.columns[column].id) else { continue }
        switch cell {
        case .text(let text): try container.encode(text, forKey: key)
        case .number:
          try container.encode(Double(table.plain(cell, column: column)), forKey: key)
        case .none: try container.encodeNil(forKey: key)
        }
      }
    }
  }

  /// Writes the table for programs.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(caption, forKey: .caption)
    try container.encode(rows.map { RowObject(table: self, cells: $0) }, forKey: .rows)
  }
}
