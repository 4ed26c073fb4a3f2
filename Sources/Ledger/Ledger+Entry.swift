// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The entry with a number, or nil when there is none.
  ///
  /// - Throws: `LedgerError`.
  public func entry(numbered sequence: Int64) throws(LedgerError) -> Entry? {
    try read { database in
      try EntryRange(family: nil, after: sequence - 1, through: sequence).entries(database).first
    }
  }
}
