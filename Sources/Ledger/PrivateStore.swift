// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Private records in a file of their own, by kind and random id: contact details, equality
/// answers, drafts. What is removed is gone; nothing here is part of the chain.
///
/// Rows are ordered by their random ids, so that the file does not tell in which order they came.
public final class PrivateStore: Sendable {
  private let file: String
  private let pool: DatabasePool

  /// Opens the store in a file, and makes it when there is none.
  ///
  /// - Throws: `LedgerError.unavailable`.
  public init(file: String) throws(LedgerError) {
    self.file = file
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase {
        try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
      }
      pool = try DatabasePool(path: file, configuration: configuration)
      try pool.write { try PrivateStore.makeTables($0) }
    } catch {
      throw .unavailable(file: file, reason: "\(error)")
    }
  }

  private static func makeTables(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS record (
          kind TEXT NOT NULL, id TEXT NOT NULL, lookup TEXT, json TEXT NOT NULL,
          PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS record_lookup ON record (kind, lookup);
        """)
  }

  /// Keeps a record under an id, in place of the one that was there.
  ///
  /// - Parameter lookup: a second key by which it can be found; unique within the kind.
  /// - Throws: `LedgerError`; nothing was kept then.
  public func put(
    _ record: some Encodable & Sendable, kind: String, id: String, lookup: String? = nil
  ) async throws(LedgerError) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let json = String(decoding: try encoder.encode(record), as: UTF8.self)
      try await pool.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)",
          arguments: [kind, id, lookup, json])
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  /// The record of an id, or nil.
  ///
  /// - Throws: `LedgerError`.
  public func get<Record: Decodable>(
    _: Record.Type, kind: String, id: String
  ) throws(LedgerError) -> Record? {
    try rows(Record.self, "kind = ? AND id = ?", [kind, id]).first?.record
  }

  /// The record with a second key, with its id, or nil.
  ///
  /// - Throws: `LedgerError`.
  public func find<Record: Decodable>(
    _: Record.Type, kind: String, lookup: String
  ) throws(LedgerError) -> (id: String, record: Record)? {
    try rows(Record.self, "kind = ? AND lookup = ?", [kind, lookup]).first
  }

  /// All records of a kind, in the order of their random ids.
  ///
  /// - Throws: `LedgerError`.
  public func all<Record: Decodable>(
    _: Record.Type, kind: String
  ) throws(LedgerError) -> [(id: String, record: Record)] {
    try rows(Record.self, "kind = ? ORDER BY id", [kind])
  }

  /// Removes a record for good, and says whether there was one.
  ///
  /// - Throws: `LedgerError`.
  @discardableResult
  public func remove(kind: String, id: String) async throws(LedgerError) -> Bool {
    do {
      return try await pool.write { database in
        try database.execute(
          sql: "DELETE FROM record WHERE kind = ? AND id = ?", arguments: [kind, id])
        return database.changesCount > 0
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  private func rows<Record: Decodable>(
    _: Record.Type, _ condition: String, _ arguments: [String]
  ) throws(LedgerError) -> [(id: String, record: Record)] {
    do {
      let rows = try pool.read { database in
        try Row.fetchAll(
          database, sql: "SELECT id, json FROM record WHERE " + condition,
          arguments: StatementArguments(arguments))
      }
      return try rows.map { row in
        let json: String = row["json"]
        return (row["id"], try JSONDecoder().decode(Record.self, from: Data(json.utf8)))
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }
}
