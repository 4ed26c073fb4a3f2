// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A secret that a partnership shares for one purpose: 256 random bits.
public struct PseudonymKey: Sendable, Equatable {
  /// What anybody may know of a key.
  public struct Label: Codable, Hashable, Sendable {
    /// A random name.
    public let id: String
    /// Who shares the key.
    public let partnership: String
    /// What it is for.
    public let purpose: String
    /// The day on which it was made, such as 2026-04-01.
    public let created: String
    /// Counts the keys that a partnership has had for a purpose, from 1.
    public let rotation: Int
  }

  /// What anybody may know of it.
  public let label: Label
  let secret: SymmetricKey

  /// A new random key.
  ///
  /// - Throws: `KeyError` when the partnership or the purpose has no name.
  public static func make(partnership: String, purpose: String, day: String) throws(KeyError)
    -> PseudonymKey
  {
    try PseudonymKey(partnership: partnership, purpose: purpose, day: day, rotation: 1)
  }

  /// The key that follows this one; no token under it equals one under this.
  ///
  /// - Throws: `KeyError`, which a key that was made does not cause.
  public func rotated(day: String) throws(KeyError) -> PseudonymKey {
    try PseudonymKey(
      partnership: label.partnership, purpose: label.purpose, day: day,
      rotation: label.rotation + 1)
  }

  private init(partnership: String, purpose: String, day: String, rotation: Int) throws(KeyError) {
    for (name, text) in [("partnership", partnership), ("purpose", purpose)] {
      guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 32 }) else {
        throw KeyError(file: nil, reason: "a key needs a \(name) of one line")
      }
    }
    var generator = SystemRandomNumberGenerator()
    let id = (0..<8).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    label = Label(
      id: Hexadecimal.text(id), partnership: partnership, purpose: purpose, created: day,
      rotation: rotation)
    secret = SymmetricKey(size: .bits256)
  }

  init(label: Label, secret: SymmetricKey) {
    self.label = label
    self.secret = secret
  }

  /// What sites compare to know that they have the same key: 64 bits of a keyed digest.
  ///
  /// It tells nothing about the key, and says of any other that it is another.
  public var checkValue: String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("weald key check 1".utf8), using: secret)
    return Hexadecimal.text(code.prefix(8))
  }

  /// The key of one field: no token of a field tells anything about another field's.
  ///
  /// HMAC-SHA-256 (RFC 2104) of the words “weald pseudonyms 1”, partnership, purpose and field,
  /// each with its length before it.
  func fieldKey(_ field: String) -> SymmetricKey {
    var message: [UInt8] = []
    for part in ["weald pseudonyms 1", label.partnership, label.purpose, field] {
      message += Array("\(part.utf8.count):\(part)\n".utf8)
    }
    return SymmetricKey(
      data: HMAC<SHA256>.authenticationCode(for: Data(message), using: secret))
  }
}

/// A key or key file that cannot be used.
public struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file; nil when there is none yet.
  public let file: String?
  /// Why.
  public let reason: String

  /// Says that a file holds another key than was expected.
  public static func wrong(file: String, found: String, expected: String) -> KeyError {
    KeyError(
      file: file,
      reason: "this key has the check value \(found), and the one that is wanted has \(expected)")
  }

  /// The failure in words for its user.
  public var description: String {
    (file.map { "\($0): " } ?? "") + reason + ". Nothing was done."
  }
}
