// SPDX-License-Identifier: Apache-2.0

import Synchronization

extension Workbook {
  /// libxlsxwriter calls `gmtime` and `rand`, which share memory between threads, so workbooks are
  /// written one at a time.
  private static let turn = Mutex(())

  /// Writes the workbook, replacing any file at `path` in one step.
  ///
  /// - Throws: ``WorkbookError`` for contents that Excel would refuse and for files that cannot be
  ///   written; the old file is then untouched.
  public func write(toPath path: String) throws(WorkbookError) {
    try check()
    let file = try ReplacedFile(path)
    do {
      try Self.turn.withLock { _ throws(WorkbookError) in try writeFile(file.temporaryPath) }
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  private func writeFile(_ path: String) throws(WorkbookError) {
    let writer = try BookWriter(path: path)
    do {
      try fill(writer)
    } catch {
      writer.abandon()
      throw error
    }
    try writer.close()
  }

  private func fill(_ writer: BookWriter) throws(WorkbookError) {
    try writer.setProperties(
      title: title.forCell, subject: subject.forCell, author: author.forCell,
      created: created.secondsSince1970 ?? 0)
    let blanks = Blanks(sheets)
    var names = SheetNames()
    let tabs = sheets.map { names.unique($0.name) }
    try writeCover(writer)
    try writeContents(tabs, writer)
    try writeNotes(blanks, writer)
    for (index, sheet) in sheets.enumerated() {
      try SheetWriter(sheet, tab: tabs[index], number: index + 1, blanks: blanks).write(writer)
    }
  }
}

// MARK: - The first three sheets

extension Workbook {
  private func writeCover(_ writer: BookWriter) throws(WorkbookError) {
    let page = try writer.addSheet(SheetNames.cover)
    page.setWidth(of: 0, to: 90)
    try page.write(title, row: 0, column: 0, style: .title)
    for (index, line) in cover.enumerated() {
      try page.write(line, row: index + 1, column: 0, style: .wrapped)
    }
    try page.link(
      to: SheetNames.contents, words: "Go to contents", row: cover.count + 1, column: 0)
  }

  private func writeContents(_ tabs: [String], _ writer: BookWriter) throws(WorkbookError) {
    let page = try writer.addSheet(SheetNames.contents)
    try page.write("Contents", row: 0, column: 0, style: .title)
    try page.write(
      "This worksheet contains one table. Each row links to a worksheet.", row: 1, column: 0,
      style: .plain)
    let entries = [(SheetNames.notes, "Notes")] + zip(tabs, sheets.map(\.title))
    let top = 2
    for (index, (tab, title)) in entries.enumerated() {
      try page.link(to: tab, words: tab, row: top + 1 + index, column: 0)
      try page.write(title, row: top + 1 + index, column: 1, style: .wrapped)
    }
    page.setWidth(of: 0, to: 36)
    page.setWidth(of: 1, to: 80)
    try page.addTable(
      "Contents_table", headings: ["Worksheet", "What it holds"], top: top, rows: entries.count)
  }

  private func writeNotes(_ blanks: Blanks, _ writer: BookWriter) throws(WorkbookError) {
    let page = try writer.addSheet(SheetNames.notes)
    let entries =
      notes.enumerated().map { ("Note \($0 + 1)", $1) }
      + blanks.explained.map { ($0.shorthand, "There is no value: \($0.meaning).") }
    try page.write("Notes", row: 0, column: 0, style: .title)
    page.setWidth(of: 0, to: 14)
    page.setWidth(of: 1, to: 100)
    guard !entries.isEmpty else {
      try page.write("There are no notes.", row: 1, column: 0, style: .plain)
      return try page.link(
        to: SheetNames.contents, words: "Go to contents", row: 2, column: 0)
    }
    try page.write("This worksheet contains one table.", row: 1, column: 0, style: .plain)
    try page.link(to: SheetNames.contents, words: "Go to contents", row: 2, column: 0)
    for (index, (name, text)) in entries.enumerated() {
      try page.write(name, row: 4 + index, column: 0, style: .top)
      try page.write(text, row: 4 + index, column: 1, style: .wrapped)
    }
    try page.addTable(
      "Notes_table", headings: ["Note", "What it says"], top: 3, rows: entries.count)
  }
}
