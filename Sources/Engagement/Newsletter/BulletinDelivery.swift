// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// Sends a mail: to whom, subject, text, and the address that ends the subscription by one click
/// (RFC 8058) when there is one.
public typealias NewsletterMail =
  @Sendable (
    _ to: String, _ subject: String, _ text: String, _ unsubscribeURL: String?
  ) async throws -> Void

/// Sends a bulletin to everybody on the list, each once, however often it is interrupted.
///
/// Who is still to get it stands in the contacts. A recipient is claimed before the mail goes
/// out: after a crash between the two nobody gets a second mail, and the claimed one is counted
/// as not delivered.
public struct BulletinDelivery: Sendable {
  private static let turns = Turns()
  private let data: DataFolder
  private let mail: NewsletterMail

  /// The delivery of a data folder by a way to send mail.
  public init(_ data: DataFolder, mail: @escaping NewsletterMail) {
    self.data = data
    self.mail = mail
  }

  /// How far one recipient has come.
  enum Progress: String, Codable, Sendable { case waiting, claimed, delivered, nothing, failed }

  /// How many wait and how many were tried.
  public struct Count: Sendable, Equatable {
    /// How many still wait.
    public let waiting: Int
    /// How many were tried.
    public let tried: Int
  }

  /// Notes who is to get a bulletin, and that sending began.
  ///
  /// - Throws: `PublicationError`, `LedgerError`; nothing was begun then.
  public func begin(_ id: String, origin: String, by author: Author) async throws {
    try await Self.turns.run(for: "delivery") {
      let record = try BulletinRules.sendable(try bulletin(id))
      guard record.sendingBeganOn == nil else { return }
      let everybody = try SubscriberList(data).all()
      for subscriber in everybody { try await mark(subscriber.id, id, .waiting) }
      try await data.ledger.append(
        BulletinEvent.sendingBegan(recipients: everybody.count, origin: origin), subject: id,
        by: author, token: "bulletin-sending-" + id)
    }
  }

  /// Sends to those who wait, and notes the end when nobody waits any more.
  ///
  /// With a limit it sends to so many at most.
  ///
  /// - Throws: `PublicationError`, `LedgerError`.
  public func goOn(_ id: String, limit: Int = .max) async throws {
    try await Self.turns.run(for: "delivery") {
      let record = try BulletinRules.sendable(try bulletin(id))
      guard record.sendingBeganOn != nil else { return }
      let key = try await NewsletterKey.of(data.contacts)
      let waiting = try progress(id).filter { $0.record == .waiting }
      for recipient in waiting.prefix(limit) { try await send(record, to: recipient.id, key) }
      if waiting.count <= limit { try await finish(record) }
    }
  }

  /// Goes on with every bulletin whose sending was interrupted; to be called at the start.
  ///
  /// - Throws: `LedgerError`.
  public func resume() async throws {
    let state = try data.ledger.state(BulletinState.self)
    for record in state.published where record.sentOn == nil { try await goOn(record.id) }
  }

  /// How far a bulletin has come.
  ///
  /// - Throws: `LedgerError`.
  public func count(_ id: String) throws(LedgerError) -> Count {
    let all = try progress(id)
    let waiting = all.count { $0.record == .waiting }
    return Count(waiting: waiting, tried: all.count - waiting)
  }

  private func send(_ bulletin: BulletinRecord, to id: String, _ key: NewsletterKey) async throws {
    guard let subscriber = try SubscriberList(data).subscriber(id) else {
      try await data.contacts.remove(kind: Self.kind(bulletin.id), id: id)
      return
    }
    let items = bulletin.draft.items.filter {
      subscriber.wants(workstreams: $0.workstreams, areas: $0.areas)
    }
    guard !items.isEmpty else { return try await mark(id, bulletin.id, .nothing) }
    let link = key.link(subscriber: id)
    try await mark(id, bulletin.id, .claimed)
    do {
      try await mail(
        subscriber.email, bulletin.draft.title,
        BulletinText.text(bulletin, items: items, link: link),
        bulletin.origin + "/newsletter/leave/" + link)
      try await mark(id, bulletin.id, .delivered)
    } catch let error as LedgerError {
      throw error
    } catch {
      try await mark(id, bulletin.id, .failed)
    }
  }

  private func finish(_ bulletin: BulletinRecord) async throws {
    let all = try progress(bulletin.id)
    let delivered = all.count { $0.record == .delivered }
    let nothing = all.count { $0.record == .nothing }
    try await data.ledger.append(
      BulletinEvent.sent(
        delivered: delivered, nothingForThem: nothing,
        notDelivered: all.count - delivered - nothing),
      subject: bulletin.id, by: .program, token: "bulletin-sent-" + bulletin.id)
    for row in all { try await data.contacts.remove(kind: Self.kind(bulletin.id), id: row.id) }
  }

  private func bulletin(_ id: String) throws(LedgerError) -> BulletinRecord? {
    try data.ledger.state(BulletinState.self).records[id]
  }

  private func progress(_ id: String) throws(LedgerError) -> [(id: String, record: Progress)] {
    try data.contacts.all(Progress.self, kind: Self.kind(id))
  }

  private func mark(_ recipient: String, _ id: String, _ progress: Progress) async throws {
    try await data.contacts.put(progress, kind: Self.kind(id), id: recipient)
  }

  private static func kind(_ id: String) -> String { "delivery " + id }
}
