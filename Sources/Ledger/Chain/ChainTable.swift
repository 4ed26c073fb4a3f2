// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// The last entry of the chain.
struct ChainEnd: Sendable {
  let sequence: Int64
  let time: String
  let digest: String

  /// The end of the chain before anything happened.
  static let origin = ChainEnd(sequence: 0, time: "", digest: ChainDigest.origin)

  static func read(_ database: Database) throws -> ChainEnd {
    let statement = try database.cachedStatement(
      sql: "SELECT sequence, time, digest FROM entry ORDER BY sequence DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return origin }
    return ChainEnd(
      sequence: try row.decode(Int64.self, atIndex: 0),
      time: try row.decode(String.self, atIndex: 1),
      digest: try row.decode(String.self, atIndex: 2))
  }
}

/// Adds to the chain; always inside a transaction that keeps every other writer out.
struct ChainTable {
  let database: Database
  let now: Date
  /// Told by how many seconds the clock is behind the last entry.
  let clockIsBehind: (TimeInterval) -> Void

  /// Appends an event with its contents, or finds the entry that has its token.
  func append(_ draft: Draft) throws -> Receipt {
    if let token = draft.token, let known = try entry(token: token) {
      return Receipt(entry: known.entry, isRepeat: true)
    }
    let end = try ChainEnd.read(database)
    let row = EntryRow(
      draft, sequence: end.sequence + 1, time: time(after: end), previous: end.digest)
    try insert(row, token: draft.token)
    for content in draft.contents { try insert(content) }
    return Receipt(entry: row.entry, isRepeat: false)
  }

  /// The present time, or that of the last entry when the clock was put back.
  private func time(after end: ChainEnd) -> String {
    let text = LedgerTime.text(now)
    if text >= end.time { return text }
    clockIsBehind(LedgerTime.date(end.time).timeIntervalSince(now))
    return end.time
  }

  private func insert(_ row: EntryRow, token: String?) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry (\(EntryRow.columns), token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      row.sequence, row.time, row.author.id, row.author.role, row.family, row.type, row.version,
      row.subject, row.payload, row.previous, row.digest, token,
    ])
  }

  private func insert(_ content: Content) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO content (id, kind, salt, text) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [content.id, content.kind, content.salt, content.text])
  }

  private func entry(token: String) throws -> EntryRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(EntryRow.columns) FROM entry WHERE token = ?")
    return try Row.fetchOne(statement, arguments: [token]).map(EntryRow.init)
  }
}
