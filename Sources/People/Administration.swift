// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension People {
  /// Gives an account another role; it counts from the next page that somebody opens.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.lastAdministrator`, `.store`.
  public func changeRole(
    _ id: String, to role: Role, by author: Author
  ) async throws(PeopleError) {
    try await turnstile.pass { () async throws(PeopleError) in
      let state = try store.state()
      guard let account = state.accounts[id], account.standing != .erased else {
        throw .noSuchAccount
      }
      guard account.role != role else { return }
      guard !state.isLastAdministrator(id) else { throw .lastAdministrator }
      try await store.append(.roleChanged(from: account.role, to: role), id, by: author)
    }
  }

  /// Stops an account, and ends its sessions and links.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.lastAdministrator`, `.store`.
  public func suspend(_ id: String, by author: Author) async throws(PeopleError) {
    try await turnstile.pass { () async throws(PeopleError) in
      let state = try store.state()
      guard state.accounts[id]?.standing == .active else { throw .noSuchAccount }
      guard !state.isLastAdministrator(id) else { throw .lastAdministrator }
      try await store.append(.suspended, id, by: author)
      try await endLinks(of: id)
      try await endSessions(of: id)
    }
  }

  /// Lets a stopped account be used again.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.store`.
  public func reinstate(_ id: String, by author: Author) async throws(PeopleError) {
    try await turnstile.pass { () async throws(PeopleError) in
      guard try store.state().accounts[id]?.standing == .suspended else { throw .noSuchAccount }
      try await store.append(.reinstated, id, by: author)
    }
  }

  /// Removes name, address and password of an account for good; what was done with it stays in
  /// the ledger under its random id.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.lastAdministrator`, `.store`.
  public func erase(_ id: String, by author: Author) async throws(PeopleError) {
    try await turnstile.pass { () async throws(PeopleError) in
      let state = try store.state()
      guard let account = state.accounts[id] else { throw .noSuchAccount }
      guard !state.isLastAdministrator(id) else { throw .lastAdministrator }
      if account.standing != .erased { try await store.append(.erased, id, by: author) }
      try await removeAll(of: id)
    }
  }

  /// Removes what has ended: old sessions and links, and what an interrupted erasure left behind.
  ///
  /// - Throws: `PeopleError.store`.
  public func sweep() async throws(PeopleError) {
    let now = clock()
    for (id, session) in try store.all(SessionRecord.self, SessionRecord.kind)
    where now.timeIntervalSince(session.lastSeen) > SessionRecord.rememberedTime {
      try await store.remove(SessionRecord.kind, id)
    }
    for (id, link) in try store.all(LinkRecord.self, LinkRecord.kind)
    where Double(link.ends) < now.timeIntervalSince1970 {
      try await store.remove(LinkRecord.kind, id)
    }
    let accounts = try store.state().accounts
    for (id, _) in try store.all(AccountContact.self, AccountContact.kind)
    where accounts[id]?.standing == .erased {
      try await removeAll(of: id)
    }
  }

  private func removeAll(of id: String) async throws(PeopleError) {
    try await store.remove(AccountContact.kind, id)
    try await endLinks(of: id)
    try await endSessions(of: id)
  }
}
