// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation

/// The tables of an export, from which the CSV package and the workbook are both made.
public struct ResponseTables: Sendable {
  /// A table with a header.
  public struct Table: Sendable, Equatable {
    /// The name of its file, without an ending.
    public let name: String
    /// What it is, in one line.
    public let title: String
    /// The names of the columns.
    public let header: [String]
    /// The rows, as many cells each as there are columns.
    public let rows: [[String]]
  }

  /// The tables, in order.
  public let tables: [Table]

  /// The tables of the material.
  public init(_ material: ExportMaterial) {
    tables = [
      ResponseTables.responses(material), ResponseTables.comments(material),
      ResponseTables.codebook(material), ResponseTables.equality(material),
    ]
  }

  private static func responses(_ material: ExportMaterial) -> Table {
    let header =
      [
        "response", "channel", "area", "respondent_type", "form_version", "flags", "excluded",
        "counted_excluding_flagged",
      ] + material.questions.map { "answer." + $0.id }
    let rows = material.rows.map { row -> [String] in
      let fixed = [
        row.publicID, row.channel, row.area, row.respondentType, String(row.formVersion),
        row.flags.joined(separator: ";"), row.isExcluded ? "yes" : "no",
        row.isFlagged ? "no" : "yes",
      ]
      return fixed + material.questions.map { (row.closed[$0.id] ?? []).joined(separator: ";") }
    }
    return Table(
      name: "responses", title: "One row for each response", header: header, rows: rows)
  }

  private static func comments(_ material: ExportMaterial) -> Table {
    let rows = material.rows.flatMap { row in
      material.textQuestions.compactMap { question in
        row.words[question.id].map {
          [row.publicID, question.id, row.channel, row.area, row.respondentType, $0]
        }
      }
    }
    return Table(
      name: "comments", title: "One row for each answer in words",
      header: ["response", "question", "channel", "area", "respondent_type", "text"], rows: rows)
  }

  private static func codebook(_ material: ExportMaterial) -> Table {
    let closed = material.questions.flatMap { question in
      question.options.map { option in
        [
          question.id, question.text, question.isMultiple ? "any of these" : "one of these",
          option.id, option.text, question.versions.map(String.init).joined(separator: ";"),
        ]
      }
    }
    let open = material.textQuestions.map { [$0.id, $0.text, "in words", "", "", ""] }
    return Table(
      name: "codebook", title: "The questions and the answers offered",
      header: ["question", "text", "kind", "answer", "answer_text", "form_versions"],
      rows: closed + open)
  }

  private static func equality(_ material: ExportMaterial) -> Table {
    Table(
      name: "equality-counts",
      title: "Answers about equality, as counts that belong to no response",
      header: ["question", "answer", "count"],
      rows: material.equality.map { [$0.question, $0.answer, $0.count] })
  }
}

/// Tables as CSV files that are a Frictionless Data Package.
public enum ResponsePackage {
  /// The CSV files and `datapackage.json`.
  ///
  /// A cell that a spreadsheet would take for a formula, because it starts with =, +, -, @ or a
  /// control character, gets an apostrophe in front (OWASP, CSV injection).
  public static func files(_ tables: ResponseTables, _ origin: ExportOrigin) -> [ExportFile] {
    let files = tables.tables.map { table in
      ExportFile(
        path: "\(table.name).csv",
        text: ([table.header] + table.rows).map { line($0) }.joined())
    }
    let package = Package(
      name: origin.consultation, title: origin.title,
      resources: zip(tables.tables, files).map { table, file in
        .init(
          name: table.name, title: table.title, path: file.path, bytes: file.bytes.count,
          hash: "sha256:" + file.sha256,
          schema: .init(fields: table.header.map { .init(name: $0, type: "string") }))
      })
    return files + [ExportFile(path: "datapackage.json", text: ExportJSON.text(package))]
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let guarded = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard guarded.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else {
      return guarded
    }
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }

  private struct Package: Encodable {
    let schema = "https://datapackage.org/profiles/2.0/datapackage.json"
    let name: String
    let title: String
    let resources: [Resource]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case name, title, resources
    }
  }

  private struct Resource: Encodable {
    let name: String
    let title: String
    let path: String
    let bytes: Int
    let hash: String
    let format = "csv"
    let encoding = "utf-8"
    let schema: Schema
  }

  private struct Schema: Encodable { let fields: [Field] }

  private struct Field: Encodable {
    let name: String
    let type: String
  }
}
