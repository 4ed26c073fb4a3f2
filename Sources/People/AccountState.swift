// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every account and how it stands.
public struct AccountState: Fold {
  /// What happens to accounts.
  public typealias Event = PersonEvent
  /// Accounts by their random ids.
  public private(set) var accounts: [String: Account] = [:]

  /// No accounts, as before the first event.
  public init() {}

  /// Takes one event in; an event about an account that was never heard of changes nothing.
  public mutating func apply(_ event: PersonEvent, _ entry: Entry) {
    guard entry.subject != PersonEvent.unknown else { return }
    if case .invited(let role) = event {
      accounts[entry.subject] = Account(role: role, standing: .invited, since: entry.time)
      return
    }
    if case .created(let role) = event, accounts[entry.subject] == nil {
      accounts[entry.subject] = Account(role: role, standing: .active, since: entry.time)
      return
    }
    accounts[entry.subject]?.apply(event, at: entry.time)
  }

  /// The accounts that can be used by administrators.
  public var administrators: [String] {
    accounts.filter { $0.value.standing == .active && $0.value.role == .administrator }.map(\.key)
  }

  /// Whether an account is the only one left that can invite people and change roles.
  public func isLastAdministrator(_ id: String) -> Bool { administrators == [id] }
}

/// An account without anything personal.
public struct Account: Sendable, Equatable {
  /// How an account stands.
  public enum Standing: String, Sendable, Equatable {
    case invited, active, suspended, erased
  }

  /// What the account is here to do; for one that is invited, what it will be.
  public internal(set) var role: Role
  /// Whether the account can be used.
  public internal(set) var standing: Standing
  /// When it was first heard of.
  public let since: Date
  /// When somebody last signed in to it; nil when nobody has.
  public internal(set) var lastSignIn: Date?

  init(role: Role, standing: Standing, since: Date) {
    self.role = role
    self.standing = standing
    self.since = since
  }

  mutating func apply(_ event: PersonEvent, at time: Date) {
    switch event {
    case .created(let role):
      self.role = role
      standing = .active
    case .roleChanged(_, let role): self.role = role
    case .suspended: standing = .suspended
    case .reinstated: standing = .active
    case .erased: standing = .erased
    case .signedIn: lastSignIn = time
    case .invited, .signInFailed, .signedOut, .passwordChanged, .resetLinkMade: break
    }
  }
}

/// Everything that happened to accounts, in order.
public struct AuditTrail: Fold {
  /// What happens to accounts.
  public typealias Event = PersonEvent

  /// One thing that happened.
  public struct Line: Sendable {
    /// When it happened, by the clock of the ledger.
    public let time: Date
    /// The account, or `PersonEvent.unknown`.
    public let account: String
    /// Who did it, which need not be whom it happened to.
    public let author: Author
    /// What happened.
    public let event: PersonEvent
  }

  /// What happened, the oldest first.
  public private(set) var lines: [Line] = []

  /// A trail with nothing in it, as before the first event.
  public init() {}

  /// Adds one event at the end, with its time and author; events of unknown accounts too.
  public mutating func apply(_ event: PersonEvent, _ entry: Entry) {
    lines.append(
      Line(time: entry.time, account: entry.subject, author: entry.author, event: event))
  }
}
