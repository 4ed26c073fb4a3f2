// SPDX-License-Identifier: Apache-2.0

/// What can go wrong with the ledger and the stores beside it.
public enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file cannot be opened or made.
  case unavailable(file: String, reason: String)
  /// The disk is full: nothing of this was recorded.
  case diskFull(file: String)
  /// The file or its folder may only be read.
  case readOnly(file: String)
  /// Another program kept the file locked for longer than this one waits.
  case busy(file: String, seconds: Double)
  /// The file holds something else than what was expected there.
  case wrongFile(file: String, expected: String)
  /// The file is damaged.
  case damaged(file: String, reason: String)
  /// A later version of this program wrote the file.
  case newer(file: String, found: Int, known: Int)
  /// The disk reported a fault, and it is not certain whether this was recorded.
  case diskFault(file: String, reason: String)
  /// Another record of this kind has the same second key.
  case lookupTaken(kind: String)
  /// What was asked for was not done, to keep what is there safe.
  case refused(String)
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
    case .busy(let file, let seconds):
      "Another program was writing to \(file) for more than \(seconds) seconds. "
        + "Nothing was recorded. Try again."
    case .wrongFile(let file, let expected):
      "\(file) is not \(expected). It was not changed. Give the right file, or restore a backup."
    case .damaged(let file, let reason):
      "\(file) is damaged: \(reason). Stop the program, keep this file, and restore a backup."
    case .newer(let file, let found, let known):
      "\(file) was written by a later version of this program (layout \(found); this version "
        + "knows up to \(known)). It was not changed. Use the later version."
    case .diskFault(let file, let reason):
      "The disk that holds \(file) reported a fault: \(reason). It is not certain that this was "
        + "recorded. Check the disk, then send it again with the same token."
    case .lookupTaken(let kind):
      "Another record of the kind “\(kind)” has the same second key. Nothing was kept."
    case .refused(let reason): reason
    case .failed(let reason): "The ledger could not do this: \(reason)."
    case .unreadable(let reason): "The ledger cannot be read: \(reason)."
    }
  }
}
