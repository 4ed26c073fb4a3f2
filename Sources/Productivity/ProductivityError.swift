// SPDX-License-Identifier: Apache-2.0

/// Why a comparison cannot be made: what was found, what was expected, and what to do.
public enum ProductivityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing is left to compare; each input that was left out has its reason.
  case nothingLeft(of: String, excluded: [ExcludedInput])
  /// A name that no input has.
  case unknown(what: String, name: String)
  /// The same thing twice.
  case repeated(what: String, name: String)
  /// A number that makes no sense for what it stands for.
  case outOfRange(what: String, found: Double, expected: String)
  /// More than can be worked out exactly.
  case tooMany(what: String, found: Int, most: Int, advice: String)
  /// Something that the calculation needs is not there.
  case missing(what: String, advice: String)

  /// The error in plain words.
  public var description: String { "Found \(found); expected \(expected). \(advice)" }

  /// What was found.
  public var found: String {
    switch self {
    case .nothingLeft(let things, _): "no \(things) to compare"
    case .unknown(let what, let name): "the \(what) “\(name)”"
    case .repeated(let what, let name): "the \(what) “\(name)” twice"
    case .outOfRange(let what, let found, _): "\(found) for \(what)"
    case .tooMany(let what, let found, _, _): "\(found) \(what)"
    case .missing(let what, _): "no \(what)"
    }
  }

  /// What was expected instead.
  public var expected: String {
    switch self {
    case .nothingLeft: "at least one"
    case .unknown: "one that the table has"
    case .repeated: "it once"
    case .outOfRange(_, _, let expected): expected
    case .tooMany(_, _, let most, _): "\(most) at most"
    case .missing: "one"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .nothingLeft(_, let excluded):
      excluded.first.map { "The first that was left out: \($0)." } ?? "Add some."
    case .unknown: "Check its spelling."
    case .repeated: "Take one of the rows away."
    case .outOfRange: "Correct it."
    case .missing(_, let advice), .tooMany(_, _, _, let advice): advice
    }
  }
}

/// An input that a calculation left out, and why: nothing is left out in silence.
public struct ExcludedInput: Hashable, Sendable, CustomStringConvertible {
  /// What was left out, such as the name of a product or an organisation.
  public let subject: String
  /// Why, in plain words.
  public let reason: String

  /// Something that was left out.
  public init(_ subject: String, _ reason: String) {
    self.subject = subject
    self.reason = reason
  }

  /// What and why, in one line.
  public var description: String { "\(subject): \(reason)" }
}
