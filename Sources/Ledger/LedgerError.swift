// SPDX-License-Identifier: Apache-2.0

/// What can go wrong with the ledger and the stores beside it.
public enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file cannot be opened or made.
  case unavailable(file: String, reason: String)
  /// The disk is full: nothing of this was recorded.
  case diskFull(file: String)
  /// The file or its folder may only be read.
  case readOnly(file: String)
  /// The database could not do it, for another reason.
  case failed(String)
  /// Something in the ledger, or to be put in it, is not what it should be.
  case unreadable(String)

  /// The reason in words for its user, with what to do.
  public var description: String {
    switch self {
    case .unavailable(let file, let reason): "\(file) cannot be opened: \(reason)."
    case .diskFull(let file):
      "The disk that holds \(file) is full. Nothing was recorded. Free some space and try again."
    case .readOnly(let file):
      "\(file) may only be read. Nothing was recorded. Give this program the right to write there."
    case .failed(let reason): "The ledger could not do this: \(reason)."
    case .unreadable(let reason): "The ledger cannot be read: \(reason)."
    }
  }
}
