// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@testable import Mail

/// A sender during each of whose mails something else happens.
actor MeddledSender: MailSender {
  nonisolated let delivers = true
  private var tried: [String] = []
  private var meanwhile: @Sendable (String, Int) async throws -> Void = { _, _ in }

  func during(_ meanwhile: @escaping @Sendable (String, Int) async throws -> Void) {
    self.meanwhile = meanwhile
  }

  /// The subjects of the mails that were tried, in order.
  var subjects: [String] { tried }

  /// Tries a mail, and fails when what happens meanwhile does.
  func send(_ message: MailMessage) async throws(MailError) {
    tried.append(message.subject)
    let turn = tried.count { $0 == message.subject }
    do {
      try await meanwhile(message.subject, turn)
    } catch {
      throw .refused("no")
    }
  }
}

/// What happens to mails while others, or they themselves, are on their way.
@Suite("The outbox while it delivers")
struct OutboxRunTests {
  private struct Refusal: Error {}

  private let folder: TestFolder
  private let server = MeddledSender()
  private let outbox: OutboxSender

  init() throws {
    folder = try TestFolder()
    outbox = folder.outbox(server)
  }

  private func write(_ subject: String) async throws {
    try await outbox.send(MailMessage(to: "a@example.org", subject: subject, text: "Text"))
    // Mails are taken in the order in which they were made.
    folder.clock.pass(0.001)
  }

  @Test("a mail that is written during a run leaves in it")
  func written() async throws {
    await server.during { [outbox] subject, _ in
      guard subject == "first" else { return }
      try await outbox.send(MailMessage(to: "b@example.org", subject: "second", text: "Text"))
      await outbox.deliverDue()
    }
    try await write("first")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first", "second"])
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that failed in a run and falls due in the same run is tried again in it")
  func fallsDue() async throws {
    await server.during { [folder] subject, turn in
      if subject == "second" { folder.clock.pass(61) }
      if subject == "first", turn == 1 { throw Refusal() }
    }
    try await write("first")
    try await write("second")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first", "second", "first"])
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that is to be tried again now is tried in the run that goes on")
  func retried() async throws {
    await server.during { [outbox] subject, turn in
      if subject == "first", turn == 1 { throw Refusal() }
      guard subject == "second" else { return }
      let failed = try outbox.waiting().first { $0.mail.message.subject == "first" }
      try await outbox.retry(try #require(failed?.id))
    }
    try await write("first")
    try await write("second")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first", "second", "first"])
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that is removed before its turn is not sent")
  func removedBefore() async throws {
    await server.during { [outbox] subject, _ in
      guard subject == "first" else { return }
      let other = try outbox.waiting().first { $0.mail.message.subject == "second" }
      try await outbox.remove(try #require(other?.id))
    }
    try await write("first")
    try await write("second")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first"])
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that is removed on its way, and fails, does not come back")
  func removedOnItsWay() async throws {
    await server.during { [outbox] _, _ in
      try await outbox.remove(try #require(try outbox.waiting().first?.id))
      throw Refusal()
    }
    try await write("first")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first"])
    #expect(try outbox.waiting().isEmpty)
  }

  @Test("a mail that is to be tried again while it is on its way is sent once")
  func retriedOnItsWay() async throws {
    await server.during { [outbox] _, _ in
      try await outbox.retry(try #require(try outbox.waiting().first?.id))
    }
    try await write("first")
    await outbox.deliverDue()
    #expect(await server.subjects == ["first"])
    #expect(try outbox.waiting().isEmpty)
  }
}
