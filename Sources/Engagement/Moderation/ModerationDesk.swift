// SPDX-License-Identifier: Apache-2.0

import Forms
public import Ledger

/// The rules by which words of respondents are read, published, shortened or withheld.
public struct ModerationDesk: Sendable {
  let ledger: Ledger
  let hooks: ConsultationHooks

  /// The rules over a ledger.
  public init(_ ledger: Ledger, hooks: ConsultationHooks = .standard) {
    self.ledger = ledger
    self.hooks = hooks
  }

  /// The words of one answer, with what was decided on them.
  public struct Item: Sendable {
    /// The id of the consultation.
    public let consultation: String
    /// The response with what happened to it.
    public let record: ResponseRecord
    /// The id of the question.
    public let question: String
    /// As it was written; for the office only.
    public let words: String
    /// The decision that holds, if any.
    public let decision: Noted<ModerationDecision>?
    /// The response as it was received.
    public var response: SubmittedResponse { record.response }
  }

  /// The words that wait for a decision, oldest first, at most so many.
  ///
  /// They are those of respondents who agreed to publication; a campaign is there once.
  /// - Throws: `LedgerError`.
  public func queue(
    _ consultation: String, limit: Int = .max
  ) throws(LedgerError) -> [Item] {
    let state = try ledger.state(ModerationState.self)
    let waiting = try waiting(consultation).prefix(limit).map(\.record)
    let texts = try ledger.contents(waiting.map(\.response.answers.id))
    let items = waiting.flatMap { record in
      self.items(consultation, record, texts, state).filter { $0.decision == nil }
    }
    return Array(items.prefix(limit))
  }

  /// How many answers wait for a decision.
  ///
  /// - Throws: `LedgerError`.
  public func waitingCount(_ consultation: String) throws(LedgerError) -> Int {
    try waiting(consultation).reduce(0) { $0 + $1.count }
  }

  private func waiting(
    _ consultation: String
  ) throws(LedgerError) -> [(record: ResponseRecord, count: Int)] {
    let state = try ledger.state(ModerationState.self)
    let responses = try ledger.state(ResponseState.self).responses(to: consultation)
    let shown = ShownOnce(
      state.campaigns(of: consultation), responses,
      revisedOn: try ledger.state(FlagState.self).revisedOn)
    let open = responses.filter { $0.isPublishable && !shown.isHidden($0.response.id) }
    let worded = try WordedQuestions.shared.questions(
      in: open.map(\.response.answers.id), ledger)
    return open.compactMap { record in
      let count = (worded[record.response.answers.id] ?? []).count {
        state.decision(record.response, question: $0) == nil
      }
      return count > 0 ? (record, count) : nil
    }
  }

  /// The words of one answer, by the public id of the response.
  ///
  /// - Throws: `ModerationRefusal` when there are none, or the respondent did not agree.
  public func item(
    _ consultation: String, publicID: String, question: String
  ) throws(ModerationRefusal) -> Item {
    do {
      let responses = try ledger.state(ResponseState.self).responses(to: consultation)
      guard let record = responses.first(where: { $0.response.publicID == publicID }) else {
        throw ModerationRefusal.noSuchResponse
      }
      guard record.response.mayPublish else { throw ModerationRefusal.notAgreed }
      let texts = try ledger.contents([record.response.answers.id])
      guard record.erasure == nil, !texts.isEmpty else { throw ModerationRefusal.noSuchResponse }
      let state = try ledger.state(ModerationState.self)
      let found = items(consultation, record, texts, state).first { $0.question == question }
      guard let found else { throw ModerationRefusal.noWords }
      return found
    } catch let refusal as ModerationRefusal {
      throw refusal
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw .ledger(.failed("\(error)"))
    }
  }

  private func items(
    _ consultation: String, _ record: ResponseRecord, _ texts: [String: String],
    _ state: ModerationState
  ) -> [Item] {
    guard let text = texts[record.response.answers.id], let answers = Answers(json: text) else {
      return []
    }
    return answers.byQuestion.sorted { $0.key < $1.key }.compactMap { question, answer in
      guard let words = FreeText.of(answer) else { return nil }
      return Item(
        consultation: consultation, record: record, question: question, words: words,
        decision: state.decision(record.response, question: question))
    }
  }
}

extension ResponseRecord {
  /// Whether anything of it may be published.
  public var isPublishable: Bool { response.mayPublish && erasure == nil }
}
