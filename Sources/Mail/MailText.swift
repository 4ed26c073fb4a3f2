// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A mail as it goes over the wire: RFC 5322 header and a quoted-printable text.
struct MailText {
  let message: MailMessage
  let sender: MailAddress
  let senderName: String
  let date: Date
  /// What stands in front of the @ of the message id.
  let id: String

  /// The bytes, lines ended by CR LF.
  var bytes: [UInt8] {
    Array((header + [""] + QuotedPrintable.lines(message.text)).joined(separator: "\r\n").utf8)
      + Array("\r\n".utf8)
  }

  private var header: [String] {
    let domain = sender.text.split(separator: "@").last ?? "localhost"
    let name = senderName.isEmpty ? "" : EncodedWords.text(senderName, after: 6) + " "
    var lines = [
      "Date: \(MailText.stamp(date))",
      "From: \(name)<\(sender)>",
      "To: <\(message.recipient)>",
      "Subject: \(EncodedWords.text(message.subject, after: 9))",
      "Message-ID: <\(id)@\(domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "Auto-Submitted: auto-generated",
    ]
    if let page = message.unsubscribe {
      lines.append("List-Unsubscribe: <\(page)>")
      // RFC 8058 allows the one-click form with HTTPS only.
      if page.hasPrefix("https://") {
        lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
      }
    }
    return lines
  }

  /// A date as RFC 5322 writes it, in UTC.
  static func stamp(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int?) -> String { String(100 + (number ?? 0)).suffix(2).description }
    return "\(days[(parts.weekday ?? 1) - 1]), \(parts.day ?? 1) \(months[(parts.month ?? 1) - 1]) "
      + "\(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
  }
}

/// Words of a header that are not plain ASCII (RFC 2047), in base64.
enum EncodedWords {
  /// A text as it stands in a header, on lines of at most 76 letters.
  ///
  /// - Parameters:
  ///   - text: the words, of any language, without line ends.
  ///   - taken: how many letters of the first line the name of the header takes.
  /// - Returns: the text as it is when it is plain and fits; otherwise encoded words, folded.
  static func text(_ text: String, after taken: Int) -> String {
    let isPlain =
      text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
      && taken + text.utf8.count <= 76 && text.utf8.allSatisfy { !specials.contains($0) }
    return isPlain ? text : words(text).joined(separator: "\r\n ")
  }

  /// Signs that have a meaning of their own in a name in front of an address.
  private static let specials = Set("()<>[]:;@\\,\"".utf8)

  private static func words(_ text: String) -> [String] {
    // 39 bytes are 52 letters of base64, so that a word with its frame of 12 fits beside any of
    // our names of headers. A character is never cut in two.
    var chunks: [[UInt8]] = []
    var chunk: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if chunk.count + bytes.count > 39 {
        chunks.append(chunk)
        chunk = []
      }
      chunk += bytes
    }
    chunks.append(chunk)
    return chunks.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
  }
}

/// A text as quoted-printable (RFC 2045, section 6.7): lines of at most 76 letters of ASCII.
enum QuotedPrintable {
  /// The encoded lines of a text.
  static func lines(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" }
    ).flatMap { wrapped(Array($0.utf8)) }
  }

  private static func wrapped(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var line = ""
    for (place, byte) in bytes.enumerated() {
      let sign = encoded(byte, isLast: place == bytes.count - 1)
      if line.utf8.count + sign.utf8.count > 75 {
        lines.append(line + "=")
        line = ""
      }
      line += sign
    }
    return lines + [line]
  }

  /// A space or tab at the end of a line would be lost on the way, so it is written out.
  private static func encoded(_ byte: UInt8, isLast: Bool) -> String {
    let isSpace = byte == 32 || byte == 9
    let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=")
    if isPlain || (isSpace && !isLast) { return String(UnicodeScalar(byte)) }
    let digits = Array("0123456789ABCDEF")
    return "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }
}
