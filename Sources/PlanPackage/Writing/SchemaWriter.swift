// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Writes the schema of each table and a documented blank template of it.
public enum SchemaWriter {
  /// The files by path: a JSON schema and a template for each table, and a guide to them all.
  public static func files() throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for schema in PlanTables.all {
      let columns = schema.fields.map(\.name)
      let description = SchemaDescription(schema, columns: columns)
      files.append(
        ("schemas/\(schema.name).json", try JSONEncoder.readable(description)))
      files.append(
        ("templates/\(schema.path)", Array(CSVRecords.line(columns).utf8)))
    }
    files.append(("README.md", Array(guide().utf8)))
    return files
  }

  /// Every table and column in words, as Markdown.
  public static func guide() -> String {
    var text = """
      # The tables of a plan

      Written by `weald schema`. A plan folder needs `plan.yaml`, `sources.csv` and `facts.csv`;
      every other table is used when it is there. Files are CSV in UTF-8 with a header row.

      """
    for schema in PlanTables.all {
      text += "\n## \(schema.path)\n\n\(schema.purpose)\n\n"
      text += "| column | holds | meaning |\n|---|---|---|\n"
      for field in schema.fields {
        text += "| `\(field.name)` | \(holds(field)) | \(field.meaning) |\n"
      }
    }
    return text
  }

  private static func holds(_ field: Field) -> String {
    var parts = [kind(field.kind)]
    if let choices = field.choices {
      parts = [choices.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")]
    }
    if field.isRequired { parts.append("required") }
    if field.isUnique { parts.append("unique") }
    if let target = field.references { parts.append("an id of \(target.table)") }
    return parts.joined(separator: "; ")
  }

  private static func kind(_ kind: Field.Kind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "id"
    case .number: "number"
    case .integer: "whole number"
    case .date: "date"
    case .period: "period"
    case .financialYear: "financial year"
    case .unit: "unit"
    case .priceBase: "cash, or a financial year"
    case .shares: "shares separated by semicolons"
    case .numbers: "numbers separated by semicolons"
    case .identifiers: "ids separated by semicolons"
    case .formula: "formula"
    }
  }
}
