// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every account and how it stands.
public struct AccountState: Fold {
  public typealias Event = PersonEvent
  /// Accounts by their random ids.
  public private(set) var accounts: [String: Account] = [:]

  public init() {}

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

  public internal(set) var role: Role
  public internal(set) var standing: Standing
  /// When it was first heard of.
  public let since: Date
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
  public typealias Event = PersonEvent

  /// One thing that happened.
  public struct Line: Sendable {
    public let time: Date
    /// The account, or `PersonEvent.unknown`.
    public let account: String
    public let author: Author
    public let event: PersonEvent
  }

  public private(set) var lines: [Line] = []

  public init() {}

  public mutating func apply(_ event: PersonEvent, _ entry: Entry) {
    lines.append(
      Line(time: entry.time, account: entry.subject, author: entry.author, event: event))
  }
}
