// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// What came of recomputing the whole chain.
public struct Verification: Sendable, Equatable, Codable {
  /// How many entries were recomputed and are right.
  public internal(set) var entries = 0
  /// How many references to contents were compared with the text and agree.
  public internal(set) var contents = 0
  /// How many references lead to a text that was erased, with the entry that says so.
  public internal(set) var erased = 0
  /// The time of the first entry.
  public internal(set) var first: Date?
  /// The time of the last entry that is right.
  public internal(set) var last: Date?
  /// The last entry that is right.
  public internal(set) var end = Anchor(sequence: 0, digest: ChainDigest.origin)
  /// The first thing that is wrong, or nil when all is right.
  public internal(set) var problem: ChainProblem?

  /// Whether nothing is wrong.
  public var isSound: Bool { problem == nil }
}

/// The first thing that is wrong with a chain.
public struct ChainProblem: Sendable, Equatable, Codable, CustomStringConvertible {
  /// How an entry can be wrong.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// An entry is not what its digest says.
    case digest
    /// An entry does not carry the digest of the one before.
    case previous
    /// A number is left out.
    case gap
    /// An entry is earlier than the one before, or its time is no time.
    case time
    /// A text beside the chain is not the one that the entry refers to.
    case content
    /// A text beside the chain is gone, and no entry says that it was erased.
    case contentMissing
    /// The file cannot be read at this place.
    case unreadable
    /// The chain is whole, but the file around it is damaged, such as one of its indexes.
    case file
    /// The chain ends before an anchor.
    case cutOff
    /// The chain has another entry than an anchor says.
    case anchor
  }

  /// The number of the entry; 0 when it is not about one.
  public let sequence: Int64
  /// How it is wrong.
  public let kind: Kind
  /// What was found and what was expected.
  public let explanation: String

  /// The problem in words for its reader.
  public var description: String {
    sequence == 0 ? "The file: \(explanation)" : "Entry \(sequence): \(explanation)"
  }
}
