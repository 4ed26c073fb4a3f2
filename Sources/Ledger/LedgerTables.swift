// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB

/// The tables of the ledger's file.
enum LedgerTables {
  static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS entry (
          sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
          time TEXT NOT NULL, author TEXT NOT NULL, role TEXT NOT NULL,
          family TEXT NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
          subject TEXT NOT NULL, payload TEXT NOT NULL, token TEXT UNIQUE,
          previous TEXT NOT NULL, digest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS entry_family ON entry (family, sequence);
        CREATE TABLE IF NOT EXISTS content (
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, salt TEXT, text TEXT
        ) STRICT, WITHOUT ROWID;
        """)
  }

  static func append(_ draft: Draft, at now: Date, _ database: Database) throws -> Receipt {
    if let token = draft.token, let row = try repeated(token, database) {
      return Receipt(entry: entry(row), isRepeat: true)
    }
    let last = try Row.fetchOne(
      database, sql: "SELECT sequence, time, digest FROM entry ORDER BY sequence DESC LIMIT 1")
    let sequence: Int64 = (last?["sequence"] ?? 0) + 1
    let time = max(LedgerTime.text(now), last?["time"] ?? "")
    let previous: String = last?["digest"] ?? String(repeating: "0", count: 64)
    let digest = Self.digest(draft, sequence, time, previous)
    try database.execute(
      sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        sequence, time, draft.author.id, draft.author.role, draft.family, draft.type,
        draft.version, draft.subject, draft.payload, draft.token, previous, digest,
      ])
    for content in draft.contents {
      try database.execute(
        sql: "INSERT INTO content VALUES (?, ?, ?, ?)",
        arguments: [content.id, content.kind, content.salt, content.text])
    }
    return Receipt(
      entry: Entry(
        sequence: sequence, time: LedgerTime.date(time), author: draft.author,
        family: draft.family, type: draft.type, version: draft.version, subject: draft.subject,
        payload: draft.payload, previous: previous, digest: digest),
      isRepeat: false)
  }

  static func entries(
    _ family: String?, after sequence: Int64, _ database: Database
  ) throws -> [Entry] {
    let rows =
      if let family {
        try Row.fetchAll(
          database,
          sql: "SELECT * FROM entry WHERE family = ? AND sequence > ? ORDER BY sequence",
          arguments: [family, sequence])
      } else {
        try Row.fetchAll(
          database, sql: "SELECT * FROM entry WHERE sequence > ? ORDER BY sequence",
          arguments: [sequence])
      }
    return rows.map(entry)
  }

  private static func repeated(_ token: String, _ database: Database) throws -> Row? {
    try Row.fetchOne(database, sql: "SELECT * FROM entry WHERE token = ?", arguments: [token])
  }

  private static func entry(_ row: Row) -> Entry {
    Entry(
      sequence: row["sequence"], time: LedgerTime.date(row["time"]),
      author: Author(id: row["author"], role: row["role"]), family: row["family"],
      type: row["type"], version: row["version"], subject: row["subject"],
      payload: row["payload"], previous: row["previous"], digest: row["digest"])
  }

  private static func digest(
    _ draft: Draft, _ sequence: Int64, _ time: String, _ previous: String
  ) -> String {
    var hash = SHA256()
    let fields = [
      String(sequence), time, draft.author.id, draft.author.role, draft.family, draft.type,
      String(draft.version), draft.subject, draft.payload, previous,
    ]
    for field in fields { hash.update(data: Data("\(field.utf8.count):\(field)\n".utf8)) }
    return hash.finalize().hexadecimal
  }
}

/// Times as the ledger writes them: UTC to the millisecond, so that text order is time order.
enum LedgerTime {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  static func text(_ date: Date) -> String { date.formatted(style) }
  static func date(_ text: String) -> Date { (try? Date(text, strategy: style)) ?? .distantPast }
}
