// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Keeps mails on disk and sends them behind the page: a mail server that is slow, or down, or
/// missing holds nobody up.
///
/// Without a server the mails wait for an administrator, who reads them on the page of the outbox
/// and hands over what they say. With one, a mail that was sent is removed at once.
public actor OutboxSender: MailSender {
  /// The kind of record under which mails wait.
  public static let kind = "outbox"
  /// Seconds after each failure until the next try; after the last, the mail waits to be handed
  /// over.
  public static let waits: [Double] = [60, 300, 900, 3600, 14_400, 14_400, 28_800, 86_400]

  private let store: PrivateStore
  private let server: (any MailSender)?
  private let clock: @Sendable () -> Date
  private var isDelivering = false

  /// An outbox in a store of contacts, with a server or without.
  public init(
    store: PrivateStore, server: (any MailSender)? = nil,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.server = server
    self.clock = clock
  }

  public nonisolated var delivers: Bool { server != nil }

  /// Keeps a mail, and starts to send it behind the caller's back.
  ///
  /// - Throws: `MailError.notKept` when the disk does not take it.
  public func send(_ message: MailMessage) async throws(MailError) {
    let waiting = WaitingMail(
      message: message, madeOn: clock(), attempts: 0, nextTry: server == nil ? nil : clock(),
      lastProblem: nil)
    do {
      try await store.put(waiting, kind: OutboxSender.kind, id: RandomID.make())
    } catch {
      throw .notKept(error.description)
    }
    if server != nil { Task { await deliverDue() } }
  }

  /// Sends every mail whose time has come; a second call while one runs does nothing.
  public func deliverDue() async {
    guard let server, !isDelivering else { return }
    isDelivering = true
    defer { isDelivering = false }
    var tried: Set<String> = []
    // Again, for mails that came while these were sent; but each once, whatever the disk does.
    while true {
      let due = ((try? waiting()) ?? []).filter {
        $0.mail.isDue(at: clock()) && !tried.contains($0.id)
      }
      if due.isEmpty { return }
      for (id, mail) in due {
        tried.insert(id)
        await deliver(mail, id, server)
      }
    }
  }

  private func deliver(_ mail: WaitingMail, _ id: String, _ server: any MailSender) async {
    do throws(MailError) {
      try await server.send(mail.message)
    } catch {
      _ = try? await store.put(
        mail.failed(error, at: clock()), kind: OutboxSender.kind, id: id)
      return
    }
    // If the removal fails, the mail may be sent twice, which is better than never.
    _ = try? await store.remove(kind: OutboxSender.kind, id: id)
  }

  /// The mails that wait, oldest first.
  ///
  /// - Throws: `LedgerError`.
  public nonisolated func waiting() throws(LedgerError) -> [(id: String, mail: WaitingMail)] {
    try store.all(WaitingMail.self, kind: OutboxSender.kind)
      .map { ($0.id, $0.record) }
      .sorted { ($0.1.madeOn, $0.0) < ($1.1.madeOn, $1.0) }
  }

  /// Takes a mail out, sent or not.
  ///
  /// - Throws: `LedgerError`.
  public func remove(_ id: String) async throws(LedgerError) {
    try await store.remove(kind: OutboxSender.kind, id: id)
  }

  /// Tries a mail again now.
  ///
  /// - Throws: `LedgerError`.
  public func retry(_ id: String) async throws(LedgerError) {
    guard server != nil,
      let mail = try store.get(WaitingMail.self, kind: OutboxSender.kind, id: id)
    else { return }
    try await store.put(mail.due(at: clock()), kind: OutboxSender.kind, id: id)
    Task { await deliverDue() }
  }

  /// Removes what has waited longer than a month, because it holds addresses.
  ///
  /// - Throws: `LedgerError`.
  public func sweep() async throws(LedgerError) {
    for (id, mail) in try waiting() where clock().timeIntervalSince(mail.madeOn) > 30 * 86_400 {
      try await remove(id)
    }
  }
}

/// A mail in the outbox.
public struct WaitingMail: Codable, Sendable {
  public let message: MailMessage
  public let madeOn: Date
  /// How often it was tried.
  public let attempts: Int
  /// When it is tried next; nil when it is not, and waits to be handed over.
  public let nextTry: Date?
  /// Why the last try failed, in words for an administrator.
  public let lastProblem: String?

  func isDue(at time: Date) -> Bool { nextTry.map { $0 <= time } ?? false }

  func due(at time: Date) -> WaitingMail {
    WaitingMail(
      message: message, madeOn: madeOn, attempts: attempts, nextTry: time,
      lastProblem: lastProblem)
  }

  /// The same after a failure: a mail that can never be sent is not tried again.
  func failed(_ error: MailError, at time: Date) -> WaitingMail {
    var next: Date?
    if case .malformed = error {
    } else if OutboxSender.waits.indices.contains(attempts) {
      next = time.addingTimeInterval(OutboxSender.waits[attempts])
    }
    return WaitingMail(
      message: message, madeOn: madeOn, attempts: attempts + 1, nextTry: next,
      lastProblem: error.description)
  }
}
