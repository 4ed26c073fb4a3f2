// SPDX-License-Identifier: Apache-2.0

/// A plain text mail to one person.
public struct MailMessage: Codable, Sendable, Equatable {
  /// The address it goes to.
  public let recipient: MailAddress
  /// What the reader sees in a list of mails; one line.
  public let subject: String
  /// The text, with `\n` between lines.
  public let text: String
  /// The address of a page where one click, or a mail program itself, ends further mails
  /// (RFC 2369 and RFC 8058); nil for mails that are not sent to a list.
  public let unsubscribe: String?

  /// The most letters that a subject can have.
  public static let longestSubject = 200
  /// The most bytes that a text can have.
  public static let longestText = 200_000

  /// A mail.
  ///
  /// - Throws: `MailError.malformed` when a line end or control character stands in what becomes a
  ///   header, when the address is none, or when something is too long.
  public init(
    to recipient: String, subject: String, text: String, unsubscribe: String? = nil
  ) throws(MailError) {
    self.recipient = try MailAddress(recipient)
    self.subject = try MailMessage.header(subject, "subject", atMost: MailMessage.longestSubject)
    guard text.utf8.count <= MailMessage.longestText else {
      throw .malformed(
        "the text has \(text.utf8.count) bytes; \(MailMessage.longestText) is the most")
    }
    self.text = text
    if let unsubscribe {
      let address = try MailMessage.header(unsubscribe, "unsubscribe address", atMost: 1000)
      guard address.hasPrefix("https://") || address.hasPrefix("http://"),
        address.utf8.allSatisfy({ (33...126).contains($0) && $0 != 60 && $0 != 62 })
      else { throw .malformed("“\(address)” is not the address of a web page") }
    }
    self.unsubscribe = unsubscribe
  }

  private static func header(
    _ text: String, _ name: String, atMost length: Int
  ) throws(MailError) -> String {
    guard text.unicodeScalars.allSatisfy({ !$0.isControl }) else {
      throw .malformed("the \(name) has a line end or a control character in it")
    }
    guard text.count <= length else {
      throw .malformed("the \(name) has \(text.count) letters; \(length) is the most")
    }
    return text
  }
}

extension Unicode.Scalar {
  /// A control character or a separator of lines, none of which may stand in a header.
  var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
