// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger
public import Mail

/// The people who work with a data folder: who they are, what they may do, how they come in.
///
/// What happens to accounts is in the ledger; names, addresses and passwords are in the store of
/// contacts and can be erased. One value of this type serves a whole program.
public struct People: Sendable {
  /// The most letters of a name.
  public static let longestName = 100

  let store: AccountStore
  let mail: any MailSender
  /// The name of the site, for mails.
  let title: String
  let clock: @Sendable () -> Date
  /// Says to who runs the server what no page can say.
  let announce: @Sendable (String) -> Void
  let cost: PasswordHash.Parameters
  let work = PasswordWork()
  let turnstile = Turnstile()
  let nobody = NobodysPassword()

  /// The people of a data folder.
  ///
  /// - Parameters:
  ///   - data: the folder that holds the ledger and the contacts.
  ///   - mail: takes invitations and links; links wait to be handed over when it does not deliver.
  ///   - title: the name of the site, for mails.
  ///   - clock: tells the time by which links and sessions end.
  ///   - announce: called with a line for who runs the server, such as a link to hand over.
  public init(
    data: DataFolder, mail: any MailSender, title: String,
    clock: @escaping @Sendable () -> Date = { Date() },
    announce: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.init(
      data: data, mail: mail, title: title, cost: .current, clock: clock, announce: announce)
  }

  init(
    data: DataFolder, mail: any MailSender, title: String, cost: PasswordHash.Parameters,
    clock: @escaping @Sendable () -> Date, announce: @escaping @Sendable (String) -> Void
  ) {
    self.cost = cost
    store = AccountStore(data: data)
    self.mail = mail
    self.title = title
    self.clock = clock
    self.announce = announce
  }

  /// Somebody in the list of people.
  public struct Listed: Sendable {
    /// The random id of the account, which says nothing about who it is.
    public let id: String
    /// Empty once the account was erased.
    public let name: String
    /// Empty once the account was erased.
    public let address: String
    /// The role and how the account stands.
    public let account: Account
  }

  /// Everybody with an account, by name; erased accounts come last.
  ///
  /// - Throws: `PeopleError.store`.
  public func list() throws(PeopleError) -> [Listed] {
    var contacts: [String: AccountContact] = [:]
    for (id, contact) in try store.all(AccountContact.self, AccountContact.kind) {
      contacts[id] = contact
    }
    let listed = try store.state().accounts.map { id, account in
      let contact = account.standing == .erased ? nil : contacts[id]
      return Listed(
        id: id, name: contact?.name ?? "", address: contact?.address ?? "", account: account)
    }
    return listed.sorted { one, other in
      let keys = [one, other].map { ($0.name.isEmpty ? 1 : 0, $0.name.lowercased(), $0.id) }
      return keys[0] < keys[1]
    }
  }

  /// Somebody whose account can be used, or nil.
  ///
  /// - Throws: `PeopleError.store`.
  public func person(_ id: String) throws(PeopleError) -> Person? {
    guard let account = try store.state().accounts[id], account.standing == .active,
      let contact = try store.contact(id)
    else { return nil }
    return Person(id: id, name: contact.name, role: account.role)
  }

  /// Everything that happened to accounts, in order.
  ///
  /// - Throws: `PeopleError.store`.
  public func trail() throws(PeopleError) -> [AuditTrail.Line] {
    do { return try store.data.ledger.state(AuditTrail.self).lines } catch { throw .store(error) }
  }

  static func checked(name: String) throws(PeopleError) -> String {
    let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
    let hasControl = trimmed.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
    guard (1...longestName).contains(trimmed.count), !hasControl else { throw .badName }
    return trimmed
  }

  static func checked(
    password: String, _ contact: AccountContact
  ) throws(PeopleError) {
    let own = [
      contact.name, contact.address, String(contact.address.prefix { $0 != "@" }),
    ]
    if let problem = PasswordRules.problem(password, personal: own) {
      throw .weakPassword(problem)
    }
  }

  func hash(_ password: String) async throws(PeopleError) -> PasswordHash {
    try await work.run { [cost] () throws(PeopleError) in
      try PasswordHash(password, parameters: cost)
    }
  }
}
