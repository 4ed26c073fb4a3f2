// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Synchronization

extension Ledger {
  /// The state of a fold after everything that has happened, in this program or another.
  ///
  /// When nothing happened since the last call, this costs one look at the end of the ledger;
  /// otherwise only the new events are read.
  /// - Throws: `LedgerError.unreadable` when an event cannot be read.
  public func state<State: Fold>(_: State.Type) throws(LedgerError) -> State {
    try keeper(State.self).state(self)
  }

  /// The state of a fold as it was at a time, with what happened in that very millisecond.
  ///
  /// It is worked out from the latest kept state before that time, when the fold has any.
  /// - Throws: `LedgerError.unreadable` when an event cannot be read.
  public func state<State: Fold>(
    _: State.Type, asOf time: Date
  ) throws(LedgerError) -> State {
    try read { database in
      var kept = try SnapshotTable.latest(State.self, asOf: time, database)
      try kept.catchUp(database, through: .max, asOf: time)
      return kept.state
    }
  }

  /// Keeps the present state of a fold in the ledger's file, for the next start and for questions
  /// about the past; call it now and then, such as once a day and when the program ends.
  ///
  /// - Throws: `LedgerError`; nothing was kept then.
  public func saveSnapshot<State: SnapshotFold>(_: State.Type) async throws(LedgerError) {
    let kept = try keeper(State.self).latest(self)
    if kept.through == 0 { return }
    let text: String
    do {
      text = String(decoding: try JSONEncoder().encode(kept.state), as: UTF8.self)
    } catch {
      throw LedgerError.of(error, file: file)
    }
    try await writer.write { database in
      try SnapshotTable.save(State.self, text, through: kept.through, database)
    }
  }

  private func keeper<State: Fold>(_: State.Type) -> FoldKeeper<State> {
    keepers.withLock { keepers in
      let key = ObjectIdentifier(State.self)
      if let known = keepers[key] as? FoldKeeper<State> { return known }
      let keeper = FoldKeeper<State>()
      keepers[key] = keeper
      return keeper
    }
  }
}
