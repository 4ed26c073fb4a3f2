// SPDX-License-Identifier: Apache-2.0

import Engagement
public import Ledger

/// The record of what happened, up to the end of it that a paper is drawn from.
public struct PaperRecord: Sendable {
  /// The whole record.
  public let ledger: Ledger
  /// Where the part of it ends that the paper takes into account.
  public let anchor: Anchor

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
    guard let sequence, (1...max(1, anchor.sequence)).contains(sequence) else { return nil }
    return try? ledger.entries(after: sequence - 1, through: sequence).first.map(PaperEntry.init)
  }

  /// A text beside the chain; a sentence in its place when it was erased.
  public func text(_ reference: ContentReference?) -> String {
    guard let reference else { return "" }
    return ((try? ledger.content(reference.id)) ?? nil) ?? "(this text was erased)"
  }
}
