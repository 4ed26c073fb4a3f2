// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger
import Synchronization

extension People {
  /// Checks an address and a password, and records what came of it.
  ///
  /// An address without an account takes as long as one with, so that time tells nothing.
  ///
  /// - Returns: who has signed in.
  /// - Throws: `PeopleError.wrongAddressOrPassword`, `.busy`, `.store`.
  public func signIn(address: String, password: String) async throws(PeopleError) -> Person {
    let found = try store.contact(address: address)
    let known = found?.record.password
    guard password.utf8.count <= PasswordRules.longest else {
      try await failed(found?.id)
      throw .wrongAddressOrPassword
    }
    let isRight = try await work.run { [nobody, cost] () throws(PeopleError) in
      let hash = if let known { known } else { try nobody.hash(cost) }
      return try hash.matches(password)
    }
    guard isRight, let found, found.record.password != nil, let person = try person(found.id)
    else {
      try await failed(found?.id)
      throw .wrongAddressOrPassword
    }
    if known?.parameters.isWeaker(than: cost) == true {
      try await rehash(person.id, password)
    }
    try await store.append(.signedIn, person.id, by: person.author)
    return person
  }

  /// Whether a password is the one of an account.
  ///
  /// - Throws: `PeopleError.busy`, `.store`.
  public func isPassword(_ password: String, of account: String) async throws(PeopleError) -> Bool {
    guard let hash = try store.contact(account)?.password,
      password.utf8.count <= PasswordRules.longest
    else { return false }
    return try await work.run { () throws(PeopleError) in try hash.matches(password) }
  }

  /// Gives an account another password, ends all its sessions and all links that were made for it.
  ///
  /// - Throws: `PeopleError.weakPassword`, `.noSuchAccount`, `.busy`, `.store`.
  public func changePassword(_ person: Person, to password: String) async throws(PeopleError) {
    guard var contact = try store.contact(person.id) else { throw .noSuchAccount }
    try People.checked(password: password, contact)
    contact.password = try await hash(password)
    try await store.append(.passwordChanged(throughLink: false), person.id, by: person.author)
    try await store.put(contact, person.id)
    try await endLinks(of: person.id)
    try await endSessions(of: person.id)
  }

  private func failed(_ account: String?) async throws(PeopleError) {
    try await store.append(.signInFailed, account ?? PersonEvent.unknown, by: .visitor)
  }

  private func rehash(_ account: String, _ password: String) async throws(PeopleError) {
    guard var contact = try store.contact(account) else { return }
    contact.password = try await hash(password)
    try await store.put(contact, account)
  }
}

/// A hash that no password matches in practice, for addresses without an account.
final class NobodysPassword: Sendable {
  private let made = Mutex<PasswordHash?>(nil)

  /// The hash, made when it is first needed.
  func hash(_ cost: PasswordHash.Parameters) throws(PeopleError) -> PasswordHash {
    if let hash = made.withLock({ $0 }) { return hash }
    let hash = try PasswordHash(RandomID.make(), parameters: cost)
    made.withLock { $0 = hash }
    return hash
  }
}

extension Person {
  /// The author of what somebody does.
  public var author: Author { Author(id: id, role: role.rawValue) }
}
