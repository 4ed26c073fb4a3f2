// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation
public import Ledger

/// A form that somebody is working on; it is not public, and not part of the ledger.
public struct FormDraft: Codable, Sendable, Equatable {
  /// The form as it stands.
  public var definition: FormDefinition
  /// One more with each change, so that a change made from an old page is noticed.
  public var revision: Int
  /// When it was last changed.
  public var changedOn: Date

  /// A draft of a form.
  public init(definition: FormDefinition, revision: Int, changedOn: Date) {
    self.definition = definition
    self.revision = revision
    self.changedOn = changedOn
  }
}

/// The drafts of forms in a data folder, one for each form.
public struct FormDrafts: Sendable {
  private static let kind = "form-draft"
  private let store: PrivateStore

  /// The drafts of a data folder.
  public init(_ data: DataFolder) { store = data.drafts }

  /// The draft of a form, or nil.
  ///
  /// - Throws: `LedgerError`.
  public func draft(of form: String) throws(LedgerError) -> FormDraft? {
    try store.get(FormDraft.self, kind: Self.kind, id: form)
  }

  /// All drafts, by the id of the form.
  ///
  /// - Throws: `LedgerError`.
  public func all() throws(LedgerError) -> [FormDraft] {
    try store.all(FormDraft.self, kind: Self.kind).map(\.record)
      .sorted { $0.definition.id < $1.definition.id }
  }

  /// Keeps a definition as the draft of its form.
  ///
  /// - Returns: the draft as it was kept, with the next revision.
  /// - Throws: `LedgerError`; nothing was kept then.
  @discardableResult
  public func keep(
    _ definition: FormDefinition, at time: Date
  ) async throws(LedgerError) -> FormDraft {
    let before = try draft(of: definition.id)
    let draft = FormDraft(
      definition: definition, revision: (before?.revision ?? 0) + 1, changedOn: time)
    try await store.put(draft, kind: Self.kind, id: definition.id)
    return draft
  }

  /// Drops the draft of a form for good.
  ///
  /// - Throws: `LedgerError`.
  public func drop(_ form: String) async throws(LedgerError) {
    try await store.remove(kind: Self.kind, id: form)
  }
}
