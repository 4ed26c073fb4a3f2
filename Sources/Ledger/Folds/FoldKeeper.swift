// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization

/// A state and the last entry that it takes into account.
struct KeptState<State: Fold>: Sendable {
  var state: State
  var through: Int64

  /// Takes the entries of the range into account that lie behind the state.
  ///
  /// The state is changed in place, so that a big one is not copied. When an event cannot be read,
  /// the state stands at the entry before it.
  mutating func catchUp(_ database: Database, through end: Int64, asOf time: Date?) throws {
    let range = EntryRange(
      family: State.Event.family, after: through, through: end, asOf: time)
    let rows = try range.cursor(database)
    while let row = try rows.next() {
      let entry = row.entry
      state.apply(try EventCoding.decode(State.Event.self, entry), entry)
      through = entry.sequence
    }
    through = max(through, end)
  }
}

/// Keeps the state of one fold up to date for all callers.
final class FoldKeeper<State: Fold>: Sendable {
  private let kept = Mutex<KeptState<State>?>(nil)

  /// The state after every entry that is on disk when this is called.
  func state(_ ledger: Ledger) throws(LedgerError) -> State {
    try latest(ledger).state
  }

  /// The same, with the last entry that it takes into account.
  func latest(_ ledger: Ledger) throws(LedgerError) -> KeptState<State> {
    // One step down the right edge of a tree: it sees what other programs wrote as well.
    let end: Int64
    do {
      end = try ledger.pool.unsafeRead { try ChainEnd.sequence($0) }
    } catch {
      throw LedgerError.of(error, file: ledger.file)
    }
    return try kept.withLock { (kept) throws(LedgerError) -> KeptState<State> in
      if let kept, kept.through >= end { return kept }
      try ledger.read { database in
        if kept == nil { kept = try SnapshotTable.latest(State.self, asOf: nil, database) }
        try kept?.catchUp(database, through: ChainEnd.sequence(database), asOf: nil)
      }
      return kept ?? KeptState(state: State(), through: 0)
    }
  }
}

extension ChainEnd {
  /// The number of the last entry, or 0.
  static func sequence(_ database: Database) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "SELECT sequence FROM entry ORDER BY sequence DESC LIMIT 1")
    return try Int64.fetchOne(statement) ?? 0
  }
}
