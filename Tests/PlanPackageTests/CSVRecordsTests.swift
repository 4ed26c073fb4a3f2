// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import TestKit
import Testing

private func read(_ bytes: [UInt8]) -> CSVRecords { CSVRecords(bytes: bytes, file: "t.csv") }

private func read(_ text: String) -> CSVRecords { read(Array(text.utf8)) }

private func cells(_ text: String) -> [[String]] { read(text).records.map(\.cells) }

@Suite struct `Records of a CSV file` {
  @Test func `a byte order mark is not part of the first cell`() {
    #expect(cells("\u{FEFF}id,label\na,b\n") == [["id", "label"], ["a", "b"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every kind of line end is read`(end: String) {
    #expect(cells("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
  }

  @Test func `the last line needs no end`() {
    #expect(cells("a,b\nc,d") == [["a", "b"], ["c", "d"]])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a quoted cell may have line breaks`(end: String) {
    #expect(cells("a,\"one\(end)two\"\nb,c\n") == [["a", "one\(end)two"], ["b", "c"]])
  }

  @Test func `a row with a line break in it counts as one row`() {
    #expect(read("h\n\"one\ntwo\"\nx\n").records.map(\.row) == [1, 2, 3])
  }

  @Test func `doubled quotation marks are one`() {
    #expect(cells("\"a \"\"b\"\" c\",\"\"\"\"\n") == [["a \"b\" c", "\""]])
  }

  @Test func `a quotation mark inside a plain cell is text`() {
    #expect(cells("5\" gun,a\n") == [["5\" gun", "a"]])
  }

  @Test func `a quoted cell may hold commas`() {
    #expect(cells("\"a,b\",c\n") == [["a,b", "c"]])
  }

  @Test func `blank lines are skipped and still counted`() {
    let records = read("a\n\n\nb\n,,\nc\n").records

    #expect(records.map(\.row) == [1, 4, 6])
  }

  @Test(arguments: ["a,\n", "a,", "a,\"\"", "a,\r\n"])
  func `a comma at the end opens an empty cell`(text: String) {
    #expect(cells(text) == [["a", ""]])
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}"])
  func `an empty file has no records`(text: String) {
    #expect(cells(text).isEmpty && read(text).violations.isEmpty)
  }

  @Test func `spaces are kept`() {
    #expect(cells(" a , b\n") == [[" a ", " b"]])
  }
}

@Suite struct `What a CSV file may not have in it` {
  @Test func `a quotation that is never closed is placed at its cell`() throws {
    let violations = read("id,label\na,\"open\nb,c\n").violations

    let violation = try #require(violations.first)
    #expect(violations.count == 1 && violation.row == 2 && violation.column == "2")
    #expect(violation.found == "a quotation mark that is never closed")
  }

  @Test func `text after a closing quotation mark is shown`() throws {
    let violations = read("id,label\na,\"b\"c\n").violations

    let violation = try #require(violations.first)
    #expect(violations.count == 1 && violation.row == 2 && violation.column == "2")
    #expect(violation.found == "“c” after a closing quotation mark")
    #expect(violation.advice.contains("\"\"like this\"\""))
  }

  @Test func `a byte of Latin-1 is named and advised upon`() throws {
    let violations = read(Array("id,label\na,".utf8) + [0xA3] + Array("5m\n".utf8)).violations

    let violation = try #require(violations.first)
    #expect(violations.count == 1 && violation.row == 2 && violation.column == "2")
    #expect(violation.found.hasPrefix("the byte A3 in “"))
    #expect(violation.advice.contains("CSV UTF-8"))
  }

  @Test func `a byte of Latin-1 in quotation marks is found too`() {
    let violations = read(Array("h\n\"caf".utf8) + [0xE9] + Array("\"\n".utf8)).violations

    #expect(violations.map(\.row) == [2])
  }

  @Test func `an Excel workbook is called what it is`() throws {
    let records = read([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])

    #expect(records.records.isEmpty)
    #expect(records.violations.map(\.found) == ["an Excel workbook or a zip file"])
    #expect(records.violations.first?.advice.contains("CSV UTF-8") == true)
  }
}

@Suite struct `Lines of CSV` {
  @Test func `cells are quoted only where they have to be`() {
    #expect(
      CSVRecords.line(["a", "b c", "d,e", "f\"g", "h\ni"]) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\"\n")
  }

  @Test func `a quotation mark under an accent is doubled as well`() {
    let cell = "a\"\u{301},b"

    #expect(cells(CSVRecords.line([cell])) == [[cell]])
  }

  @Test(arguments: UInt64(1)...100)
  func `tables made up by chance are read as they were written`(seed: UInt64) {
    let table = madeUpTable(seed: seed)

    let records = read(table.map(CSVRecords.line).joined())

    #expect(records.violations.isEmpty)
    #expect(
      records.records.map { $0.cells.map { Array($0.utf8) } }
        == table.map { $0.map { Array($0.utf8) } })
  }
}

/// A table of nasty characters.
///
/// The first cell is never empty, because a row of empty cells is a blank line.
private func madeUpTable(seed: UInt64) -> [[String]] {
  var random = SeededDraws(seed: seed)
  let pieces = ["a", "7", " ", ",", "\"", "\n", "\r\n", "\r", "é", "\u{301}", "£", "👩🏽‍⚕️", "\t"]
  let width = Int.random(in: 1...5, using: &random)
  return (0..<Int.random(in: 1...8, using: &random)).map { row in
    let cells = (0..<width).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
    return ["r\(row)"] + cells
  }
}
