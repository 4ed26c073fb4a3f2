// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// What the ledger itself records.
public enum LedgerEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "ledger"
  /// Texts beside the chain were erased; the entry of a sequence number says why.
  case erased(contents: [String], saying: Int64)
}

extension Ledger {
  /// The text of a content, or nil when it was erased or never was.
  ///
  /// - Throws: `LedgerError`.
  public func content(_ id: String) throws(LedgerError) -> String? {
    try contents([id])[id]
  }

  /// The texts of many contents by id; those that were erased are left out.
  ///
  /// - Throws: `LedgerError`.
  public func contents(_ ids: [String]) throws(LedgerError) -> [String: String] {
    try read { database in
      var texts: [String: String] = [:]
      let statement = try database.cachedStatement(
        sql: "SELECT text FROM content WHERE id = ? AND text IS NOT NULL")
      for id in ids { texts[id] = try String.fetchOne(statement, arguments: [id]) }
      return texts
    }
  }

  /// Erases texts beside the chain, for good, together with the event that says why.
  ///
  /// Behind that event the ledger adds an entry of its own with the ids of what was erased, so that
  /// `verify` can tell an erasure from a loss. Texts that were erased before stay erased, and are
  /// not in it; with a token the event is recorded once however often this is called. The bytes of
  /// the texts are overwritten, in the file and in its write-ahead log; copies elsewhere, such as
  /// backups, are not.
  /// - Returns: how many texts there were to erase.
  /// - Throws: `LedgerError`; nothing was erased then.
  @discardableResult
  public func erase(_ ids: [String], saying draft: Draft) async throws(LedgerError) -> Int {
    try await writer.write(clearsLog: true) { [self] database in
      let table = table(database)
      let receipt = try table.append(draft)
      let present = try present(ids, database)
      if present.isEmpty { return 0 }
      let record = try table.append(
        Draft(
          LedgerEvent.erased(contents: present, saying: receipt.entry.sequence),
          subject: draft.subject, by: draft.author))
      let statement = try database.cachedStatement(
        sql: "UPDATE content SET text = NULL, salt = NULL, erased = ? WHERE id = ?")
      for id in present { try statement.execute(arguments: [record.entry.sequence, id]) }
      return present.count
    }
  }

  private func present(_ ids: [String], _ database: Database) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM content WHERE id = ? AND text IS NOT NULL")
    return try Set(ids).sorted().filter {
      try String.fetchOne(statement, arguments: [$0]) != nil
    }
  }
}
