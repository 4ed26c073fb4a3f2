// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct NumberStyleTests {
  private let pounds = NumberStyle(prefix: "£", suffix: "m", decimals: 1)

  @Test(arguments: [
    (486.0, "£486.0m"), (-0.04, "£0.0m"), (-45.85, "−£45.9m"), (1_234_567.25, "£1,234,567.3m"),
    (0, "£0.0m"), (0.05, "£0.1m"), (999.96, "£1,000.0m"),
  ])
  func `numbers are printed as people write them`(_ value: Double, _ text: String) {
    #expect(pounds.text(value) == text)
  }

  @Test(arguments: [nil, Double.nan, .infinity, -.infinity])
  func `what nobody knows is not zero`(_ value: Double?) {
    #expect(pounds.text(value) == "not known")
    #expect(pounds.signed(value) == "not known")
  }

  @Test func `changes carry their sign, except no change`() {
    #expect(pounds.signed(3) == "+£3.0m")
    #expect(pounds.signed(-3) == "−£3.0m")
    #expect(pounds.signed(0.01) == "£0.0m")
  }

  @Test func `huge numbers do not trap`() {
    #expect(pounds.text(1e300).contains("e+300"))
  }
}

@Suite struct DataTableTests {
  private func csv(_ cells: String..., isNumeric: Bool = false) -> String {
    let rows = cells.map { [$0] }
    let table = DataTable(
      caption: "Cells", columns: [.init("Cell", isNumeric: isNumeric)], rows: rows)
    return String(table.csv().dropFirst("Cell\r\n".count))
  }

  @Test func `lines end in CR LF and the headings come first`() {
    let table = DataTable(
      caption: "Beds", columns: [.init("Site"), .init("Beds", isNumeric: true)],
      rows: [["Medway", "1,234"], ["Ashford, Kent", "−7"]])

    #expect(table.csv() == "Site,Beds\r\nMedway,1234\r\n\"Ashford, Kent\",-7\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 1234", "'+44 1234"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("-5", "-5"), ("plain", "plain"), ("=a,b", "\"'=a,b\""),
  ])
  func `text that a spreadsheet might run is guarded`(_ cell: String, _ field: String) {
    #expect(csv(cell) == field + "\r\n")
  }

  @Test(arguments: [
    ("-5.25", "-5.25"), ("−5", "-5"), ("12,345.5", "12345.5"), ("1,23", "\"1,23\""),
    ("not known", "not known"), ("=1+1", "'=1+1"), ("1.2.3", "1.2.3"),
  ])
  func `numbers are left alone, or written for machines`(_ cell: String, _ field: String) {
    #expect(csv(cell, isNumeric: true) == field + "\r\n")
  }

  @Test func `quotation marks are doubled and line breaks kept inside quotes`() {
    #expect(csv("say \"hello\"\r\nagain") == "\"say \"\"hello\"\"\r\nagain\"\r\n")
  }
}

@Suite struct StandalonePictureTests {
  @Test func `links are taken out and their words kept`() throws {
    let sample = try #require(Sample.named("bars-links-missing-negative"))
    let file = StandalonePicture(sample.picture).file()

    #expect(!file.contains("<a ") && !file.contains("</a>"))
    #expect(file.contains("Dartford and Gravesham"))
  }

  @Test func `links can be put after the address of the site`() throws {
    let sample = try #require(Sample.named("bars-links-missing-negative"))
    let file = StandalonePicture(
      sample.picture, links: .based(on: "https://plan.example")
    ).file()

    #expect(file.contains("href=\"https://plan.example/facts/medway\""))
    #expect(Drawn(file) != nil)
  }

  @Test func `the file has the title, the source and light colours`() throws {
    let sample = try #require(Sample.named("bars-gap"))
    let file = StandalonePicture(sample.picture).file()
    let drawn = try #require(Drawn(file))

    #expect(file.hasPrefix("<?xml"))
    #expect(drawn.words.hasPrefix(sample.picture.title))
    #expect(drawn.words.hasSuffix(sample.picture.sourceLine))
    #expect(file.contains("fill:#005f73"))
    #expect(!file.contains("var(") && !file.contains("@media"))
  }
}
