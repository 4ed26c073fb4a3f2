// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// A private record as its table has it.
struct PrivateRow: Sendable {
  let id: String
  let lookup: String?
  let json: String
}

extension DatabaseLayout {
  /// The table of a store of private records.
  ///
  /// The mark is "WLD2" in ASCII.
  static let records = DatabaseLayout(
    name: "a store of private records", mark: 0x574C_4432, version: 1
  ) { database, _ in
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS record (
          kind TEXT NOT NULL, id TEXT NOT NULL, lookup TEXT, json TEXT NOT NULL,
          PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS record_lookup ON record (kind, lookup);
        """)
  }
}

extension PrivateStore {
  func encoded<Record: Encodable & Sendable>(
    _ records: [PrivateRecord<Record>]
  ) throws(LedgerError) -> [PrivateRow] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return try records.map { record in
        PrivateRow(
          id: record.id, lookup: record.lookup,
          json: String(decoding: try encoder.encode(record.record), as: UTF8.self))
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  static func decoded<Record: Decodable>(
    _: Record.Type, _ row: Row
  ) throws -> (id: String, record: Record) {
    let json = try row.decode(String.self, atIndex: 1)
    return (
      try row.decode(String.self, atIndex: 0),
      try JSONDecoder().decode(Record.self, from: Data(json.utf8))
    )
  }

  static func put(_ row: PrivateRow, kind: String, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO record (kind, id, lookup, json) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET lookup = excluded.lookup, json = excluded.json
        """)
    do {
      try statement.execute(arguments: [kind, row.id, row.lookup, row.json])
    } catch let fault as DatabaseError where fault.resultCode == .SQLITE_CONSTRAINT {
      throw LedgerError.lookupTaken(kind: kind)
    }
  }
}
