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
  /// - Throws: `LedgerError.unavailable`.
  public init(
    path: String, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws(LedgerError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unavailable(file: path, reason: error.localizedDescription)
    }
    ledger = try Ledger(file: path + "/ledger.sqlite", clock: clock)
    contacts = try PrivateStore(file: path + "/contacts.sqlite")
    equality = try PrivateStore(file: path + "/equality.sqlite")
    drafts = try PrivateStore(file: path + "/drafts.sqlite")
  }

  /// Whether everything in the folder was made up by a program; every page then says so.
  public var isSynthetic: Bool { FileManager.default.fileExists(atPath: syntheticMark) }

  /// Says for good that what is in the folder is made up.
  ///
  /// - Throws: `LedgerError.unavailable` when that cannot be written.
  public func markSynthetic() throws(LedgerError) {
    let text = "Everything in this folder was made up by a program.\n"
    do {
      try text.write(toFile: syntheticMark, atomically: true, encoding: .utf8)
    } catch {
      throw .unavailable(file: syntheticMark, reason: error.localizedDescription)
    }
  }

  private var syntheticMark: String { path + "/SYNTHETIC" }
}
