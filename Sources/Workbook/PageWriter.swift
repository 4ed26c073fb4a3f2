// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter

/// One worksheet being written; rows and columns count from 0.
struct PageWriter {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let book: BookWriter

  init(sheet: UnsafeMutablePointer<lxw_worksheet>, book: BookWriter) {
    self.sheet = sheet
    self.book = book
  }

  /// Writes words, always as words.
  func write(_ text: String, row: Int, column: Int, style: TextStyle) throws(WorkbookError) {
    try book.check(
      worksheet_write_string(
        sheet, lxw_row_t(row), lxw_col_t(column), text.forCell, book.format(style)))
  }

  /// Writes a number with an Excel format code.
  func write(_ value: Double, row: Int, column: Int, format: String?) throws(WorkbookError) {
    try book.check(
      worksheet_write_number(
        sheet, lxw_row_t(row), lxw_col_t(column), value,
        book.format(number: format ?? "General")))
  }

  /// Writes a link to cell A1 of another sheet.
  func link(to tab: String, words: String, row: Int, column: Int) throws(WorkbookError) {
    let quoted = tab.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    try book.check(
      worksheet_write_url_opt(
        sheet, lxw_row_t(row), lxw_col_t(column), "internal:'\(quoted)'!A1", book.format(.link),
        words, nil))
  }

  func setWidth(of column: Int, to width: Double) {
    _ = worksheet_set_column(
      sheet, lxw_col_t(column), lxw_col_t(column), min(max(width, 1), 255), nil)
  }

  /// Marks the cells from row `top` as a table whose first row is `headings`, and repeats that row
  /// on each printed page.
  func addTable(
    _ name: String, headings: [String], top: Int, rows: Int
  ) throws(WorkbookError) {
    let columns = headings.map(makeColumn)
    defer { columns.forEach(free) }
    var list: [UnsafeMutablePointer<lxw_table_column>?] = columns + [nil]
    let result = name.withMutableCString { name in
      list.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = name
        options.no_autofilter = UInt8(LXW_TRUE.rawValue)
        options.no_banded_rows = UInt8(LXW_TRUE.rawValue)
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 0
        options.columns = list.baseAddress
        return worksheet_add_table(
          sheet, lxw_row_t(top), 0, lxw_row_t(top + rows), lxw_col_t(headings.count - 1),
          &options)
      }
    }
    try book.check(result)
    try book.check(worksheet_repeat_rows(sheet, lxw_row_t(top), lxw_row_t(top)))
  }

  private func makeColumn(_ heading: String) -> UnsafeMutablePointer<lxw_table_column> {
    let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: heading.utf8.count + 1)
    _ = text.initialize(from: heading.utf8CString)
    let column = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: 1)
    column.initialize(to: lxw_table_column())
    column.pointee.header = text.baseAddress
    column.pointee.header_format = book.format(.heading)
    return column
  }

  /// Frees a column; libxlsxwriter has copied what it needs.
  private func free(_ column: UnsafeMutablePointer<lxw_table_column>) {
    column.pointee.header.deallocate()
    column.deallocate()
  }
}
