// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger
import Synchronization

/// The last entry of each day, so that a bundle of any day can be checked against the ledger.
public final class LedgerAnchors: Sendable {
  private let ledger: Ledger
  private let known = Mutex<Known>(Known())

  private struct Known: Sendable {
    var sequence: Int64 = 0
    var days: [CalendarDay: LedgerAnchor] = [:]
  }

  /// The anchors of a ledger.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// The last entry by the end of a day.
  ///
  /// - Throws: `LedgerError`.
  public func anchor(asOf day: CalendarDay) throws(LedgerError) -> LedgerAnchor? {
    let start = known.withLock { $0.sequence }
    let entries = try ledger.entries(after: start)
    return known.withLock { known in
      for entry in entries where entry.sequence > known.sequence {
        known.days[CalendarDay(entry.time)] = LedgerAnchor(
          sequence: entry.sequence, digest: entry.digest, time: entry.time)
        known.sequence = entry.sequence
      }
      return known.days.filter { $0.key <= day }.max { $0.key < $1.key }?.value
    }
  }
}
