// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Workbook

/// What the file holds, read back from the archive.
@Suite(.enabled(if: ReadWorkbook.unzip != nil, "unzip is not installed"))
struct WorkbookFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func read(_ workbook: Workbook) throws -> ReadWorkbook {
    let file = folder.file("book.xlsx")
    try workbook.write(toPath: file.path)
    return try ReadWorkbook(file)
  }

  @Test func `cover, contents and notes come before the tables`() throws {
    let book = try read(sampleWorkbook())

    #expect(book.tabs.map(\.name) == ["Cover", "Contents", "Notes", "Gap"])
    #expect(book["Cover"]?.cells["A1"] == "Kent and Medway: the money")
    #expect(book["Cover"]?.cells["A3"] == "Questions: plan@example.org")
    #expect(book["Contents"]?.cells["A5"] == "Gap")
    #expect(book["Contents"]?.cells["B5"] == "Parts of the gap, 2020-21")
    #expect(book["Notes"]?.cells["B5"] == "Cash prices as published.")
  }

  @Test func `a sheet has its title in A1, then words, then one table`() throws {
    let tab = try #require(try read(sampleWorkbook())["Gap"])

    #expect(tab.cells["A1"] == "Parts of the gap, 2020-21")
    #expect(tab.cells["A2"] == "This worksheet contains one table.")
    #expect(tab.cells["A3"] == "See note 1.")
    #expect(tab.cells["A4"] == "[x] means that there is no value: not published.")
    #expect(tab.cells["A5"] == "Go to contents")
    #expect(
      ["A6", "B6", "C6"].map { tab.cells[$0] } == ["Part of the gap", "£ million", "Where from"])
    #expect(tab.cells["A7"] == "Gap if nothing changes")
  }

  @Test func `numbers are stored as numbers with their format`() throws {
    let book = try read(sampleWorkbook())
    let tab = try #require(book["Gap"])

    #expect(tab.kinds["B7"] == "n" && tab.cells["B7"] == "486")
    #expect(tab.cells["B8"] == "-1234.5")
    #expect(book.parts["xl/styles.xml"]?.contains("#,##0.0") == true)
  }

  @Test func `text that begins with an equals sign is text`() throws {
    let tab = try #require(try read(sampleWorkbook())["Gap"])

    #expect(tab.kinds["A8"] == "s" && tab.cells["A8"] == "=1+1")
    #expect(!tab.xml.contains("<f>"))
  }

  @Test func `special characters survive`() throws {
    let tab = try #require(try read(sampleWorkbook())["Gap"])

    #expect(tab.cells["C9"] == "<&\"'> é")
  }

  @Test func `a missing value is marked and explained on its sheet and in the notes`() throws {
    let book = try read(sampleWorkbook())

    #expect(book["Gap"]?.cells["B9"] == "[x]")
    #expect(book["Notes"]?.cells["A6"] == "[x]")
    #expect(book["Notes"]?.cells["B6"] == "There is no value: not published.")
  }

  @Test func `several reasons have shorthands of their own`() throws {
    let rows: [[Cell]] = [
      [.text("a"), .blank(reason: "not published"), .text("")],
      [.text("b"), .blank(reason: "fewer than 5 people"), .text("")],
    ]
    let tab = try #require(try read(sampleWorkbook(sheets: [moneySheet(rows: rows)]))["Gap"])

    #expect(tab.cells["A4"] == "[x1] means that there is no value: not published.")
    #expect(tab.cells["A5"] == "[x2] means that there is no value: fewer than 5 people.")
    #expect(tab.cells["B8"] == "[x1]" && tab.cells["B9"] == "[x2]")
  }

  @Test func `tables are table objects with a name, a header row and no fill`() throws {
    let book = try read(sampleWorkbook())
    let tables = book.parts.filter { $0.key.hasPrefix("xl/tables/") }.values.map(Elements.init)
    let names = Set(tables.flatMap { $0.attributes("name", of: "table") })

    #expect(names == ["Contents_table", "Notes_table", "Table_1_Gap"])
    #expect(
      tables.flatMap { $0.attributes("ref", of: "table") }.sorted() == ["A3:B5", "A4:B6", "A6:C9"])
    #expect(tables.allSatisfy { $0.attributes("headerRowCount", of: "table").isEmpty })
    #expect(tables.allSatisfy { $0.texts(of: "autoFilter").isEmpty })
    #expect(tables.allSatisfy { $0.attributes("name", of: "tableStyleInfo").isEmpty })
    // Excel's two obligatory fills, none and gray125, are all there are.
    let fills = Elements(book.parts["xl/styles.xml"] ?? "").attributes(
      "patternType", of: "patternFill")
    #expect(fills == ["none", "gray125"])
  }

  @Test func `nothing is merged, hidden, drawn or scripted`() throws {
    let book = try read(sampleWorkbook())

    for tab in book.tabs {
      #expect(!tab.xml.contains("mergeCell") && !tab.xml.contains("hidden="))
    }
    #expect(!book.parts.keys.contains { $0.contains("media") || $0.contains("vba") })
  }

  @Test func `contents link to every sheet and every sheet links back`() throws {
    let sheet = moneySheet(name: "Kent's gap")
    let book = try read(sampleWorkbook(sheets: [sheet]))
    let links = Elements(book["Contents"]?.xml ?? "").attributes("location", of: "hyperlink")
    let back = Elements(book["Kent's gap"]?.xml ?? "").attributes("location", of: "hyperlink")

    #expect(links == ["'Notes'!A1", "'Kent''s gap'!A1"])
    #expect(back == ["'Contents'!A1"])
  }

  @Test func `properties name the document and give its day`() throws {
    let core = Elements(try read(sampleWorkbook()).parts["docProps/core.xml"] ?? "")

    #expect(core.texts(of: "dc:title") == ["Kent and Medway: the money"])
    #expect(core.texts(of: "dc:subject") == ["Finance tables"])
    #expect(core.texts(of: "dc:creator") == ["Kent and Medway partnership"])
    #expect(core.texts(of: "dcterms:created") == ["2019-02-14T00:00:00Z"])
    #expect(core.texts(of: "dcterms:modified") == ["2019-02-14T00:00:00Z"])
  }

  @Test(arguments: [
    (Workbook.Day(year: 2020, month: 2, day: 29), "2020-02-29T00:00:00Z"),
    (Workbook.Day(year: 2100, month: 3, day: 1), "2100-03-01T00:00:00Z"),
    (Workbook.Day(year: 1970, month: 1, day: 1), "1970-01-01T00:00:01Z"),
  ])
  func `any day of the calendar can be the day`(_ day: Workbook.Day, _ text: String) throws {
    let core = Elements(try read(sampleWorkbook(created: day)).parts["docProps/core.xml"] ?? "")

    #expect(core.texts(of: "dcterms:created") == [text])
  }

  @Test func `sheet names are cleaned, cut and made unique`() throws {
    let long = "A name with [brackets]: and / more than thirty-one characters"
    let sheets = [long, long, "gap", "Gap", "'Notes'", ""].map { textSheet("x", name: $0) }
    let names = try read(sampleWorkbook(sheets: sheets)).tabs.dropFirst(3).map(\.name)

    #expect(
      names == [
        "A name with brackets and more t", "A name with brackets and more 2", "gap", "Gap 2",
        "Notes 2", "Table",
      ])
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test func `a table without rows says so and is no table`() throws {
    let book = try read(sampleWorkbook(sheets: [moneySheet(rows: [])]))

    #expect(book["Gap"]?.cells["A3"]?.contains("no rows yet") == true)
    #expect(book.parts.keys.filter { $0.hasPrefix("xl/tables/") }.count == 2)
  }

  @Test func `a workbook without notes says so`() throws {
    var workbook = sampleWorkbook(sheets: [textSheet("x")])
    workbook.notes = []

    #expect(try read(workbook)["Notes"]?.cells["A2"] == "There are no notes.")
  }

  @Test(arguments: ["_x0041_", "a\u{1}b", "two\nlines", "\u{FFFF}", " spaces ", "_x_x0042_"])
  func `odd texts do not break the file`(_ text: String) throws {
    let book = try read(sampleWorkbook(sheets: [textSheet(text)]))

    for (name, part) in book.parts where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      #expect(Elements(part).isWellFormed, "\(name)")
    }
    let stored = book["Text"]?.cells["A5"]
    #expect(
      stored
        == text.replacingOccurrences(of: "_x0", with: "_x005F_x0")
        .replacingOccurrences(of: "\u{1}", with: "").replacingOccurrences(of: "\u{FFFF}", with: ""))
  }
}
