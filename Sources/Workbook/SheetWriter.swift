// SPDX-License-Identifier: Apache-2.0

/// Writes one sheet: title in A1, lines of words, then the table.
struct SheetWriter {
  private let sheet: Sheet
  private let tab: String
  private let number: Int
  private let blanks: Blanks
  private let numericColumns: Set<Int>

  init(_ sheet: Sheet, tab: String, number: Int, blanks: Blanks) {
    self.sheet = sheet
    self.tab = tab
    self.number = number
    self.blanks = blanks
    numericColumns = Set(
      sheet.columns.indices.filter { column in
        sheet.rows.contains { row in
          if case .number = row[column] { return true }
          return false
        }
      })
  }

  func write(_ writer: BookWriter) throws(WorkbookError) {
    let page = try writer.addSheet(tab)
    try page.write(sheet.title, row: 0, column: 0, style: .title)
    let lines = lines
    for (index, line) in lines.enumerated() {
      try page.write(line, row: index + 1, column: 0, style: .plain)
    }
    let link = lines.count + 1
    try page.link(to: SheetNames.contents, words: "Go to contents", row: link, column: 0)
    let headings = sheet.columns.map(\.header.onOneLine)
    for (index, column) in sheet.columns.enumerated() {
      page.setWidth(of: index, to: column.width ?? fittingWidth(of: index))
    }
    guard !sheet.rows.isEmpty else { return }
    for (index, row) in sheet.rows.enumerated() {
      try write(row, at: link + 2 + index, on: page)
    }
    try page.addTable(
      SheetNames.tableName(tab, number: number), headings: headings, top: link + 1,
      rows: sheet.rows.count)
  }

  private var lines: [String] {
    guard !sheet.rows.isEmpty else {
      let headings = sheet.columns.map(\.header.onOneLine).joined(separator: ", ")
      return sheet.intro + ["The table of this worksheet has no rows yet. Columns: \(headings)."]
    }
    return ["This worksheet contains one table."] + sheet.intro + blanks.sentences(for: sheet)
  }

  private func write(_ cells: [Cell], at row: Int, on page: PageWriter) throws(WorkbookError) {
    for (column, cell) in cells.enumerated() {
      let format = sheet.columns[column].numberFormat
      switch cell {
      case .text(let text):
        try page.write(text, row: row, column: column, style: .wrapped)
      case .number(let value):
        try page.write(value, row: row, column: column, format: format)
      case .blank(let reason):
        let style: TextStyle = numericColumns.contains(column) ? .right : .wrapped
        try page.write(blanks.shorthand(for: reason), row: row, column: column, style: style)
      }
    }
  }

  /// Wide enough for the longest word of the heading and for the cells, but 60 characters at most;
  /// longer text wraps.
  private func fittingWidth(of column: Int) -> Double {
    let words = sheet.columns[column].header.onOneLine.split(separator: " ").map(\.count)
    let heading = sheet.columns[column].header.count
    let cells = sheet.rows.map {
      length(of: $0[column], format: sheet.columns[column].numberFormat)
    }
    let longest = max(words.max() ?? 0, min(heading, 24), cells.max() ?? 0)
    // Cells are set in 12 point, a fifth larger than the 11 point that widths are counted in.
    return Double(min(max(longest + 2, 10), 60)) * 1.2
  }

  private func length(of cell: Cell, format: String?) -> Int {
    switch cell {
    case .text(let text): text.split { $0.isNewline }.map(\.count).max() ?? 0
    case .number(let value): Self.digits(of: value) + (format?.count ?? 4)
    case .blank(let reason): blanks.shorthand(for: reason).count
    }
  }

  /// Digits before the decimal point, with a comma for each three.
  private static func digits(of value: Double) -> Int {
    var rest = value.magnitude
    var digits = 1
    while rest >= 10, digits < 20 {
      rest /= 10
      digits += 1
    }
    return digits + digits / 3
  }
}
