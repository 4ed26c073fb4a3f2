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
  private let sendsAtOnce: Bool
  private var isDelivering = false
  /// Mails that are being sent, or given another time, at this moment.
  private var changing: Set<String> = []
  /// Those of them that were removed meanwhile, and must not come back.
  private var withdrawn: Set<String> = []

  /// An outbox in a store of contacts, with a server or without.
  ///
  /// - Parameters:
  ///   - store: where the mails are kept until they have left.
  ///   - server: takes the mails; without one they wait to be handed over.
  ///   - sendsAtOnce: whether a mail is tried as soon as it is kept, behind the caller's back;
  ///     otherwise it leaves with the next `deliverDue()`, when the caller chooses.
  ///   - clock: tells the time by which mails are due.
  public init(
    store: PrivateStore, server: (any MailSender)? = nil, sendsAtOnce: Bool = true,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.server = server
    self.sendsAtOnce = sendsAtOnce
    self.clock = clock
  }

  /// Whether there is a server, so that nobody has to hand the mails over.
  public nonisolated var delivers: Bool { server != nil }

  /// Keeps a mail, and starts to send it behind the caller's back unless told otherwise.
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
    startDelivery()
  }

  /// Sends every mail whose time has come, and those whose time comes meanwhile.
  ///
  /// A second call while one runs does nothing: the first sees the mails that the second would.
  public func deliverDue() async {
    guard let server, !isDelivering else { return }
    isDelivering = true
    defer { isDelivering = false }
    var tried: [String: WaitingMail.Turn] = [:]
    // Again, for mails that came or fell due while these were sent; but each turn of a mail once,
    // so that a disk that does not take the outcome is not the cause of a second copy now.
    while true {
      let due = ((try? waiting()) ?? []).filter { id, mail in
        mail.isDue(at: clock()) && !changing.contains(id) && tried[id] != mail.turn
      }
      if due.isEmpty { return }
      for (id, listed) in due where !changing.contains(id) {
        tried[id] = listed.turn
        // It may have been removed or given another time since the list was read.
        guard let mail = try? store.get(WaitingMail.self, kind: OutboxSender.kind, id: id),
          mail.turn == listed.turn
        else { continue }
        await deliver(mail, id, server)
      }
    }
  }

  private func deliver(_ mail: WaitingMail, _ id: String, _ server: any MailSender) async {
    changing.insert(id)
    defer { endChange(id) }
    do throws(MailError) {
      try await server.send(mail.message)
    } catch {
      _ = try? await store.put(mail.failed(error, at: clock()), kind: OutboxSender.kind, id: id)
      // What was removed meanwhile was put back by this, so it goes again.
      if !withdrawn.contains(id) { return }
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
    if changing.contains(id) { withdrawn.insert(id) }
    try await store.remove(kind: OutboxSender.kind, id: id)
  }

  /// Tries a mail again now, unless it is being tried at this moment.
  ///
  /// - Throws: `LedgerError`.
  public func retry(_ id: String) async throws(LedgerError) {
    guard server != nil, !changing.contains(id),
      let mail = try store.get(WaitingMail.self, kind: OutboxSender.kind, id: id)
    else { return }
    changing.insert(id)
    defer { endChange(id) }
    try await store.put(mail.due(at: clock()), kind: OutboxSender.kind, id: id)
    if withdrawn.contains(id) {
      try await store.remove(kind: OutboxSender.kind, id: id)
    }
    startDelivery()
  }

  private func endChange(_ id: String) {
    changing.remove(id)
    withdrawn.remove(id)
  }

  private func startDelivery() {
    if server != nil, sendsAtOnce { Task { await deliverDue() } }
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
