// SPDX-License-Identifier: Apache-2.0

/// An e-mail address such as "someone@example.org".
///
/// The common form only: letters, digits and a few signs in front of the @, a host name behind it.
/// Quoted names and comments, which RFC 5321 also allows, are refused.
public struct MailAddress: Codable, Sendable, Hashable, CustomStringConvertible {
  /// The address as it was typed, without the space around it.
  public let text: String

  /// An address.
  ///
  /// - Throws: `MailError.malformed`.
  public init(_ text: String) throws(MailError) {
    var trimmed = Substring(text)
    while trimmed.first == " " { trimmed.removeFirst() }
    while trimmed.last == " " { trimmed.removeLast() }
    let halves = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, trimmed.utf8.count <= 254, MailAddress.isName(halves[0]),
      MailAddress.isHost(halves[1])
    else {
      throw .malformed("this is not an e-mail address such as name@example.org")
    }
    self.text = String(trimmed)
  }

  /// The address by which two spellings of the same are told to be the same: in lower case.
  public var normalised: String { text.lowercased() }

  /// The address as it was typed, for headers and messages.
  public var description: String { text }

  private static func isName(_ name: Substring) -> Bool {
    let signs = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
    return (1...64).contains(name.utf8.count) && !name.hasPrefix(".") && !name.hasSuffix(".")
      && !name.contains("..") && name.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
  }

  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
