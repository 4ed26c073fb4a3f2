// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// The folder that holds what happens to a plan: the ledger, and three stores beside it.
///
/// They are separate files with no key in common: who somebody is, what they said, and the answers
/// about equality cannot be joined.
public struct DataFolder: Sendable {
  /// Where the folder is.
  public let path: String
  /// What happened; the answers of respondents are beside its chain.
  public let ledger: Ledger
  /// Names and addresses of people with an account, subscribers, bookings, enquirers.
  public let contacts: PrivateStore
  /// Answers about equality, which belong to a consultation and to nothing else.
  public let equality: PrivateStore
  /// Responses that are not sent yet.
  public let drafts: PrivateStore

  /// Opens the folder, and makes it when there is none.
  ///
  /// - Parameters:
  ///   - path: where the folder is.
  ///   - clock: the time of new entries.
  ///   - note: told of what is no failure but worth knowing, such as a clock that was put back.
  /// - Throws: `LedgerError`.
  public init(
    path: String, clock: @escaping @Sendable () -> Date = { Date() },
    note: @escaping @Sendable (LedgerNote) -> Void = { _ in }
  ) throws(LedgerError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw LedgerError.of(error, file: path)
    }
    ledger = try Ledger(file: path + "/" + FileName.ledger, clock: clock, note: note)
    contacts = try PrivateStore(file: path + "/" + FileName.contacts)
    equality = try PrivateStore(
      file: path + "/" + FileName.equality, leavesNoOrder: true)
    drafts = try PrivateStore(file: path + "/" + FileName.drafts)
  }

  /// The names of the four files.
  enum FileName {
    static let ledger = "ledger.sqlite"
    static let contacts = "contacts.sqlite"
    static let equality = "equality.sqlite"
    static let drafts = "drafts.sqlite"
    static let stores = [contacts, equality, drafts]
    static let all = [ledger] + stores
  }
}
