// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Ledger {
  /// Whether an event with a token was recorded: a form that was sent twice, when it was.
  ///
  /// - Throws: `LedgerError`.
  public func knows(token: String) throws(LedgerError) -> Bool {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT 1 FROM entry WHERE token = ?")
      return try Int.fetchOne(statement, arguments: [token]) != nil
    }
  }
}
