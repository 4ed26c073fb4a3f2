// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The drafts of a data folder, by the digest of the secret in their address.
///
/// The second key is the digest of the return code, or on a shared tablet of the secret that the
/// tablet holds for the one person in front of it.
public struct ResponseDrafts: Sendable {
  static let kind = "response-draft"
  let store: PrivateStore

  /// A draft with the id under which it is kept.
  public struct Kept: Sendable {
    /// A permanent id.
    public let id: String
    /// The second key by which it is found.
    public let lookup: String?
    /// The draft itself.
    public var draft: ResponseDraft
  }

  /// The drafts in a store.
  public init(_ store: PrivateStore) { self.store = store }

  /// The draft which a token or a return code opens, or nil.
  ///
  /// - Throws: `LedgerError`.
  public func find(_ secret: String) throws(LedgerError) -> Kept? {
    if !DraftKey.isToken(secret), let code = PublicCode.returnCode(typed: secret) {
      let digest = DraftKey.digest(code)
      guard
        let found = try store.find(ResponseDraft.self, kind: Self.kind, lookup: digest)
      else { return nil }
      return Kept(id: found.id, lookup: digest, draft: found.record)
    }
    guard DraftKey.isToken(secret) else { return nil }
    let id = DraftKey.digest(secret)
    guard let draft = try store.get(ResponseDraft.self, kind: Self.kind, id: id) else {
      return nil
    }
    return Kept(id: id, lookup: Self.lookup(secret, draft), draft: draft)
  }

  private static func lookup(_ token: String, _ draft: ResponseDraft) -> String? {
    draft.channel == .kiosk
      ? draft.holder : DraftKey.digest(PublicCode.returnCode(for: token))
  }

  /// Keeps a new draft under a token.
  ///
  /// - Throws: `LedgerError`; nothing was kept then.
  func start(_ draft: ResponseDraft, token: String) async throws(LedgerError) -> Kept {
    let kept = Kept(
      id: DraftKey.digest(token), lookup: Self.lookup(token, draft), draft: draft)
    try await keep(kept)
    return kept
  }

  func keep(_ kept: Kept) async throws(LedgerError) {
    try await store.put(kept.draft, kind: Self.kind, id: kept.id, lookup: kept.lookup)
  }

  /// Removes what the person before left on a shared tablet without sending it.
  func removeUnsent(holder: String) async throws(LedgerError) {
    guard let left = try store.find(ResponseDraft.self, kind: Self.kind, lookup: holder),
      left.record.isBeingWritten
    else { return }
    try await remove(left.id)
  }

  /// Removes a draft for good.
  ///
  /// - Throws: `LedgerError`.
  public func remove(_ id: String) async throws(LedgerError) {
    try await store.remove(kind: Self.kind, id: id)
  }

  /// Removes every draft, sent or not, whose consultation ended so many days ago, and says how
  /// many.
  ///
  /// - Throws: `LedgerError`.
  @discardableResult
  public func purge(
    daysAfterTheEnd days: Int, consultations: ConsultationState, at now: Date
  ) async throws(LedgerError) -> Int {
    var removed = 0
    for (id, draft) in try store.all(ResponseDraft.self, kind: Self.kind) {
      guard let record = consultations.records[draft.consultation],
        let deadline = record.deadline
      else { continue }
      let end = min(record.closedOn ?? deadline, deadline)
      if now.timeIntervalSince(end) > Double(days) * 86_400 {
        try await remove(id)
        removed += 1
      }
    }
    return removed
  }
}
