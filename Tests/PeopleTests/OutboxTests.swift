// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@testable import Mail

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
    let outbox = folder.outbox(server)
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    #expect(try outbox.waiting().first?.mail.attempts == 0)
    await outbox.deliverDue()
    #expect(try outbox.waiting().first?.mail.attempts == 1)
    #expect(try outbox.waiting().first?.mail.lastProblem?.contains("no") == true)
    for (wait, attempts) in [(59.0, 1), (1, 2), (299, 2)] {
      folder.clock.pass(wait)
      await outbox.deliverDue()
      #expect(try outbox.waiting().first?.mail.attempts == attempts)
    }
    folder.clock.pass(1)
    await outbox.deliverDue()
    #expect(try outbox.waiting().isEmpty)
    #expect(await server.sent.count == 1)
  }

  @Test("a mail that never gets through is kept for an administrator, for a month")
  func givesUp() async throws {
    let folder = try TestFolder()
    let outbox = folder.outbox(FailingSender(failures: 100))
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    await outbox.deliverDue()
    for (tries, wait) in OutboxSender.waits.enumerated() {
      #expect(try outbox.waiting().first?.mail.attempts == tries + 1)
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

  @Test("a mail that can never be sent is tried once")
  func malformed() async throws {
    let folder = try TestFolder()
    let outbox = folder.outbox(FailingSender(failures: 100, .malformed("no")))
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    await outbox.deliverDue()
    folder.clock.pass(OutboxSender.waits[0])
    await outbox.deliverDue()
    #expect(try outbox.waiting().first?.mail.attempts == 1)
    #expect(try outbox.waiting().first?.mail.nextTry == nil)
  }

  @Test("unless told otherwise a mail leaves without being asked for")
  func atOnce() async throws {
    let folder = try TestFolder()
    let server = FailingSender(failures: 0)
    let outbox = OutboxSender(
      store: folder.data.contacts, server: server, clock: folder.clock.now)
    try await outbox.send(MailMessage(to: "a@example.org", subject: "Hello", text: "Text"))
    try await until { try outbox.waiting().isEmpty }
    #expect(await server.sent.map(\.text) == ["Text"])
  }
}
