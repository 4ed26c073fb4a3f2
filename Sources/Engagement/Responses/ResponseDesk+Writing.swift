// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
import Ledger

extension ResponseDesk {
  /// Starts a draft under a token, on the latest version of the form; the draft that is there
  /// already when the token was used before.
  ///
  /// - Throws: `ResponseProblem` when the consultation does not take responses.
  @discardableResult
  public func start(
    _ consultation: String, token: String
  ) async throws(ResponseProblem) -> ResponseDrafts.Kept {
    try await Self.turns.run(for: Self.turn(of: token)) { () async throws(ResponseProblem) in
      if let kept = try found(token) { return kept }
      let draft = try newDraft(consultation, .online)
      return try await ResponseProblem.passing { () async throws(LedgerError) in
        try await drafts.start(draft, token: token)
      }
    }
  }

  func newDraft(
    _ consultation: String, _ channel: Channel
  ) throws(ResponseProblem) -> ResponseDraft {
    try demandOpen(consultation)
    let form = try latestForm(of: consultation)
    return ResponseDraft(
      consultation: consultation, form: form.definition.id, formVersion: form.version,
      channel: channel, startedOn: clock(), responseID: RandomID.make(),
      publicID: try freePublicID())
  }

  func found(_ secret: String) throws(ResponseProblem) -> ResponseDrafts.Kept? {
    do {
      return try drafts.find(secret)
    } catch {
      throw .ledger(error)
    }
  }

  /// Changes a draft, and keeps the change; a response that was sent is taken up again for it.
  ///
  /// After the deadline what was typed is kept too, so that it is there when the deadline is moved.
  ///
  /// - Throws: `ResponseProblem.noDraft` when it was finished, or there is none.
  @discardableResult
  public func write(
    _ secret: String, _ change: @escaping @Sendable (inout ResponseDraft) -> Void
  ) async throws(ResponseProblem) -> ResponseDraft {
    try await Self.turns.run(for: Self.turn(of: secret)) { () async throws(ResponseProblem) in
      guard var kept = try found(secret) else { throw .noDraft }
      if kept.draft.phase == .finished { throw .noDraft }
      let before = kept.draft
      if kept.draft.phase == .sent { try takeUp(&kept.draft) }
      change(&kept.draft)
      guard kept.draft != before else { return kept.draft }
      kept.draft.version += 1
      kept.draft.updatedOn = clock()
      return try await keep(kept)
    }
  }

  private func takeUp(_ draft: inout ResponseDraft) throws(ResponseProblem) {
    try demandOpen(draft.consultation)
    let record = try record(draft.responseID, to: draft.consultation)
    guard record.erasure == nil, let answers = try answers(record.response.answers) else {
      throw .noDraft
    }
    draft.answers = answers
    draft.phase = .changing
  }

  func keep(_ kept: ResponseDrafts.Kept) async throws(ResponseProblem) -> ResponseDraft {
    try await ResponseProblem.passing { () async throws(LedgerError) in
      try await drafts.keep(kept)
    }
    return kept.draft
  }

  /// Closes a response that was sent, so that nobody can open or change it from its address.
  ///
  /// - Throws: `ResponseProblem`.
  public func finish(_ secret: String) async throws(ResponseProblem) {
    try await Self.turns.run(for: Self.turn(of: secret)) { () async throws(ResponseProblem) in
      guard var kept = try found(secret), kept.draft.phase != .open else { return }
      kept.draft = kept.draft.sent(finished: true)
      _ = try await keep(kept)
    }
  }

  /// Throws a draft away that was not sent.
  ///
  /// - Throws: `ResponseProblem`.
  public func discard(_ secret: String) async throws(ResponseProblem) {
    try await Self.turns.run(for: Self.turn(of: secret)) { () async throws(ResponseProblem) in
      guard let kept = try found(secret), kept.draft.phase == .open else { return }
      try await ResponseProblem.passing { () async throws(LedgerError) in
        try await drafts.remove(kept.id)
      }
    }
  }
}
