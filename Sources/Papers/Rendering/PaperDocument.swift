// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

/// A paper as JSON for another program: chapters, tables, and the facts behind every figure.
public struct PaperDocument: Encodable, Sendable {
  let kind: String
  let title: String
  let plan: String
  let workstream: String?
  let day: String
  let since: String
  let status: String
  let synthetic: Bool
  let anchor: String?
  let chapters: [Chapter]
  let facts: [Fact]

  struct Chapter: Encodable {
    let id: String
    let heading: String
    let blocks: [Block]
  }

  /// A block; only the parts that it has are written.
  struct Block: Encodable {
    let kind: String
    var id: String?
    var text: Words?
    var points: [Words]?
    var caption: String?
    var columns: [String]?
    var rows: [Row]?
  }

  struct Row: Encodable {
    let key: String
    let cells: [Words]
  }

  /// A text with the names of the facts that it shows, in order.
  struct Words: Encodable {
    let text: String
    let facts: [String]

    init(_ text: PaperText) {
      self.text = text.plain
      facts = text.facts.map(\.id)
    }
  }

  struct Fact: Encodable {
    let id: String
    let label: String
    let text: String
    let value: Double?
    let unit: String?
    let rule: String?
    let place: String?
    let sources: [Source]
    let inputs: [String]
    let entries: [Entry]
    let furtherEntries: Int
  }

  struct Source: Encodable {
    let title: String
    let publisher: String
    let kind: String
    let locator: String
    let quotation: String
  }

  struct Entry: Encodable {
    let sequence: Int64
    let what: String
    let day: String
    let digest: String
  }

  /// A paper in the terms of JSON.
  public init(_ paper: Paper) {
    kind = paper.kind.rawValue
    title = paper.title
    plan = paper.plan
    workstream = paper.workstream
    day = paper.day.iso
    since = paper.since.iso
    status = paper.isFinal ? "final" : "draft"
    synthetic = paper.isSynthetic
    anchor = paper.anchor?.description
    chapters = paper.chapters.map { chapter in
      Chapter(id: chapter.id, heading: chapter.heading, blocks: chapter.blocks.map(Self.block))
    }
    facts = paper.facts.map(Self.fact)
  }

  /// The bytes of the file, with sorted keys.
  ///
  /// - Throws: `EncodingError`.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [10]
  }

  private static func block(_ block: PaperBlock) -> Block {
    switch block {
    case .subheading(let text): Block(kind: "heading", text: Words(text))
    case .paragraph(let text): Block(kind: "paragraph", text: Words(text))
    case .list(let points): Block(kind: "list", points: points.map { Words($0) })
    case .table(let table): tableBlock(table, kind: "table")
    case .picture(let picture): tableBlock(picture.table, kind: "picture")
    }
  }

  private static func tableBlock(_ table: PaperTable, kind: String) -> Block {
    Block(
      kind: kind, id: table.id, caption: table.caption.plain,
      columns: table.columns.map(\.title.plain),
      rows: table.rows.map { Row(key: $0.key, cells: $0.cells.map { Words($0) }) })
  }

  private static func fact(_ fact: PaperFact) -> Fact {
    let evidence = fact.evidence
    return Fact(
      id: fact.id, label: fact.label, text: fact.value.text, value: fact.value.amount,
      unit: fact.value.unit, rule: evidence.rule, place: evidence.place,
      sources: evidence.quotations.map {
        Source(
          title: $0.title, publisher: $0.publisher, kind: $0.kind, locator: $0.locator,
          quotation: $0.words)
      },
      inputs: evidence.inputs.map(\.id),
      entries: evidence.entries.map {
        Entry(sequence: $0.sequence, what: $0.what, day: $0.day.iso, digest: $0.digest)
      },
      furtherEntries: evidence.furtherEntries)
  }
}
