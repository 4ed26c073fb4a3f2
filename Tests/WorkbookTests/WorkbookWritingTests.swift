// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Workbook

/// How the file comes to be: the same each time, whole or not at all.
@Suite struct WorkbookWritingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func bytes(_ workbook: Workbook, _ name: String) throws -> Data {
    let file = folder.file(name)
    try workbook.write(toPath: file.path)
    return try Data(contentsOf: file)
  }

  @Test func `the same figures give the same bytes more than a second later`() throws {
    let first = try bytes(sampleWorkbook(), "a.xlsx")
    // Zip archives keep times in steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    let second = try bytes(sampleWorkbook(), "b.xlsx")

    #expect(first == second)
    #expect(first.count > 1000)
  }

  @Test func `workbooks written at the same time do not disturb each other`() async throws {
    let expected = try bytes(sampleWorkbook(), "alone.xlsx")
    let url = folder.url

    try await withThrowingTaskGroup(of: Data.self) { group in
      for number in 0..<16 {
        group.addTask {
          let file = url.appendingPathComponent("\(number % 4).xlsx")
          try sampleWorkbook().write(toPath: file.path)
          return try Data(contentsOf: file)
        }
      }
      for try await written in group { #expect(written == expected) }
    }
  }

  @Test func `only the finished file is left in the folder`() throws {
    _ = try bytes(sampleWorkbook(), "book.xlsx")
    _ = try bytes(sampleWorkbook(), "book.xlsx")

    #expect(folder.names == ["book.xlsx"])
  }

  @Test func `a workbook that is refused leaves the old file alone`() throws {
    let old = try bytes(sampleWorkbook(), "book.xlsx")
    let wrong = sampleWorkbook(sheets: [moneySheet(rows: [[.text("one cell of three")]])])

    #expect(throws: WorkbookError.unevenRow(sheet: "Gap", row: 1, expected: 3, found: 1)) {
      try wrong.write(toPath: folder.file("book.xlsx").path)
    }
    #expect(try Data(contentsOf: folder.file("book.xlsx")) == old)
    #expect(folder.names == ["book.xlsx"])
  }

  @Test func `a folder that is not there is named in the error`() throws {
    let path = folder.file("missing/book.xlsx").path
    let error = #expect(throws: WorkbookError.self) {
      try sampleWorkbook().write(toPath: path)
    }

    #expect(error?.description.contains("missing") == true)
  }
}

@Suite struct WorkbookErrorTests {
  private func error(_ sheet: Sheet) -> WorkbookError? {
    #expect(throws: WorkbookError.self) {
      try sampleWorkbook(sheets: [sheet]).write(toPath: "/dev/null/never")
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `numbers that are none are refused by place`(_ value: Double) {
    let sheet = moneySheet(rows: [[.text("a"), .number(value), .text("b")]])

    #expect(error(sheet) == .notFinite(sheet: "Gap", row: 1, column: 2))
  }

  @Test func `headings must be there and differ, whatever their case`() {
    let repeated = moneySheet(columns: [Column("Beds"), Column("beds ")], rows: [])
    let empty = moneySheet(columns: [Column("Beds"), Column(" \n")], rows: [])

    #expect(error(repeated) == .repeatedHeading(sheet: "Gap", heading: "beds"))
    #expect(error(empty) == .emptyHeading(sheet: "Gap", column: 2))
    #expect(error(moneySheet(columns: [], rows: [])) == .noColumns(sheet: "Gap"))
  }

  @Test func `a text too long for a cell is refused`() {
    let long = String(repeating: "a", count: 32_768)

    #expect(error(textSheet(long)) == .textTooLong(sheet: "Text"))
  }

  @Test(arguments: [(2019, 2, 29), (2019, 13, 1), (1969, 12, 31), (2019, 4, 31), (2019, 1, 0)])
  func `days that no calendar has are refused`(_ year: Int, _ month: Int, _ day: Int) {
    let wrong = Workbook.Day(year: year, month: month, day: day)

    #expect(throws: WorkbookError.noSuchDay(wrong)) {
      try sampleWorkbook(created: wrong).write(toPath: "/dev/null/never")
    }
  }
}
