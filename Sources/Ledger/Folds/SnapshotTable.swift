// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB

/// The kept states of folds.
enum SnapshotTable {
  /// How many states of a fold are kept, for questions about the past.
  static let largestCount = 24

  /// The latest kept state that holds at a time, or the state before anything happened.
  static func latest<State: Fold>(
    _: State.Type, asOf time: Date?, _ database: Database
  ) throws -> KeptState<State> {
    if let fold = State.self as? any SnapshotFold.Type,
      let found = try read(fold, asOf: time, database), let state = found.state as? State
    {
      return KeptState(state: state, through: found.through)
    }
    return KeptState(state: State(), through: 0)
  }

  private static func read<State: SnapshotFold>(
    _: State.Type, asOf time: Date?, _ database: Database
  ) throws -> (state: any Fold, through: Int64)? {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT snapshot.sequence, snapshot.seal, snapshot.state FROM snapshot
        JOIN entry ON entry.sequence = snapshot.sequence AND entry.digest = snapshot.digest
        WHERE snapshot.name = ? AND snapshot.version = ? AND entry.time <= ?
        ORDER BY snapshot.sequence DESC
        """,
      arguments: [
        State.snapshotName, State.snapshotVersion, time.map(LedgerTime.text) ?? "9999-12-32",
      ])
    while let row = try rows.next() {
      let text = try row.decode(String.self, atIndex: 2)
      guard try row.decode(String.self, atIndex: 1) == seal(text) else { continue }
      // A state that cannot be read any more is worked out anew.
      guard let state = try? JSONDecoder().decode(State.self, from: Data(text.utf8)) else {
        continue
      }
      return (state, try row.decode(Int64.self, atIndex: 0))
    }
    return nil
  }

  /// Keeps a state, and drops those that no longer fit the fold or the chain.
  static func save<State: SnapshotFold>(
    _: State.Type, _ text: String, through sequence: Int64, _ database: Database
  ) throws {
    guard
      let digest = try String.fetchOne(
        database, sql: "SELECT digest FROM entry WHERE sequence = ?", arguments: [sequence])
    else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        State.snapshotName, State.snapshotVersion, sequence, digest, seal(text), text,
      ])
    try database.execute(
      sql: """
        DELETE FROM snapshot WHERE name = ?1 AND (
          version <> ?2
          OR NOT EXISTS (SELECT 1 FROM entry
            WHERE entry.sequence = snapshot.sequence AND entry.digest = snapshot.digest)
          OR sequence NOT IN (SELECT sequence FROM snapshot
            WHERE name = ?1 AND version = ?2 ORDER BY sequence DESC LIMIT ?3))
        """,
      arguments: [State.snapshotName, State.snapshotVersion, largestCount])
  }

  private static func seal(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}
