// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Ledger
import Mail

/// What is personal about an account; kept beside the chain under the id of the account.
struct AccountContact: Codable, Sendable {
  static let kind = "account"
  var name: String
  var address: String
  /// Nil until a password was chosen.
  var password: PasswordHash?

  /// The key by which an address is found, or nil when it is none.
  static func lookup(_ address: String) -> String? {
    (try? MailAddress(address))?.normalised
  }
}

/// The ledger and the contacts as accounts use them, with errors of our own.
struct AccountStore: Sendable {
  let data: DataFolder

  func state() throws(PeopleError) -> AccountState {
    do { return try data.ledger.state(AccountState.self) } catch { throw .store(error) }
  }

  /// Records what happened; with a token only once, and says whether this was the first time.
  @discardableResult
  func append(
    _ event: PersonEvent, _ account: String, by author: Author, token: String? = nil
  ) async throws(PeopleError) -> Bool {
    do {
      return try await !data.ledger.append(event, subject: account, by: author, token: token)
        .isRepeat
    } catch { throw .store(error) }
  }

  func contact(_ account: String) throws(PeopleError) -> AccountContact? {
    try get(AccountContact.self, AccountContact.kind, account)
  }

  func contact(address: String) throws(PeopleError) -> (id: String, record: AccountContact)? {
    guard let lookup = AccountContact.lookup(address) else { return nil }
    do {
      return try data.contacts.find(
        AccountContact.self, kind: AccountContact.kind, lookup: lookup)
    } catch { throw .store(error) }
  }

  func put(_ contact: AccountContact, _ account: String) async throws(PeopleError) {
    do {
      try await data.contacts.put(
        contact, kind: AccountContact.kind, id: account,
        lookup: AccountContact.lookup(contact.address))
    } catch { throw .store(error) }
  }

  func get<Record: Decodable>(
    _: Record.Type, _ kind: String, _ id: String
  ) throws(PeopleError) -> Record? {
    do { return try data.contacts.get(Record.self, kind: kind, id: id) } catch {
      throw .store(error)
    }
  }

  func all<Record: Decodable>(
    _: Record.Type, _ kind: String
  ) throws(PeopleError) -> [(id: String, record: Record)] {
    do { return try data.contacts.all(Record.self, kind: kind) } catch { throw .store(error) }
  }

  func put(
    _ record: some Encodable & Sendable, _ kind: String, _ id: String
  ) async throws(PeopleError) {
    do { try await data.contacts.put(record, kind: kind, id: id) } catch { throw .store(error) }
  }

  @discardableResult
  func remove(_ kind: String, _ id: String) async throws(PeopleError) -> Bool {
    do { return try await data.contacts.remove(kind: kind, id: id) } catch {
      throw .store(error)
    }
  }
}

/// SHA-256 of secrets, under which they are found without being kept.
public enum SecretDigest {
  /// The digest of a text in lower-case hexadecimal.
  public static func of(_ secret: String) -> String {
    hexadecimal(SHA256.hash(data: Data(secret.utf8)))
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
