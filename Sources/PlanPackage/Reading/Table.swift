// SPDX-License-Identifier: Apache-2.0

/// A table that has been read: its header, its rows, and the schema they were checked against.
public struct Table: Sendable {
  /// What the table was checked against.
  public let schema: TableSchema
  /// The columns in the order of the file.
  public let header: [String]
  /// The rows under the header.
  public internal(set) var rows: [Row]
  private let columns: [String: Int]

  init(schema: TableSchema, header: [String], records: [(row: Int, cells: [String])]) {
    self.schema = schema
    self.header = header
    let columns = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.columns = columns
    rows = records.map { Row(number: $0.row, cells: $0.cells, columns: columns) }
  }

  /// Whether the file has a column.
  func has(_ column: String) -> Bool { columns[column] != nil }
}

/// One row of a table.
public struct Row: Sendable {
  /// The row as a spreadsheet numbers it: the header is row 1.
  public let number: Int
  private var cells: [String]
  private let columns: [String: Int]

  init(number: Int, cells: [String], columns: [String: Int]) {
    self.number = number
    self.cells = cells
    self.columns = columns
  }

  /// The text of a cell; empty when the column or the cell is missing.
  public subscript(column: String) -> String {
    guard let index = columns[column], index < cells.count else { return "" }
    return cells[index]
  }

  /// The number of cells in the file's row.
  var width: Int { cells.count }

  mutating func set(_ column: String, to text: String) {
    guard let index = columns[column] else { return }
    while cells.count <= index { cells.append("") }
    cells[index] = text
  }
}
