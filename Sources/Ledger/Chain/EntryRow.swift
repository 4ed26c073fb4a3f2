// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// A row of the table of entries, with the time as it is written there.
struct EntryRow: Sendable {
  static let columns =
    "sequence, time, author, role, family, type, version, subject, payload, previous, digest"

  let sequence: Int64
  let time: String
  let author: Author
  let family: String
  let type: String
  let version: Int
  let subject: String
  let payload: String
  let previous: String
  var digest: String

  /// A row for an event that is to be appended; its digest is worked out.
  init(_ draft: Draft, sequence: Int64, time: String, previous: String) {
    self.sequence = sequence
    self.time = time
    author = draft.author
    family = draft.family
    type = draft.type
    version = draft.version
    subject = draft.subject
    payload = draft.payload
    self.previous = previous
    digest = ""
    digest = ChainDigest.of(self)
  }

  /// A row as the database has it; throws when a damaged file gives something else.
  init(_ row: Row) throws {
    sequence = try row.decode(Int64.self, atIndex: 0)
    time = try row.decode(String.self, atIndex: 1)
    author = Author(
      id: try row.decode(String.self, atIndex: 2), role: try row.decode(String.self, atIndex: 3))
    family = try row.decode(String.self, atIndex: 4)
    type = try row.decode(String.self, atIndex: 5)
    version = try row.decode(Int.self, atIndex: 6)
    subject = try row.decode(String.self, atIndex: 7)
    payload = try row.decode(String.self, atIndex: 8)
    previous = try row.decode(String.self, atIndex: 9)
    digest = try row.decode(String.self, atIndex: 10)
  }

  var entry: Entry {
    Entry(
      sequence: sequence, time: LedgerTime.date(time), author: author, family: family, type: type,
      version: version, subject: subject, payload: payload, previous: previous, digest: digest)
  }
}

/// Which entries are asked for.
struct EntryRange: Sendable {
  var family: String?
  var after: Int64 = 0
  var through = Int64.max
  var asOf: Date?
  var limit = Int64.max

  /// The rows of the range in order, read as they are asked for.
  func cursor(_ database: Database) throws -> some Cursor<EntryRow> {
    var conditions = "sequence > ? AND sequence <= ?"
    var arguments: StatementArguments = [after, through]
    if let family {
      conditions += " AND family = ?"
      arguments += [family]
    }
    if let asOf {
      conditions += " AND time <= ?"
      arguments += [LedgerTime.text(asOf)]
    }
    let statement = try database.cachedStatement(
      sql: "SELECT \(EntryRow.columns) FROM entry WHERE \(conditions) ORDER BY sequence LIMIT ?")
    arguments += [limit]
    return try Row.fetchCursor(statement, arguments: arguments).map { try EntryRow($0) }
  }
}
