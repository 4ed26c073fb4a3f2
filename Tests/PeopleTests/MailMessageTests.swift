// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Mail

@Suite("Mails as they are written")
struct MailMessageTests {
  @Test(
    "what would add a header is refused",
    arguments: [
      ("a@example.org\r\nBcc: b@example.org", "Hello", nil), ("a@example.org", "Hi\nBcc: b", nil),
      ("a@example.org", "Hi\u{2028}there", nil), ("a@example.org> <b@example.org", "Hi", nil),
      ("a@example.org", "Hi\u{0}", nil), ("a@example.org", "Hi", "https://x.example>\r\nX: y"),
      ("a@example.org", "Hi", "javascript:alert(1)"),
    ] as [(String, String, String?)])
  func injection(to: String, subject: String, unsubscribe: String?) {
    #expect(throws: MailError.self) {
      try MailMessage(to: to, subject: subject, text: "x", unsubscribe: unsubscribe)
    }
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "a", "a@", "@b.org", "a b@c.org", "a@b@c.org", "a..b@c.org", ".a@c.org", "a@-c.org",
      "a@c..org", "é@c.org", "a@c.org,b@c.org", "<a@c.org>",
    ])
  func badAddress(text: String) {
    #expect(throws: MailError.self) { try MailAddress(text) }
  }

  @Test("an address keeps its spelling, and is found by its lower case")
  func address() throws {
    let address = try MailAddress("  Anna.O'Neill+plan@Example.ORG ")
    #expect(address.text == "Anna.O'Neill+plan@Example.ORG")
    #expect(address.normalised == "anna.o'neill+plan@example.org")
  }

  @Test("dates are written as RFC 5322 says")
  func stamp() {
    #expect(
      MailText.stamp(Date(timeIntervalSince1970: 0)) == "Thu, 1 Jan 1970 00:00:00 +0000")
  }

  @Test("no encoded word of a header is longer than 75 letters, and none cuts a letter")
  func encodedWords() throws {
    let text = String(repeating: "Zoë – 日本 ", count: 20)
    let words = EncodedWords.text(text, after: 9).components(separatedBy: "\r\n ")
    #expect(words.allSatisfy { $0.count <= 75 })
    let decoded = try words.map { word in
      let base64 = word.dropFirst("=?utf-8?B?".count).dropLast(2)
      let bytes = try #require(Data(base64Encoded: String(base64)))
      return try #require(String(bytes: bytes, encoding: .utf8))
    }
    #expect(decoded.joined() == text)
  }
}
