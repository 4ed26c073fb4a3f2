// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Joining, changing and leaving: what the contacts and the ledger say of it.
public struct SubscriberList: Sendable {
  private static let turns = Turns()
  private let data: DataFolder

  /// The list of a data folder.
  public init(_ data: DataFolder) { self.data = data }

  /// What came of a confirmation.
  public enum Confirmation: Sendable, Equatable {
    case joined(id: String)
    /// They were on the list before; their wishes are the new ones.
    case changed(id: String)
    /// The link was used, and the subscription ended since.
    case usedBefore
  }

  /// Puts somebody on the list; the same link twice does so once.
  ///
  /// - Throws: `LedgerError`; nothing was recorded then.
  public func confirm(
    _ request: SignUpRequest, token: String, membership: Membership?, at now: Date
  ) async throws -> Confirmation {
    try await Self.turns.run(for: "subscribers") {
      let mark = "newsletter-" + NewsletterKey.fingerprint(token)
      let known = try data.contacts.find(
        Subscriber.self, kind: Subscriber.kind, lookup: EmailAddress.key(request.email))
      let event: NewsletterEvent = known == nil ? .joined(consent: request.consent) : .changed
      let receipt = try await data.ledger.append(
        event, subject: "newsletter", by: .visitor, token: mark)
      if known == nil, receipt.isRepeat { return .usedBefore }
      if let known, receipt.isRepeat { return .changed(id: known.id) }
      let id = known?.id ?? RandomID.make()
      let subscriber = Subscriber(
        email: request.email, workstreams: request.workstreams, areas: request.areas,
        consent: request.consent, confirmedOn: Self.day(now),
        membership: membership ?? known?.record.membership)
      try await put(subscriber, id)
      return known == nil ? .joined(id: id) : .changed(id: id)
    }
  }

  /// Keeps what somebody wants from now on, and says whether they are on the list.
  ///
  /// - Throws: `LedgerError`.
  public func change(
    _ id: String, workstreams: [String], areas: [String], membership: Membership?
  ) async throws -> Bool {
    try await Self.turns.run(for: "subscribers") {
      guard var subscriber = try subscriber(id) else { return false }
      subscriber.workstreams = workstreams
      subscriber.areas = areas
      subscriber.membership = membership
      try await put(subscriber, id)
      try await data.ledger.append(NewsletterEvent.changed, subject: "newsletter", by: .visitor)
      return true
    }
  }

  /// Takes somebody off the list for good, and says whether they were on it.
  ///
  /// - Throws: `LedgerError`.
  public func leave(_ id: String, way: LeavingWay) async throws -> Bool {
    try await Self.turns.run(for: "subscribers") {
      guard try await data.contacts.remove(kind: Subscriber.kind, id: id) else { return false }
      try await data.ledger.append(
        NewsletterEvent.left(way: way), subject: "newsletter", by: .visitor)
      return true
    }
  }

  /// Somebody on the list.
  ///
  /// - Throws: `LedgerError`.
  public func subscriber(_ id: String) throws(LedgerError) -> Subscriber? {
    try data.contacts.get(Subscriber.self, kind: Subscriber.kind, id: id)
  }

  /// Everybody on the list, in the order of random ids.
  ///
  /// - Throws: `LedgerError`.
  public func all() throws(LedgerError) -> [(id: String, record: Subscriber)] {
    try data.contacts.all(Subscriber.self, kind: Subscriber.kind)
  }

  private func put(_ subscriber: Subscriber, _ id: String) async throws {
    try await data.contacts.put(
      subscriber, kind: Subscriber.kind, id: id, lookup: EmailAddress.key(subscriber.email))
  }

  private static func day(_ date: Date) -> String {
    date.formatted(
      .iso8601.year().month().day().dateSeparator(.dash))
  }
}
