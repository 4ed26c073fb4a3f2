// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB

extension Ledger {
  /// The end of the chain as it was at a time, with what happened in that very millisecond.
  ///
  /// - Throws: `LedgerError`.
  public func anchor(asOf time: Date) throws(LedgerError) -> Anchor {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT sequence, digest FROM entry WHERE time <= ? ORDER BY sequence DESC LIMIT 1
          """)
      guard let row = try Row.fetchOne(statement, arguments: [LedgerTime.text(time)]) else {
        return Anchor(sequence: 0, digest: ChainDigest.origin)
      }
      return Anchor(
        sequence: try row.decode(Int64.self, atIndex: 0),
        digest: try row.decode(String.self, atIndex: 1))
    }
  }

  /// The state of a fold after a number of entries, so that what was published from an anchor can be
  /// worked out again, whatever has happened since.
  ///
  /// - Throws: `LedgerError.unreadable` when an event cannot be read.
  public func state<State: Fold>(
    _: State.Type, through sequence: Int64
  ) throws(LedgerError) -> State {
    try read { database in
      var kept = KeptState(state: State(), through: 0)
      try kept.catchUp(database, through: sequence, asOf: nil)
      return kept.state
    }
  }

  /// The entries of a family, or all, up to a place in the chain.
  ///
  /// - Throws: `LedgerError`.
  public func entries(
    family: String? = nil, after sequence: Int64 = 0, through end: Int64
  ) throws(LedgerError) -> [Entry] {
    try read { try EntryRange(family: family, after: sequence, through: end).entries($0) }
  }
}
