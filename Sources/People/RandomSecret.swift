// SPDX-License-Identifier: Apache-2.0

import Ledger

/// Secrets that nobody guesses.
enum RandomSecret {
  /// 256 random bits, as 52 letters and digits.
  static func long() -> String { RandomID.make() + RandomID.make() }
}
