// SPDX-License-Identifier: Apache-2.0

/// Why a workbook was not written.
///
/// Rows and columns count from 1, rows without the header row.
public enum WorkbookError: Error, Sendable, Hashable {
  /// No calendar has the creation day, or it lies before 1970.
  case noSuchDay(Workbook.Day)
  /// A sheet without columns has no table to hold.
  case noColumns(sheet: String)
  /// A column without a heading cannot be read out.
  case emptyHeading(sheet: String, column: Int)
  /// Excel refuses tables with two headings alike, and ignores case.
  case repeatedHeading(sheet: String, heading: String)
  /// A row has more or fewer cells than there are columns.
  case unevenRow(sheet: String, row: Int, expected: Int, found: Int)
  /// Not a number, or endless; say ``Cell/blank(reason:)`` instead.
  case notFinite(sheet: String, row: Int, column: Int)
  /// A text is longer than the 32,767 characters that a cell holds.
  case textTooLong(sheet: String)
  /// The table has more rows or columns than a worksheet.
  case tableTooLarge(sheet: String)
  /// The file could not be made, written or put in place.
  case notWritten(path: String, reason: String)
}

extension WorkbookError: CustomStringConvertible {
  /// What went wrong and where, in a sentence.
  public var description: String {
    switch self {
    case .noSuchDay(let day):
      "There is no day \(day.year)-\(day.month)-\(day.day) from 1970 on."
    case .noColumns(let sheet): "Sheet “\(sheet)” has no columns."
    case .emptyHeading(let sheet, let column):
      "Sheet “\(sheet)”, column \(column): the heading is empty."
    case .repeatedHeading(let sheet, let heading):
      "Sheet “\(sheet)”: two columns are called “\(heading)”."
    case .unevenRow(let sheet, let row, let expected, let found):
      "Sheet “\(sheet)”, row \(row): expected \(expected) cells, found \(found)."
    case .notFinite(let sheet, let row, let column):
      "Sheet “\(sheet)”, row \(row), column \(column): the number is not finite."
    case .textTooLong(let sheet): "Sheet “\(sheet)”: a text has more than 32,767 characters."
    case .tableTooLarge(let sheet): "Sheet “\(sheet)”: the table is too large for a worksheet."
    case .notWritten(let path, let reason): "\(path): not written: \(reason)."
    }
  }
}
