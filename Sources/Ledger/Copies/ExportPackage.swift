// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The description of exported entries.
struct ExportPackage: Sendable {
  static let table = "entries.csv"
  static let header = columns.map(\.name).joined(separator: ",")

  private struct Column {
    let name: String
    let type: String
    let meaning: String
  }

  private static let columns = [
    Column(name: "sequence", type: "integer", meaning: "The place in the chain, from 1."),
    Column(name: "time", type: "datetime", meaning: "When it was recorded, in UTC."),
    Column(name: "author", type: "string", meaning: "The random id of who did it."),
    Column(name: "role", type: "string", meaning: "The role in which it was done."),
    Column(name: "family", type: "string", meaning: "The family of the event."),
    Column(name: "type", type: "string", meaning: "What happened."),
    Column(name: "version", type: "integer", meaning: "The version of the layout of the event."),
    Column(name: "subject", type: "string", meaning: "What it happened to."),
    Column(name: "event", type: "string", meaning: "The event as JSON; texts by digest only."),
    Column(name: "previous", type: "string", meaning: "The digest of the entry before."),
    Column(
      name: "digest", type: "string",
      meaning: "SHA-256 of the columns before it, each as its length in bytes, a colon, itself and "
        + "a line feed."),
  ]

  let facts: FileFacts
  let entries: Int
  let end: Anchor
  let asOf: Date?

  func json() throws -> Data {
    var package: [String: Any] = [
      "name": "ledger", "title": "Entries of the ledger, without the texts beside its chain",
      "anchor": end.description, "resources": [resource],
    ]
    if let asOf { package["asOf"] = LedgerTime.text(asOf) }
    return try JSONSerialization.data(
      withJSONObject: package, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
      + Data("\n".utf8)
  }

  private var resource: [String: Any] {
    [
      "name": "entries", "path": ExportPackage.table, "profile": "tabular-data-resource",
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": facts.bytes,
      "hash": "sha256:" + facts.sha256, "rows": entries,
      "schema": [
        "primaryKey": "sequence",
        "fields": ExportPackage.columns.map {
          [
            "name": $0.name, "type": $0.type, "format": $0.type == "datetime" ? "any" : "default",
            "description": $0.meaning,
          ]
        },
      ] as [String: Any],
    ]
  }

  /// A row of comma-separated values (RFC 4180), with line feeds.
  static func line(_ row: EntryRow) -> String {
    [
      String(row.sequence), row.time, row.author.id, row.author.role, row.family, row.type,
      String(row.version), row.subject, row.payload, row.previous, row.digest,
    ].map(quoted).joined(separator: ",")
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
