// SPDX-License-Identifier: Apache-2.0

import Engagement
import Papers
import Testing

@Suite struct `What changed since the last paper` {
  private func chapter(_ counts: [(key: String, count: Int)], tracked: Bool = true) -> PaperChapter
  {
    var chapter = PaperChapter(id: "savings", heading: "Savings")
    chapter.blocks = [
      .table(
        PaperTable(
          id: "schemes", caption: "Schemes", columns: ["What", .number("How many")],
          rows: counts.map {
            PaperRow(
              $0.key, [PaperText(name: $0.key), PaperText(fact($0.key, $0.count).figure)])
          }, isTracked: tracked))
    ]
    return chapter
  }

  private func changes(
    _ old: [(String, Int)], _ new: [(String, Int)], tracked: Bool = true
  ) throws -> PaperChanges {
    PaperChanges(
      from: [chapter(old, tracked: tracked)], on: try day("2017-08-31"),
      to: [chapter(new, tracked: tracked)])
  }

  @Test func `is nothing between a paper and itself`() throws {
    #expect(try changes([("a", 1)], [("a", 1)]).isEmpty)
  }

  @Test func `names a figure with what it was and what it is`() throws {
    let found = try changes([("a", 1), ("b", 2)], [("a", 1), ("b", 5)])
    #expect(found.figures.map(\.old.text) == ["2 schemes"])
    #expect(found.figures.map(\.new.text) == ["5 schemes"])
    #expect(found.figures.map(\.old.fact.id) == ["record.b@2017-08-31"])
    #expect(found.rows.isEmpty)
  }

  @Test func `names rows that came and rows that went`() throws {
    let found = try changes([("a", 1), ("gone", 2)], [("a", 1), ("new", 3)])
    #expect(found.rows.map(\.name.plain) == ["new", "gone"])
    #expect(found.rows.map(\.isNew) == [true, false])
    #expect(found.figures.isEmpty)
  }

  @Test func `leaves tables alone that are of the moment only`() throws {
    #expect(try changes([("a", 1)], [("b", 1)], tracked: false).isEmpty)
  }

  @Test func `takes a chapter into account that is no longer there`() throws {
    let found = PaperChanges(from: [chapter([("a", 1)])], on: try day("2017-08-31"), to: [])
    #expect(found.rows.map(\.isNew) == [false])
  }
}
