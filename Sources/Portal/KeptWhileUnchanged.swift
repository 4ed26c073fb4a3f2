// SPDX-License-Identifier: Apache-2.0

import Ledger
import Synchronization

/// What was worked out from the ledger, kept until the ledger grows.
///
/// Many people read the same page; what it shows is worked out once for all of them.
final class KeptWhileUnchanged<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let ledger: Ledger
  private let kept = Mutex<(sequence: Int64, values: [Key: Value])>((0, [:]))

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The value of a key, worked out now when nothing is kept or the ledger has grown since.
  func value(
    _ key: Key, _ work: () throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    let sequence = try ledger.anchor().sequence
    let known = kept.withLock { $0.sequence == sequence ? $0.values[key] : nil }
    if let known { return known }
    let value = try work()
    kept.withLock { kept in
      if kept.sequence != sequence { kept = (sequence, [:]) }
      // Days and themes can be named at will, so what is kept is limited.
      if kept.values.count < 500 { kept.values[key] = value }
    }
    return value
  }
}
