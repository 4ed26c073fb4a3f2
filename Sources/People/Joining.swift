// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger
import Mail

/// The link for the first administrator; only the digest of its token is kept, as its id.
private struct FirstLink: Codable, Sendable {
  static let kind = "first-link"
  let ends: Date
}

/// Somebody who has come with a link to join.
public struct Joiner: Sendable, Equatable {
  /// The name they were invited by; nil for the first administrator, whom nobody invited.
  public let name: String?
  /// The address they were invited at; nil for the first administrator.
  public let address: String?
  /// What they will be here to do.
  public let role: Role
}

extension People {
  /// Seconds for which the link of the first administrator works: a day.
  public static let firstLinkTime: Double = 86_400
  /// Seconds for which an invitation works: a week.
  public static let invitationTime: Double = 7 * 86_400

  /// A link with which the first administrator joins, or nil when somebody has joined already.
  ///
  /// Each call ends the link of the call before.
  ///
  /// - Throws: `PeopleError.store`.
  public func firstLink(origin: String) async throws(PeopleError) -> String? {
    guard try isFirst() else { return nil }
    for (id, _) in try store.all(FirstLink.self, FirstLink.kind) {
      try await store.remove(FirstLink.kind, id)
    }
    let token = RandomSecret.long()
    let ends = clock().addingTimeInterval(People.firstLinkTime)
    try await store.put(FirstLink(ends: ends), FirstLink.kind, SecretDigest.of(token))
    return "\(origin)/desk/join/\(token)"
  }

  /// Invites somebody, and gives the link with which they join.
  ///
  /// With a mail server the link is mailed as well.
  ///
  /// - Throws: `PeopleError.badName`, `.badAddress`, `.addressTaken`, `.store`.
  public func invite(
    name: String, address: String, role: Role, by author: Author, origin: String
  ) async throws(PeopleError) -> String {
    let name = try People.checked(name: name)
    guard let address = try? MailAddress(address) else { throw .badAddress }
    let token = try await turnstile.pass { () async throws(PeopleError) -> String in
      guard try store.contact(address: address.text) == nil else { throw .addressTaken }
      let id = RandomID.make()
      try await store.put(AccountContact(name: name, address: address.text), id)
      try await store.append(.invited(role: role), id, by: author)
      return try await makeLink(
        .join, id, seconds: People.invitationTime, isToHandOver: true)
    }
    let link = "\(origin)/desk/join/\(token)"
    await mailInvitation(link, to: address.text)
    return link
  }

  /// Makes a new link for somebody who was invited and has not joined.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.store`.
  public func inviteAgain(_ account: String, origin: String) async throws(PeopleError) -> String {
    guard try store.state().accounts[account]?.standing == .invited,
      let contact = try store.contact(account)
    else { throw .noSuchAccount }
    let token = try await makeLink(
      .join, account, seconds: People.invitationTime, isToHandOver: true)
    let link = "\(origin)/desk/join/\(token)"
    await mailInvitation(link, to: contact.address)
    return link
  }

  /// Who a link to join is for.
  ///
  /// - Throws: `PeopleError.linkEnded`, `.store`.
  public func joiner(_ token: String) async throws(PeopleError) -> Joiner {
    if try isFirstLink(token) { return Joiner(name: nil, address: nil, role: .administrator) }
    let (_, account) = try await invited(token)
    guard let contact = try store.contact(account),
      let role = try store.state().accounts[account]?.role
    else { throw .linkEnded }
    return Joiner(name: contact.name, address: contact.address, role: role)
  }

  /// Lets somebody join through a link, with a password; name and address count for the first
  /// administrator alone.
  ///
  /// - Throws: `PeopleError`.
  public func join(
    _ token: String, name: String, address: String, password: String
  ) async throws(PeopleError) -> Person {
    if try isFirstLink(token) {
      return try await joinFirst(token, name, address, password)
    }
    let (link, account) = try await invited(token)
    guard var contact = try store.contact(account) else { throw .linkEnded }
    try People.checked(password: password, contact)
    contact.password = try await hash(password)
    let ready = contact
    return try await turnstile.pass { () async throws(PeopleError) -> Person in
      guard let role = try store.state().accounts[account]?.role, try await invited(token).0 == link
      else { throw .linkEnded }
      return try await create(account, ready, role, link: link)
    }
  }

  private func joinFirst(
    _ token: String, _ name: String, _ address: String, _ password: String
  ) async throws(PeopleError) -> Person {
    guard let address = try? MailAddress(address) else { throw .badAddress }
    var contact = AccountContact(name: try People.checked(name: name), address: address.text)
    try People.checked(password: password, contact)
    contact.password = try await hash(password)
    let ready = contact
    return try await turnstile.pass { () async throws(PeopleError) -> Person in
      guard try isFirstLink(token), try isFirst() else { throw .linkEnded }
      guard try store.contact(address: ready.address) == nil else { throw .addressTaken }
      let digest = SecretDigest.of(token)
      let person = try await create(RandomID.make(), ready, .administrator, link: digest)
      try await store.remove(FirstLink.kind, digest)
      return person
    }
  }

  /// Makes an account usable; the ledger takes the token of a link once, whoever asks.
  private func create(
    _ account: String, _ contact: AccountContact, _ role: Role, link: String
  ) async throws(PeopleError) -> Person {
    let author = Author(id: account, role: role.rawValue)
    let isNew = try await store.append(
      .created(role: role), account, by: author, token: "join-\(SecretDigest.of(link))")
    guard isNew else { throw .linkEnded }
    try await store.put(contact, account)
    try await endLinks(of: account)
    return Person(id: account, name: contact.name, role: role)
  }

  private func invited(_ token: String) async throws(PeopleError) -> (String, String) {
    guard let (id, record) = try await link(token, .join),
      try store.state().accounts[record.account]?.standing == .invited
    else { throw .linkEnded }
    return (id, record.account)
  }

  private func isFirst() throws(PeopleError) -> Bool {
    try store.state().accounts.values.allSatisfy { $0.standing == .invited }
  }

  private func isFirstLink(_ token: String) throws(PeopleError) -> Bool {
    guard let found = try store.get(FirstLink.self, FirstLink.kind, SecretDigest.of(token)),
      clock() < found.ends
    else { return false }
    return try isFirst()
  }

  private func mailInvitation(_ link: String, to address: String) async {
    let text = """
      You have been invited to work on \(title).

      Open this link to choose a password. It works once, and for 7 days:

      \(link)

      If you did not expect this, you need do nothing.
      """
    await post("Your invitation to \(title)", text, to: address)
  }
}
