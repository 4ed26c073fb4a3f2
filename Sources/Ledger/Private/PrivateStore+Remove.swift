// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension PrivateStore {
  /// Removes a record for good, and says whether there was one.
  ///
  /// Its bytes are overwritten, in the file and in its write-ahead log.
  /// - Throws: `LedgerError`; nothing was removed then.
  @discardableResult
  public func remove(kind: String, id: String) async throws(LedgerError) -> Bool {
    try await writer.write(clearsLog: true) { database in
      try PrivateStore.remove([id], kind: kind, database) > 0
    }
  }

  /// Removes all records of a kind for good, and says how many there were.
  ///
  /// - Throws: `LedgerError`; nothing was removed then.
  @discardableResult
  public func removeAll(kind: String) async throws(LedgerError) -> Int {
    try await writer.write(clearsLog: true) { database in
      try database.execute(sql: "DELETE FROM record WHERE kind = ?", arguments: [kind])
      return database.changesCount
    }
  }

  /// Removes those records of a kind for good that a rule picks, and says how many there were.
  ///
  /// The rule is told the id and the record, inside the transaction, so that nothing changes between
  /// the question and the removal.
  /// - Throws: `LedgerError`, also when a record of the kind cannot be read; nothing was removed
  ///   then.
  @discardableResult
  public func removeAll<Record: Decodable & Sendable>(
    _: Record.Type, kind: String,
    where isPicked: @escaping @Sendable (_ id: String, _ record: Record) -> Bool
  ) async throws(LedgerError) -> Int {
    try await writer.write(clearsLog: true) { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, json FROM record WHERE kind = ? ORDER BY id",
        arguments: [kind])
      var ids: [String] = []
      while let row = try rows.next() {
        let found = try PrivateStore.decoded(Record.self, row)
        if isPicked(found.id, found.record) { ids.append(found.id) }
      }
      return try PrivateStore.remove(ids, kind: kind, database)
    }
  }

  private static func remove(
    _ ids: [String], kind: String, _ database: Database
  ) throws -> Int {
    let statement = try database.cachedStatement(
      sql: "DELETE FROM record WHERE kind = ? AND id = ?")
    var count = 0
    for id in ids {
      try statement.execute(arguments: [kind, id])
      count += database.changesCount
    }
    return count
  }
}
