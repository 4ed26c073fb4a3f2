// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import Foundation
import Ledger
import Programme
import Workbook

/// The tables of a paper as a workbook, with a sheet that says where each figure comes from.
public struct PaperWorkbook: Sendable {
  private let workbook: Workbook

  /// Lays a paper out.
  public init(_ paper: Paper) {
    let (year, month, day) = paper.day.parts
    var cover = [
      "\(paper.plan). Position at the end of \(paper.day.text).",
      paper.isFinal ? "As issued." : "Draft: made from the record and not signed off.",
      "Compared with \(paper.since.text).",
    ]
    if paper.isSynthetic { cover.insert("Synthetic: made up by a program.", at: 0) }
    cover.append(
      paper.anchor.map { "Drawn from the record up to entry \($0.sequence), digest \($0.digest)." }
        ?? "No data folder: nothing is recorded.")
    workbook = Workbook(
      title: "\(paper.title), \(paper.day.text)", subject: paper.kind.purpose, author: paper.plan,
      created: .init(year: year, month: month, day: day), cover: cover,
      notes: ["The sheet Figures says where each figure comes from."],
      sheets: paper.tables.filter { !$0.rows.isEmpty }.map(Self.sheet)
        + [Self.figures(paper.facts)])
  }

  /// Writes the workbook; whoever interrupts it finds the old file or the new one.
  ///
  /// - Throws: `WorkbookError`.
  public func write(toPath path: String) throws { try workbook.write(toPath: path) }

  /// The bytes of the workbook.
  ///
  /// - Throws: `WorkbookError` when nothing can be written in the folder for temporary files.
  public func bytes() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "weald-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try workbook.write(toPath: path)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  private static func sheet(_ table: PaperTable) -> Sheet {
    let units = table.columns.indices.map { unit(table, column: $0) }
    return Sheet(
      name: table.id, title: table.caption.plain,
      columns: zip(table.columns, units).map { column, unit in
        Column(
          column.title.plain + (unit.map { " (\($0))" } ?? ""),
          numberFormat: column.isNumeric ? "General" : nil)
      },
      rows: table.rows.map { row in zip(row.cells, units).map { cell($0, unit: $1) } })
  }

  /// The unit of a column of numbers, when all its figures share one.
  private static func unit(_ table: PaperTable, column: Int) -> String? {
    guard table.columns[column].isNumeric else { return nil }
    let units = Set(
      table.rows.compactMap { row in
        row.cells.indices.contains(column) ? row.cells[column].onlyFigure?.fact.value.unit : nil
      })
    return units.count == 1 ? units.first : nil
  }

  /// A number where the column has one unit, else the words as they are read.
  private static func cell(_ text: PaperText, unit: String?) -> Cell {
    if unit != nil, let number = text.onlyFigure?.fact.value.amount { return .number(number) }
    return text.isEmpty ? .blank(reason: "nothing to say") : .text(text.plain)
  }

  private static func figures(_ facts: [PaperFact]) -> Sheet {
    Sheet(
      name: "Figures", title: "Where each figure comes from",
      columns: [
        Column("Name", width: 40), Column("What", width: 60), Column("Value"),
        Column("How", width: 60), Column("Source", width: 60), Column("Entries of the record"),
        Column("From"),
      ],
      rows: facts.map { fact in
        let evidence = fact.evidence
        return [
          .text(fact.id), .text(fact.label), .text(fact.value.text),
          words(evidence.rule ?? "", "stated"),
          words(
            evidence.quotations.map { "\($0.title), \($0.locator): \($0.words)" }
              .joined(separator: "; "), "no document"),
          words(
            evidence.entries.map { "\($0.sequence) \($0.what) \($0.shortDigest)" }
              .joined(separator: "; "), "not from the record"),
          words(evidence.inputs.map(\.id).joined(separator: "; "), "no other figures"),
        ]
      })
  }

  private static func words(_ text: String, _ reason: String) -> Cell {
    text.isEmpty ? .blank(reason: reason) : .text(String(text.prefix(32_000)))
  }
}
