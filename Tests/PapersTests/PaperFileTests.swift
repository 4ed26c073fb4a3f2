// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Papers
import Pictures
import PlanPackage
import Programme
import Testing

@Suite struct `Every paper of the worked example` {
  static let days = ["2017-03-20", "2017-09-30", "2018-03-31"]

  @Test(arguments: days)
  func `needs nothing else, and each figure leads to where it comes from`(on text: String) throws {
    let maker = try PaperSamples.kent.get()
    for order in PaperSamples.orders(maker, try day(text)) {
      try expectSound(try maker.paper(order, from: nil), "\(order.fileName)")
    }
  }

  @Test func `is drawn from the smallest plan as well`() throws {
    let maker = try PaperSamples.tiny.get()
    for order in PaperSamples.orders(maker, try day("2017-09-30")) {
      try expectSound(try maker.paper(order, from: nil), "\(order.fileName)")
    }
  }

  @Test func `has evidence for each fact`() throws {
    let maker = try PaperSamples.kent.get()
    for order in PaperSamples.orders(maker, try day("2018-01-31")) {
      let paper = try maker.paper(order, from: nil)
      for fact in paper.facts { #expect(fact.evidence.isGiven, "\(fact.id)") }
      #expect(paper.strayNumbers.isEmpty)
    }
  }

  @Test func `knows nothing that was published later`() throws {
    let maker = try PaperSamples.kent.get()
    let spring = try maker.paper(PaperOrder(.board, day: try day("2016-11-25")), from: nil)
    // The savings that the December 2017 slides name were in the leaflet of summer 2017 first.
    #expect(!spring.facts.contains { $0.id == "productivity.opportunity" })
    let autumn = try maker.paper(PaperOrder(.board, day: try day("2017-09-30")), from: nil)
    let savings = try #require(autumn.facts.first { $0.id == "productivity.opportunity" })
    #expect(savings.value.text == "£190 million")
    #expect(!savings.evidence.quotations.isEmpty)
  }

  @Test func `says where a plan is without a record`() throws {
    let paper = try PaperSamples.kent.get().paper(
      PaperOrder(.board, day: try day("2017-09-30")), from: nil)
    #expect(paper.anchor == nil)
    #expect(PaperHTML(paper).file().contains("No data folder"))
  }
}

/// Checks that a file stands alone, that its figures lead somewhere, and that no other digits stand
/// in it.
func expectSound(_ paper: Paper, _ name: Testing.Comment) throws {
  let html = PaperHTML(paper).file()
  let page = PaperPageReader(html)
  #expect(Set(page.ids).count == page.ids.count, name)
  let ids = Set(page.ids)
  for link in page.links {
    #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), name)
  }
  for figure in page.figureLinks { #expect(figure.target.hasPrefix("#fact-"), name) }
  #expect(page.looseDigits == [], name)
  for word in ["<script", "<link", "<img", "src=", "@import", "url("] {
    #expect(!html.contains(word), name)
  }
  #expect(page.tags.filter { $0 == "h1" }.count == 1, name)
  let captions = paper.tables.map(\.caption.plain)
  #expect(Set(captions).count == captions.count, name)
  var values: [String: PaperValue] = [:]
  for fact in paper.texts.flatMap(\.facts) {
    #expect(values[fact.id] == nil || values[fact.id] == fact.value, "\(fact.id)")
    values[fact.id] = fact.value
  }
}

@Suite struct `A file of a paper` {
  private func sample() throws -> Paper {
    var chapter = PaperChapter(id: "savings", heading: "Savings & <more>")
    chapter.blocks = [
      .paragraph("\(fact("a", 3).figure) of \(name: "A & B <c>")."),
      .list(["One point", "\(fact("b", 4).figure)"]),
      .picture(
        PaperPicture(
          BarChart(
            caption: Caption(id: "bars", title: "Bars", summary: "Two bars."),
            nameHeading: "What", valueHeading: "How many", bars: [.init("x", 3), .init("y", 4)]),
          table: PaperTable(
            id: "bars", caption: "Bars", columns: ["What", .number("How many")],
            rows: [PaperRow("x", ["x", PaperText(fact("a", 3).figure)])]))),
    ]
    return try paper([chapter])
  }

  @Test func `escapes what it is given`() throws {
    let html = PaperHTML(try sample()).file()
    #expect(html.contains("A &amp; B &lt;c&gt;"))
    #expect(html.contains("Savings &amp; &lt;more&gt;"))
    try expectSound(try sample(), "sample")
  }

  @Test func `says that it is a draft and that it is made up`() throws {
    var sample = try sample()
    #expect(PaperHTML(sample).file().contains("<strong>Draft.</strong>"))
    #expect(PaperHTML(sample).file().contains("<strong>Synthetic.</strong>"))
    sample.isFinal = true
    sample.isSynthetic = false
    #expect(!PaperHTML(sample).file().contains("<strong>Draft.</strong>"))
    #expect(!PaperHTML(sample).file().contains("<strong>Synthetic.</strong>"))
  }

  @Test func `says what stands in place of an empty table`() throws {
    var chapter = PaperChapter(id: "risks", heading: "Risks")
    chapter.blocks = [
      .table(
        PaperTable(
          id: "risks", caption: "Red risks", columns: ["Risk"], rows: [],
          whenEmpty: "No risk is red."))
    ]
    let html = PaperHTML(try paper([chapter])).file()
    #expect(html.contains("No risk is red."))
    #expect(!html.contains("<table"))
  }

  @Test func `explains what a figure was worked out from`() throws {
    let inputs = [fact("x", 5, "pounds gross"), fact("y", 1, "pounds twice")]
    var net = fact("net", 4, "pounds net")
    net.evidence.inputs = inputs
    var chapter = PaperChapter(id: "savings", heading: "Savings")
    chapter.blocks = [.paragraph("\(net.figure)")]
    let page = PaperPageReader(PaperHTML(try paper([chapter])).file())
    #expect(page.ids.filter { $0.hasPrefix("fact-") }.count == 3)
    #expect(page.links.contains("#fact-record.x"))
  }

  @Test func `is written beside the others of its folder, or not at all`() throws {
    let folder = NSTemporaryDirectory() + "paper-files-\(UUID().uuidString)"
    let files = try PaperFiles(folder: folder)
    try files.write(try sample(), as: "board-2017-09-30")
    try files.write(try sample(), as: "board-2017-09-30")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == ["board-2017-09-30.html", "board-2017-09-30.json", "board-2017-09-30.xlsx"])
    #expect(throws: FileError.self) {
      try PaperFiles(folder: folder + "/board-2017-09-30.html")
    }
  }

  @Test func `has its tables and its evidence in a workbook of the same bytes each time`() throws {
    let bytes = try PaperWorkbook(try sample()).bytes()
    #expect(bytes.starts(with: [0x50, 0x4B]))
    #expect(try PaperWorkbook(try sample()).bytes() == bytes)
  }

  @Test func `is told to programs with the facts of each text`() throws {
    let bytes = try PaperDocument(try sample()).bytes()
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json["status"] as? String == "draft")
    #expect((json["facts"] as? [[String: Any]])?.count == 2)
    #expect(json["day"] as? String == "2017-09-30")
  }
}
