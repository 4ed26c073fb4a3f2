// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A personal text that is kept beside the chain, so that it can be erased.
///
/// The chain holds only its random id and a salted digest: after erasure nobody can tell from the
/// chain what the text was, and the chain still verifies.
public struct Content: Sendable {
  /// A random id.
  public let id: String
  /// What kind of text it is, such as "answers" or "enquiry".
  public let kind: String
  let salt: String
  let text: String

  /// A text of a kind, sealed under a new random id.
  public init(_ text: String, kind: String) {
    id = RandomID.make()
    salt = RandomID.make()
    self.kind = kind
    self.text = text
  }

  /// What an event says of this text.
  public var reference: ContentReference {
    ContentReference(id: id, digest: Content.digest(salt: salt, text: text))
  }

  static func digest(salt: String, text: String) -> String {
    SHA256.hash(data: Array((salt + "\n" + text).utf8)).hexadecimal
  }
}

/// What an event says of a text beside the chain.
public struct ContentReference: Codable, Sendable, Hashable {
  /// The random id of the text.
  public let id: String
  /// SHA-256 of its salt, a line feed and the text.
  public let digest: String
}

/// Ids that say nothing: 128 random bits from the system, as 26 letters and digits.
public enum RandomID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A new random id.
  public static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    var letters: [UInt8] = []
    letters.reserveCapacity(26)
    for word in 0..<3 {
      // A letter stands for 5 bits; 64 random bits make 12, and the third word the last 2.
      var bits = generator.next()
      for _ in 0..<(word < 2 ? 12 : 2) {
        letters.append(alphabet[Int(bits & 31)])
        bits >>= 5
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
