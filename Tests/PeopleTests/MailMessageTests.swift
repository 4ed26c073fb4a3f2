// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Synchronization
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

/// A sender that fails as often as it is told.
actor FailingSender: MailSender {
  nonisolated let delivers = true
  private var failures: Int
  private let error: MailError
  private(set) var sent: [MailMessage] = []

  init(failures: Int, _ error: MailError = .refused("no")) {
    self.failures = failures
    self.error = error
  }

  func send(_ message: MailMessage) async throws(MailError) {
    if failures > 0 {
      failures -= 1
      throw error
    }
    sent.append(message)
  }
}

@Suite("The outbox")
struct OutboxTests {
  @Test("without a server a mail waits until it is removed")
  func waits() async throws {
    let folder = try TestFolder()
    let outbox = OutboxSender(store: folder.data.contacts, clock: folder.clock.now)
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    await outbox.deliverDue()
    let waiting = try outbox.waiting()
    #expect(waiting.map(\.mail.message.text) == ["Text"])
    #expect(!outbox.delivers)
    try await outbox.remove(try #require(waiting.first?.id))
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that fails is tried again later and later, and then leaves")
  func backOff() async throws {
    let folder = try TestFolder()
    let server = FailingSender(failures: 2)
    let outbox = OutboxSender(
      store: folder.data.contacts, server: server, clock: folder.clock.now)
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    try await until { try outbox.waiting().first?.mail.attempts == 1 }
    await outbox.deliverDue()
    #expect(try outbox.waiting().first?.mail.attempts == 1)
    #expect(try outbox.waiting().first?.mail.lastProblem?.contains("no") == true)
    folder.clock.pass(61)
    try await until {
      await outbox.deliverDue()
      return try outbox.waiting().first?.mail.attempts == 2
    }
    folder.clock.pass(301)
    try await until {
      await outbox.deliverDue()
      return try outbox.waiting().isEmpty
    }
    #expect(await server.sent.count == 1)
  }

  @Test("a mail that never gets through is kept for an administrator, for a month")
  func givesUp() async throws {
    let folder = try TestFolder()
    let outbox = OutboxSender(
      store: folder.data.contacts, server: FailingSender(failures: 100),
      clock: folder.clock.now)
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    try await until { try outbox.waiting().first?.mail.attempts == 1 }
    for wait in OutboxSender.waits {
      folder.clock.pass(wait + 1)
      await outbox.deliverDue()
    }
    let mail = try #require(try outbox.waiting().first?.mail)
    #expect(mail.attempts == OutboxSender.waits.count + 1)
    #expect(mail.nextTry == nil)
    folder.clock.pass(31 * 86_400)
    try await outbox.sweep()
    #expect(try outbox.waiting().isEmpty)
  }
}
