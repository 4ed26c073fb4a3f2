// SPDX-License-Identifier: Apache-2.0

public import Forms
import Foundation
import Ledger

/// What came of sending a response.
public enum SendingResult: Sendable, Equatable {
  /// It was recorded now.
  case received
  /// It was there, and its answers were replaced.
  case replaced
  /// It was there with the same answers: nothing was recorded.
  case unchanged
  /// Required answers are missing: nothing was recorded.
  case incomplete([MissingAnswer])
  /// The draft was changed since the page was shown: nothing was recorded.
  case changedMeanwhile
}

extension ResponseDesk {
  /// Sends a draft: once, however often it is sent.
  ///
  /// - Parameters:
  ///   - secret: the token or return code of the draft.
  ///   - version: the version of the draft that the respondent has seen.
  ///   - mayPublish: whether the answers may be published without a name.
  ///   - flags: what was noticed; it never keeps a response out.
  /// - Returns: what came of it.
  /// - Throws: `ResponseProblem.closed` after the deadline.
  public func send(
    _ secret: String, version: Int, mayPublish: Bool, flags: [ResponseFlag] = []
  ) async throws(ResponseProblem) -> SendingResult {
    try await Self.turns.run(for: Self.turn(of: secret)) { () async throws(ResponseProblem) in
      guard var kept = try found(secret) else { throw .noDraft }
      guard kept.draft.isBeingWritten else { return .unchanged }
      try demandOpen(kept.draft.consultation)
      guard kept.draft.version == version else { return .changedMeanwhile }
      let form = try form(kept.draft.form, version: kept.draft.formVersion)
      let journey = FormJourney(form: form, answers: kept.draft.answers)
      guard journey.isComplete else { return .incomplete(journey.missing) }
      let noticed = flags + hurry(kept.draft, journey)
      let result = try await record(
        kept, journey.pruned(kept.draft.answers), form, mayPublish, noticed)
      kept.draft = kept.draft.sent(finished: kept.draft.channel == .kiosk)
      _ = try await keep(kept)
      return result
    }
  }

  private func hurry(_ draft: ResponseDraft, _ journey: FormJourney) -> [ResponseFlag] {
    clock().timeIntervalSince(draft.startedOn) < ReadingTime.least(journey) ? [.tooQuick] : []
  }

  private func record(
    _ kept: ResponseDrafts.Kept, _ answers: Answers, _ form: FormDefinition, _ mayPublish: Bool,
    _ flags: [ResponseFlag]
  ) async throws(ResponseProblem) -> SendingResult {
    let draft = kept.draft
    let attributes = ResponseAttributes(answers, of: form)
    let known = try state(ResponseState.self).response(
      draft.responseID, to: draft.consultation)
    if let known {
      return try await replace(known, kept, answers, attributes, mayPublish)
    }
    try await ResponseProblem.passing { () async throws(LedgerError) in
      let content = try AnswerCoding.content(answers)
      try await data.ledger.append(
        ResponseEvent.submitted(
          SubmittedResponse(
            id: draft.responseID, publicID: draft.publicID, form: draft.form,
            formVersion: draft.formVersion, channel: draft.channel, operatorID: draft.operatorID,
            attributes: attributes, mayPublish: mayPublish, answers: content.reference,
            flags: flags, batch: draft.batch)),
        subject: draft.consultation, by: .visitor, token: "response:\(kept.id)",
        contents: [content])
    }
    return .received
  }

  private func replace(
    _ known: ResponseRecord, _ kept: ResponseDrafts.Kept, _ answers: Answers,
    _ attributes: ResponseAttributes, _ mayPublish: Bool
  ) async throws(ResponseProblem) -> SendingResult {
    guard known.erasure == nil else { throw .noDraft }
    let before = try self.answers(known.response.answers)
    if before == answers, known.response.mayPublish == mayPublish { return .unchanged }
    try await ResponseProblem.passing { () async throws(LedgerError) in
      let content = try AnswerCoding.content(answers)
      try await data.ledger.append(
        ResponseEvent.revised(
          response: known.response.id, answers: content.reference, attributes: attributes,
          mayPublish: mayPublish),
        subject: kept.draft.consultation, by: .visitor,
        token: "revision:\(kept.id):\(kept.draft.version)", contents: [content])
    }
    return .replaced
  }
}
