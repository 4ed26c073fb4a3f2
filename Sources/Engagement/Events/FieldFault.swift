// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What is wrong with one thing that somebody entered.
public struct FieldFault: Sendable, Equatable {
  /// The name of the field.
  public let field: String
  /// What to do about it, in plain words.
  public let message: String

  /// A fault of a field.
  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

/// Why a rule of events, groups, the contact log or staff conversations did not let something be.
public enum EventRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was entered cannot be recorded.
  case faults([FieldFault])
  /// There is no such thing, or not any more.
  case notFound
  /// It cannot be done as things are, for a reason in plain words.
  case notNow(String)
  /// The ledger or a store beside it failed.
  case ledger(LedgerError)

  /// The reason in words for its reader.
  public var description: String {
    switch self {
    case .faults(let faults): faults.map(\.message).joined(separator: " ")
    case .notFound: "There is no such thing here, or it was removed."
    case .notNow(let reason): reason
    case .ledger(let error): error.description
    }
  }
}

extension [FieldFault] {
  mutating func add(_ field: String, _ message: String) { append(FieldFault(field, message)) }

  /// Demands a text, when a message for a missing one is given, of a length at most.
  mutating func check(
    _ field: String, _ text: String, _ missing: String?, _ label: String, upTo length: Int
  ) {
    if let missing, !text.contains(where: { !$0.isWhitespace }) { add(field, missing) }
    if text.count > length {
      add(field, "\(label) can be \(length) characters at most; this has \(text.count).")
    }
  }
}

extension Array where Element == FieldFault {
  /// Goes on only when nothing is wrong.
  func refuse() throws(EventRefusal) {
    if !isEmpty { throw .faults(self) }
  }
}
