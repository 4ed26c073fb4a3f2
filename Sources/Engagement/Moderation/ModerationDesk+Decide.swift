// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension ModerationDesk {
  /// What a moderator decided, as the form sends it.
  public struct Choice: Sendable {
    /// What was decided.
    public var outcome: ModerationDecision.Outcome
    /// Why words are removed, when they are.
    public var reason: RemovalReason?
    /// The copy with the marks, when parts are removed.
    public var copy: String
    /// The id of the answers that were read.
    public var answers: String

    /// A choice on the answers that were read.
    public init(
      _ outcome: ModerationDecision.Outcome, reason: RemovalReason? = nil, copy: String = "",
      answers: String
    ) {
      self.outcome = outcome
      self.reason = reason
      self.copy = copy
      self.answers = answers
    }
  }

  /// Records a decision on the words of one answer; an earlier one stays in the history.
  ///
  /// - Throws: `ModerationRefusal` when the answer was revised since, the marks are wrong or a
  ///   reason is missing.
  public func decide(
    _ choice: Choice, on consultation: String, publicID: String, question: String,
    by author: Author, token: String? = nil
  ) async throws(ModerationRefusal) {
    let item = try item(consultation, publicID: publicID, question: question)
    guard item.response.answers.id == choice.answers else { throw .revisedSince }
    var spans: [RemovedSpan] = []
    if choice.outcome == .redacted {
      do { spans = try Redaction.spans(in: choice.copy, of: item.words) } catch {
        throw .marks(error)
      }
    }
    if choice.outcome != .published, choice.reason == nil { throw .reasonMissing }
    let decision = ModerationDecision(
      response: item.response.id, publicID: publicID, question: question, answers: choice.answers,
      outcome: choice.outcome, reason: choice.outcome == .published ? nil : choice.reason,
      spans: spans)
    do {
      try await ledger.append(
        ModerationEvent.decided(decision), subject: consultation, by: author, token: token)
    } catch {
      throw .ledger(error)
    }
  }

  /// Leaves a response out of the tables "excluding flagged", or takes it in again, for a reason
  /// that is public and names nobody.
  ///
  /// - Throws: `ModerationRefusal` without a reason, or when it is so already.
  public func setExcluded(
    _ isOut: Bool, response id: String, of consultation: String, reason: String,
    by author: Author, token: String? = nil
  ) async throws(ModerationRefusal) {
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw .reasonMissing }
    guard reason.count <= ConsultationDesk.longest else { throw .reasonTooLong(reason.count) }
    do {
      let state = try ledger.state(ResponseState.self)
      guard let record = state.response(id, to: consultation) else {
        throw ModerationRefusal.noSuchResponse
      }
      if isOut, record.exclusion != nil { throw ModerationRefusal.alreadyOut }
      if !isOut, record.exclusion == nil { throw ModerationRefusal.notOut }
      let event: ResponseEvent =
        isOut ? .excluded(response: id, reason: reason) : .reinstated(response: id, reason: reason)
      try await ledger.append(event, subject: consultation, by: author, token: token)
    } catch let refusal as ModerationRefusal {
      throw refusal
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw .ledger(.failed("\(error)"))
    }
  }
}
