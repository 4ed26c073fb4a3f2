// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Foundation
import Workbook

/// The tables of an export as an accessible workbook.
public enum ResponsesWorkbook {
  /// The workbook as a file.
  ///
  /// - Throws: `WorkbookError` when a text is longer than a cell can hold, or nothing can be written
  ///   in the folder for temporary files.
  public static func file(_ tables: ResponseTables, _ origin: ExportOrigin) throws -> ExportFile {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "weald-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try workbook(tables, origin).write(toPath: path)
    return ExportFile(
      path: "responses.xlsx", bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }

  private static func workbook(_ tables: ResponseTables, _ origin: ExportOrigin) -> Workbook {
    let parts = Calendar(identifier: .gregorian)
      .dateComponents(in: .gmt, from: origin.madeOn)
    return Workbook(
      title: "Responses: \(origin.title)", subject: origin.title, author: "Weald",
      created: .init(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1),
      cover: cover(origin),
      notes: [
        "Flagged responses send the words of a campaign, or were left out for a reason on record.",
        "Counts of answers about equality belong to no response. A star is a number too small to show.",
      ],
      sheets: tables.tables.map(sheet))
  }

  private static func cover(_ origin: ExportOrigin) -> [String] {
    var lines = origin.isSynthetic ? ["Synthetic: these responses were made up by a program."] : []
    lines.append("Made in the role \(origin.role) from entry \(origin.sequence) of the ledger.")
    lines.append("Digest of that entry: \(origin.digest)")
    return lines
  }

  private static func sheet(_ table: ResponseTables.Table) -> Sheet {
    Sheet(
      name: table.name, title: table.title,
      columns: table.header.map { Column($0) },
      rows: table.rows.map { row in row.map { Cell.text(String($0.prefix(32_000))) } })
  }
}
