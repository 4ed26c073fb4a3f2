// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger
import Mail

/// A link that an administrator hands over, because no mail carries it.
public struct LinkToHandOver: Sendable {
  /// The name of who the link is for.
  public let name: String
  /// Where to reach them.
  public let address: String
  /// Whether it is an invitation; otherwise it is for a new password.
  public let isInvitation: Bool
  /// The whole address, which lets whoever has it choose a password, once.
  public let link: String
  /// When it stops working.
  public let ends: Date
}

extension People {
  /// Seconds for which a link to a new password works.
  public static let resetTime: Double = 2 * 3600

  /// Sends a link to a new password to an address, if there is an account with it.
  ///
  /// Who asks is told the same either way. Without a mail server the link waits for an
  /// administrator, and is announced to who runs the server.
  public func forgotten(address: String, origin: String) async {
    do throws(PeopleError) {
      guard let found = try usable(address) else { return }
      let link = try await makeReset(found.id, by: .visitor, origin)
      if mail.delivers {
        await mailReset(link, to: found.record.address)
      } else {
        announce("Somebody asked for a new password. Hand this link over: \(link)")
      }
    } catch {
      announce("A link to a new password could not be made. \(error)")
    }
  }

  /// A link to a new password, for who runs the server to hand over.
  ///
  /// - Throws: `PeopleError.noSuchAccount`, `.store`.
  public func resetLink(
    address: String, by author: Author, origin: String
  ) async throws(PeopleError) -> String {
    guard let found = try usable(address) else { throw .noSuchAccount }
    return try await makeReset(found.id, by: author, origin)
  }

  /// Whether a link to a new password works.
  ///
  /// - Throws: `PeopleError.store`.
  public func isResetLink(_ token: String) async throws(PeopleError) -> Bool {
    guard let (_, record) = try await link(token, .reset) else { return false }
    return try person(record.account) != nil
  }

  /// Gives a new password through a link, which then is used up; all sessions end.
  ///
  /// - Throws: `PeopleError.linkEnded`, `.weakPassword`, `.busy`, `.store`.
  public func reset(_ token: String, to password: String) async throws(PeopleError) {
    guard let (id, record) = try await link(token, .reset),
      let person = try person(record.account), var contact = try store.contact(person.id)
    else { throw .linkEnded }
    try People.checked(password: password, contact)
    contact.password = try await hash(password)
    let isFirstUse = try await store.append(
      .passwordChanged(throughLink: true), person.id, by: person.author,
      token: "reset-\(SecretDigest.of(id))")
    guard isFirstUse else { throw .linkEnded }
    try await store.put(contact, person.id)
    try await endLinks(of: person.id)
    try await endSessions(of: person.id)
  }

  /// The links that wait to be handed over, those that end first in front.
  ///
  /// - Throws: `PeopleError.store`.
  public func linksToHandOver(origin: String) async throws(PeopleError) -> [LinkToHandOver] {
    let signed = try await links()
    var waiting: [LinkToHandOver] = []
    for (id, record) in try store.all(LinkRecord.self, LinkRecord.kind) where record.isToHandOver {
      let ends = Date(timeIntervalSince1970: Double(record.ends))
      guard ends > clock(), let contact = try store.contact(record.account) else { continue }
      let path = record.purpose == .join ? "/desk/join/" : "/desk/password/reset/"
      waiting.append(
        LinkToHandOver(
          name: contact.name, address: contact.address, isInvitation: record.purpose == .join,
          link: origin + path + signed.token(id, record), ends: ends))
    }
    return waiting.sorted { $0.ends < $1.ends }
  }

  private func usable(
    _ address: String
  ) throws(PeopleError) -> (id: String, record: AccountContact)? {
    guard let found = try store.contact(address: address), found.record.password != nil,
      try person(found.id) != nil
    else { return nil }
    return found
  }

  private func makeReset(
    _ account: String, by author: Author, _ origin: String
  ) async throws(PeopleError) -> String {
    let token = try await makeLink(
      .reset, account, seconds: People.resetTime, isToHandOver: !mail.delivers)
    try await store.append(.resetLinkMade, account, by: author)
    return "\(origin)/desk/password/reset/\(token)"
  }

  private func mailReset(_ link: String, to address: String) async {
    let text = """
      Somebody asked for a new password for your account on \(title).

      Open this link to choose one. It works once, and for 2 hours:

      \(link)

      If it was not you, you need do nothing. Your password stays as it is.
      """
    await post("A new password for \(title)", text, to: address)
  }

  /// Mails a text when there is a server; otherwise the link waits on the page of people.
  func post(_ subject: String, _ text: String, to address: String) async {
    guard mail.delivers else { return }
    do throws(MailError) {
      let line = subject.filter { !$0.isNewline }.prefix(MailMessage.longestSubject)
      try await mail.send(MailMessage(to: address, subject: String(line), text: text))
    } catch {
      announce("A mail was not sent. \(error)")
    }
  }
}
