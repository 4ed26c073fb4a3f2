// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// Puts enquiries into the ledger, and who asked into the contacts.
public struct EnquiryBook: Sendable {
  private let data: DataFolder

  /// The enquiries of a data folder.
  public init(_ data: DataFolder) { self.data = data }

  /// Records an enquiry once for its token, and gives its reference.
  ///
  /// The contact is kept first: an enquiry nobody can be answered about would be worse than a
  /// contact without an enquiry, which is taken away again.
  ///
  /// - Throws: `LedgerError`; nothing was recorded then.
  public func receive(
    _ kind: EnquiryKind, _ message: EnquiryMessage, from enquirer: Enquirer, token: String
  ) async throws -> String {
    let state = try data.ledger.state(EnquiryState.self)
    var reference = EnquiryRules.reference()
    while state.byReference[reference] != nil { reference = EnquiryRules.reference() }
    let id = RandomID.make()
    let text = String(decoding: try JSONEncoder().encode(message), as: UTF8.self)
    let content = Content(text, kind: "enquiry")
    try await data.contacts.put(enquirer, kind: "enquiry", id: id)
    do {
      let receipt = try await data.ledger.append(
        EnquiryEvent.received(reference: reference, kind: kind, message: content.reference),
        subject: id, by: .visitor, token: token, contents: [content])
      guard receipt.isRepeat else { return reference }
      try await data.contacts.remove(kind: "enquiry", id: id)
      let first = try data.ledger.state(EnquiryState.self).records[receipt.entry.subject]
      return first?.reference ?? reference
    } catch {
      try await data.contacts.remove(kind: "enquiry", id: id)
      throw error
    }
  }

  /// Who asked, or nil when that is erased.
  ///
  /// - Throws: `LedgerError`.
  public func enquirer(_ id: String) throws(LedgerError) -> Enquirer? {
    try data.contacts.get(Enquirer.self, kind: "enquiry", id: id)
  }

  /// What was asked, or nil when that is erased.
  ///
  /// - Throws: `LedgerError`.
  public func message(_ record: EnquiryRecord) throws(LedgerError) -> EnquiryMessage? {
    guard let text = try data.ledger.content(record.message.id) else { return nil }
    return try? JSONDecoder().decode(EnquiryMessage.self, from: Data(text.utf8))
  }

  /// Erases who asked and everything that was said, with the reason.
  ///
  /// - Throws: `LedgerError`; nothing that was said was erased then.
  public func erase(_ record: EnquiryRecord, reason: String, by author: Author) async throws {
    try await data.contacts.remove(kind: "enquiry", id: record.id)
    try await data.ledger.erase(
      record.contents,
      saying: try Draft(EnquiryEvent.erased(reason: reason), subject: record.id, by: author))
  }
}
