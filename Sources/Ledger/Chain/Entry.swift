// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Who did something: a random id and the role in which it was done; never a name.
public struct Author: Sendable, Hashable, Codable {
  /// The id of an account, or one of the fixed ids below.
  public let id: String
  /// The role at the time, in the words of the program, such as "programme-office".
  public let role: String

  /// An author by id and role.
  public init(id: String, role: String) {
    self.id = id
    self.role = role
  }

  /// Somebody who has not signed in, and about whom nothing is known.
  public static let visitor = Author(id: "visitor", role: "public")
  /// The program itself, as when it closes what is due.
  public static let program = Author(id: "weald", role: "program")
}

/// One line of the ledger.
public struct Entry: Sendable, Hashable {
  /// The place in the chain, from 1, without gaps.
  public let sequence: Int64
  /// When it was recorded; never before the entry in front of it.
  public let time: Date
  /// Who did it.
  public let author: Author
  /// The family of the event, such as "response".
  public let family: String
  /// What happened, such as "submitted".
  public let type: String
  /// The version of the layout of the payload.
  public let version: Int
  /// What it happened to: the id of a consultation, an account, a listening event.
  public let subject: String
  /// The event as JSON with sorted keys.
  public let payload: String
  /// The digest of the entry before, or 64 zeroes for the first.
  public let previous: String
  /// SHA-256 of everything above, in lower-case hexadecimal.
  public let digest: String
}
