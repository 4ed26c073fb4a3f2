// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Ledger {
  /// The end of the chain as it is now, to be published.
  ///
  /// - Throws: `LedgerError`.
  public func anchor() throws(LedgerError) -> Anchor {
    try read { database in
      let end = try ChainEnd.read(database)
      return Anchor(sequence: end.sequence, digest: end.digest)
    }
  }

  /// Recomputes the whole chain and compares the texts beside it with what it says of them.
  ///
  /// - Parameters:
  ///   - anchor: an end of the chain that somebody kept; it shows whether entries were cut off.
  ///   - progress: told how many entries are done, and of how many.
  /// - Returns: what came of it.
  /// - Throws: `LedgerError` when the file cannot be opened; what is wrong with the chain is in
  ///   the outcome.
  public func verify(
    against anchor: Anchor? = nil, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> Verification {
    var verifier = Verifier(pool, file: file, anchor: anchor)
    return try verifier.verify(progress)
  }

  /// Recomputes the chain of a file that is opened for reading only and not changed.
  ///
  /// - Parameters:
  ///   - file: the file of the ledger.
  ///   - anchor: an end of the chain that somebody kept.
  ///   - progress: told how many entries are done, and of how many.
  /// - Returns: what came of it.
  /// - Throws: `LedgerError` when the file cannot be opened.
  public static func verify(
    file: String, against anchor: Anchor? = nil,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> Verification {
    let queue = try DatabaseFile.reader(file, .ledger)
    var verifier = Verifier(queue, file: file, anchor: anchor)
    return try verifier.verify(progress)
  }
}
