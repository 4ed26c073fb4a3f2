// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Private records in a file of their own, by kind and random id.
///
/// They are contact details, equality answers and drafts. What is removed is gone; nothing here is part of the chain.
///
/// Rows are ordered by their random ids, so that the file does not tell in which order they came.
public final class PrivateStore: Sendable {
  let file: String
  let pool: DatabasePool
  let writer: GroupWriter

  /// Opens the store in a file, and makes it when there is none.
  ///
  /// - Parameters:
  ///   - file: where the file is.
  ///   - patience: how many seconds to wait for another program that is writing.
  ///   - leavesNoOrder: whether the file beside it, the log of what was written last, is emptied
  ///     after every write, so that nobody can read there in which order records came.
  /// - Throws: `LedgerError`; nothing was changed then.
  public init(
    file: String, patience: Double = 10, leavesNoOrder: Bool = false
  ) throws(LedgerError) {
    self.file = file
    pool = try DatabaseFile.open(file, .records, seconds: patience)
    writer = GroupWriter(
      pool, file: file, seconds: patience, leavesNoOrder: leavesNoOrder)
  }

  /// Keeps a record under an id, in place of the one that was there.
  ///
  /// - Parameters:
  ///   - record: what is kept.
  ///   - kind: its kind.
  ///   - id: its random id.
  ///   - lookup: a second key by which it can be found; unique within the kind.
  /// - Throws: `LedgerError`, `lookupTaken` when another record has the second key; nothing was
  ///   kept then.
  public func put(
    _ record: some Encodable & Sendable, kind: String, id: String, lookup: String? = nil
  ) async throws(LedgerError) {
    try await put([PrivateRecord(record, id: id, lookup: lookup)], kind: kind)
  }

  /// Keeps many records of a kind, all of them or none.
  ///
  /// - Throws: `LedgerError`, `lookupTaken` when two records would have one second key; nothing was
  ///   kept then.
  public func put<Record: Encodable & Sendable>(
    _ records: [PrivateRecord<Record>], kind: String
  ) async throws(LedgerError) {
    if records.isEmpty { return }
    let rows = try encoded(records)
    try await writer.write { database in
      for row in rows { try PrivateStore.put(row, kind: kind, database) }
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

  /// How many records of a kind there are.
  ///
  /// - Throws: `LedgerError`.
  public func count(kind: String) throws(LedgerError) -> Int {
    do {
      return try pool.read { database in
        try Int.fetchOne(
          database, sql: "SELECT COUNT(*) FROM record WHERE kind = ?", arguments: [kind]) ?? 0
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  private func rows<Record: Decodable>(
    _: Record.Type, _ condition: String, _ arguments: [String]
  ) throws(LedgerError) -> [(id: String, record: Record)] {
    do {
      return try pool.read { database in
        let statement = try database.cachedStatement(
          sql: "SELECT id, json FROM record WHERE " + condition)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        return try Array(rows.map { try PrivateStore.decoded(Record.self, $0) })
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }
}

/// A record that is to be kept under a random id.
public struct PrivateRecord<Record: Sendable>: Sendable {
  /// The random id.
  public let id: String
  /// A second key by which it can be found, or nil.
  public let lookup: String?
  /// What is kept.
  public let record: Record

  /// A record under an id.
  public init(_ record: Record, id: String, lookup: String? = nil) {
    self.record = record
    self.id = id
    self.lookup = lookup
  }
}
