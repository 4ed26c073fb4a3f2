// SPDX-License-Identifier: Apache-2.0

import Engagement
public import Ledger
import Synchronization

/// The record of what happened, up to the end of it that a paper is drawn from.
public struct PaperRecord: Sendable {
  /// The whole record.
  public let ledger: Ledger
  /// Where the part of it ends that the paper takes into account.
  public let anchor: Anchor
  /// Entries that were cited already: many figures rest on the same ones.
  private let cited = CitedEntries()

  /// The record up to an end.
  public init(_ ledger: Ledger, anchor: Anchor) {
    self.ledger = ledger
    self.anchor = anchor
  }

  /// A state after the entries that the paper takes into account.
  ///
  /// - Throws: `LedgerError`.
  public func state<State: Fold>(_ type: State.Type) throws(LedgerError) -> State {
    try ledger.state(type, through: anchor.sequence)
  }

  /// The entries of a family.
  ///
  /// - Throws: `LedgerError`.
  public func entries(family: String) throws(LedgerError) -> [Entry] {
    try ledger.entries(family: family, through: anchor.sequence)
  }

  /// The entry of a sequence number, as a paper cites it, or nil when the paper may not know it.
  public func entry(_ sequence: Int64?) -> PaperEntry? {
    guard let sequence, 0 < sequence, sequence <= anchor.sequence else { return nil }
    return cited.entry(sequence) {
      try? ledger.entries(after: sequence - 1, through: sequence).first.map(PaperEntry.init)
    }
  }

  /// A text beside the chain; a sentence in its place when it was erased.
  public func text(_ reference: ContentReference?) -> String {
    guard let reference else { return "" }
    return ((try? ledger.content(reference.id)) ?? nil) ?? "(this text was erased)"
  }
}

/// Entries by number, read once.
private final class CitedEntries: Sendable {
  private let known = Mutex<[Int64: PaperEntry]>([:])

  func entry(_ sequence: Int64, read: () -> PaperEntry?) -> PaperEntry? {
    if let found = known.withLock({ $0[sequence] }) { return found }
    guard let found = read() else { return nil }
    known.withLock { $0[sequence] = found }
    return found
  }
}
