// SPDX-License-Identifier: Apache-2.0

extension Workbook {
  /// Refuses what Excel would not open or a reader could not follow.
  func check() throws(WorkbookError) {
    guard created.secondsSince1970 != nil else { throw .noSuchDay(created) }
    for text in [title, subject, author] + cover + notes where text.isTooLong {
      throw .textTooLong(sheet: title)
    }
    for sheet in sheets { try sheet.check() }
  }
}

extension Sheet {
  /// Rows and columns of a worksheet, less room for the words above the table.
  private static let mostRows = 1_000_000
  private static let mostColumns = 16_384

  fileprivate func check() throws(WorkbookError) {
    guard !columns.isEmpty else { throw .noColumns(sheet: name) }
    guard rows.count <= Self.mostRows, columns.count <= Self.mostColumns else {
      throw .tableTooLarge(sheet: name)
    }
    if ([title] + intro).contains(where: \.isTooLong) { throw .textTooLong(sheet: name) }
    try checkHeadings()
    for (index, row) in rows.enumerated() { try check(row, number: index + 1) }
  }

  private func checkHeadings() throws(WorkbookError) {
    var seen: Set<String> = []
    for (index, column) in columns.enumerated() {
      let heading = column.header.onOneLine
      if heading.isEmpty { throw .emptyHeading(sheet: name, column: index + 1) }
      // Excel allows 255 characters in the name of a table column.
      if heading.utf16.count > 255 { throw .textTooLong(sheet: name) }
      guard seen.insert(heading.lowercased()).inserted else {
        throw .repeatedHeading(sheet: name, heading: heading)
      }
    }
  }

  private func check(_ row: [Cell], number: Int) throws(WorkbookError) {
    guard row.count == columns.count else {
      throw .unevenRow(sheet: name, row: number, expected: columns.count, found: row.count)
    }
    for (index, cell) in row.enumerated() {
      switch cell {
      case .number(let value) where !value.isFinite:
        throw .notFinite(sheet: name, row: number, column: index + 1)
      case .text(let text) where text.isTooLong, .blank(let text) where text.isTooLong:
        throw .textTooLong(sheet: name)
      default: continue
      }
    }
  }
}

extension Workbook.Day {
  /// Seconds from 1970 to midnight UTC; nil when the calendar has no such day.
  var secondsSince1970: Int? {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= daysInMonth
    else { return nil }
    // Days from a civil date, counting years from March so that leap days come last.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    return (days - 719_468) * 86_400
  }

  private var daysInMonth: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
