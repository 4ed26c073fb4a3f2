// SPDX-License-Identifier: Apache-2.0

/// The figures of a picture as a table with one header row.
public struct DataTable: Sendable, Hashable {
  /// One column: its heading and whether its cells are numbers.
  public struct Column: Sendable, Hashable {
    /// What the cells below are, with the unit: "£ million".
    public var heading: String

    /// True when cells are numbers, which a page sets flush right.
    public var isNumeric: Bool

    /// Makes a column.
    public init(_ heading: String, isNumeric: Bool = false) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// What the table shows; the same sentence as the picture's title.
  public var caption: String

  /// The columns, the first of which names the row.
  public var columns: [Column]

  /// The cells as people read them, one array a row, as many as there are columns.
  public var rows: [[String]]

  /// Makes a table.
  public init(caption: String, columns: [Column], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// Adds a last column unless every cell of it would be empty.
  mutating func appendColumn(_ heading: String, cells: [String]) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    columns.append(Column(heading))
    for (row, cell) in cells.enumerated() { rows[row].append(cell) }
  }
}
