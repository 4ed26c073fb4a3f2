// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Tells those who asked that something came of a theme.
public protocol ThemeNotices: Sendable {
  /// The status of a public theme has changed.
  func changed(
    _ theme: Theme, from: ThemeStatus, to: ThemeStatus, text: String
  ) async throws
}

/// One message to one person who follows themes.
public struct ThemeMail: Codable, Sendable, Equatable {
  /// The e-mail address; it is in no event and in no address of a page.
  public let to: String
  /// The line that a reader sees first.
  public let subject: String
  /// The words.
  public let text: String
  /// The path, with a secret, by which the person stops these messages.
  public let stopPath: String?
}

/// Who follows a theme or all the themes of a consultation.
public struct ThemeSubscriber: Codable, Sendable, Equatable {
  /// The e-mail address.
  public let address: String
  /// The id of a theme, or nil for the whole consultation.
  public let theme: String?
  /// The consultation.
  public let consultation: String

  /// Somebody who follows a theme, or a whole consultation.
  public init(address: String, theme: String?, consultation: String) {
    self.address = address
    self.theme = theme
    self.consultation = consultation
  }
}

/// Subscriptions with a double consent: nothing is a subscription before it is confirmed.
public struct ThemeSubscriptions: ThemeNotices {
  /// Under which subscribers are kept, once they have confirmed.
  public static let kind = "theme-subscriber"
  /// Under which a request waits for its confirmation.
  public static let waitingKind = "theme-subscription-waiting"
  /// How long a request waits, in seconds: 7 days.
  public static let patience = 7.0 * 86_400

  private let contacts: PrivateStore
  private let clock: @Sendable () -> Date
  private let mail: @Sendable (ThemeMail) async throws -> Void

  /// What is kept of a token: whoever reads the store cannot confirm with it.
  private static func key(_ token: String) -> String { DraftKey.digest("theme\n" + token) }

  struct Waiting: Codable, Sendable {
    let subscriber: ThemeSubscriber
    let until: Date
  }

  /// Subscriptions in a store of contacts.
  ///
  /// `mail`: puts a message into the outbox.
  public init(
    _ contacts: PrivateStore, clock: @escaping @Sendable () -> Date = { Date() },
    mail: @escaping @Sendable (ThemeMail) async throws -> Void
  ) {
    self.contacts = contacts
    self.clock = clock
    self.mail = mail
  }

  /// Asks an address to confirm; requests that were not confirmed in time are removed.
  ///
  /// - Throws: `LedgerError`, or what the outbox throws.
  public func ask(_ subscriber: ThemeSubscriber, title: String) async throws {
    try await sweep()
    let token = RandomID.make()
    let waiting = Waiting(
      subscriber: subscriber, until: clock().addingTimeInterval(Self.patience))
    try await contacts.put(waiting, kind: Self.waitingKind, id: Self.key(token))
    try await mail(
      ThemeMail(
        to: subscriber.address, subject: "Confirm that you want to hear about “\(title)”",
        text: "Open /themes/confirm/\(token) on the plan’s site and press the button. "
          + "If you did not ask for this, do nothing: an address that is not confirmed is removed "
          + "after 7 days.",
        stopPath: nil))
  }

  /// Removes requests that were not confirmed in time.
  ///
  /// - Throws: `LedgerError`.
  public func sweep() async throws(LedgerError) {
    for (id, waiting) in try contacts.all(Waiting.self, kind: Self.waitingKind)
    where waiting.until < clock() {
      try await contacts.remove(kind: Self.waitingKind, id: id)
    }
  }

  /// Whether a request with this token waits.
  ///
  /// - Throws: `LedgerError`.
  public func isWaiting(_ token: String) throws(LedgerError) -> Bool {
    let waiting = try contacts.get(Waiting.self, kind: Self.waitingKind, id: Self.key(token))
    return waiting.map { $0.until >= clock() } ?? false
  }

  /// Makes a request a subscription; false when there is none, or it waited too long.
  ///
  /// - Throws: `LedgerError`.
  public func confirm(_ token: String) async throws(LedgerError) -> Bool {
    let key = Self.key(token)
    guard let waiting = try contacts.get(Waiting.self, kind: Self.waitingKind, id: key) else {
      return false
    }
    if waiting.until >= clock() {
      let subscriber = waiting.subscriber
      let lookup =
        "\(subscriber.address.lowercased()) \(subscriber.consultation) \(subscriber.theme ?? "*")"
      let known = try contacts.find(ThemeSubscriber.self, kind: Self.kind, lookup: lookup)
      if known == nil {
        try await contacts.put(
          subscriber, kind: Self.kind, id: RandomID.make(), lookup: lookup)
      }
    }
    try await contacts.remove(kind: Self.waitingKind, id: key)
    return waiting.until >= clock()
  }

  /// Ends a subscription, and says whether there was one.
  ///
  /// - Throws: `LedgerError`.
  public func stop(_ id: String) async throws(LedgerError) -> Bool {
    try await contacts.remove(kind: Self.kind, id: id)
  }

  /// Tells everybody who follows the theme.
  public func changed(
    _ theme: Theme, from: ThemeStatus, to: ThemeStatus, text: String
  ) async throws {
    for (id, subscriber) in try contacts.all(ThemeSubscriber.self, kind: Self.kind)
    where subscriber.consultation == theme.consultation
      && (subscriber.theme == nil || subscriber.theme == theme.id)
    {
      try await mail(
        ThemeMail(
          to: subscriber.address, subject: "“\(theme.words.title)”: \(to.label)",
          text: "You asked to hear what comes of “\(theme.words.title)”. It was at "
            + "“\(from.label)” and is now at “\(to.label)”. \(text) Read more at "
            + "/themes/\(theme.id).",
          stopPath: "/themes/stop/\(id)"))
    }
  }
}
