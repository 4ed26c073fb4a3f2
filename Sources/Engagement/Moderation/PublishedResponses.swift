// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
public import Ledger

/// The responses of a consultation as the public sees them: only those whose respondent agreed, only
/// words that a moderator let through, and a campaign once.
///
/// Pages, feeds and exports of published data read from here and from nowhere else.
public struct PublishedResponses: Sendable {
  private let ledger: Ledger
  private let consultation: String
  private let state: ModerationState
  private let shown: ShownOnce
  private let all: [ResponseRecord]

  /// The published responses of a consultation as things stand.
  ///
  /// - Throws: `LedgerError`.
  public init(_ consultation: String, _ ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    self.consultation = consultation
    state = try ledger.state(ModerationState.self)
    all = try ledger.state(ResponseState.self).responses(to: consultation)
    shown = ShownOnce(
      state.campaigns(of: consultation), all,
      revisedOn: try ledger.state(FlagState.self).revisedOn)
  }

  /// What a reader asks for.
  public struct Query: Sendable, Equatable {
    /// All of these words are in the published words, whatever their capitals.
    public var words = ""
    /// Only respondents of this area, by its id.
    public var area: String?
    /// Only respondents of this kind.
    public var respondentType: String?
    /// There is an answer to this question.
    public var question: String?

    /// Everything.
    public init() {}
  }

  /// One page of what a reader asks for.
  public struct Page: Sendable {
    /// The responses.
    public let responses: [PublishedResponse]
    /// How many there are on all pages.
    public let total: Int
  }

  /// A page of the published responses, in the order in which they came.
  ///
  /// Pages count from 1 and hold `size` responses; a page beyond the last is empty.
  /// - Throws: `LedgerError`.
  public func page(_ query: Query, page: Int, size: Int) throws(LedgerError) -> Page {
    let records = all.filter {
      $0.isPublishable && !shown.isHidden($0.response.id)
        && (query.area == nil || $0.response.attributes.area == query.area)
        && (query.respondentType == nil
          || $0.response.attributes.respondentType == query.respondentType)
    }
    let start = max(0, page - 1) * size
    let needles = query.words.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    if needles.isEmpty, query.question == nil {
      let slice = Array(records.dropFirst(start).prefix(size))
      return Page(responses: try read(slice), total: records.count)
    }
    let found = try read(records).filter { response in
      response.contains(needles) && (query.question.map(response.answers(to:)) ?? true)
    }
    return Page(responses: Array(found.dropFirst(start).prefix(size)), total: found.count)
  }

  /// One published response; nil when there is none of this id.
  ///
  /// - Throws: `LedgerError`.
  public func response(_ publicID: String) throws(LedgerError) -> PublishedResponse? {
    guard let record = all.first(where: { $0.response.publicID == publicID }),
      record.isPublishable
    else { return nil }
    return try read([record]).first
  }

  private func read(_ records: [ResponseRecord]) throws(LedgerError) -> [PublishedResponse] {
    let texts = try ledger.contents(records.map(\.response.answers.id))
    return records.compactMap { record in
      guard let text = texts[record.response.answers.id], let answers = Answers(json: text) else {
        return nil
      }
      return published(record, answers)
    }
  }

  private func published(_ record: ResponseRecord, _ answers: Answers) -> PublishedResponse {
    let response = record.response
    let representative = shown.shownFor[response.id]
    let shownAt = representative.flatMap { id in
      all.first { $0.response.id == id }?.response.publicID
    }
    return PublishedResponse(
      publicID: response.publicID, form: response.form, formVersion: response.formVersion,
      receivedOn: record.receivedOn, channel: response.channel, attributes: response.attributes,
      answers: answers.byQuestion.mapValues { answer in answer.withoutWords },
      words: answers.byQuestion.compactMapValues { $0 }.reduce(into: [:]) { words, pair in
        guard representative == nil, let text = FreeText.of(pair.value) else { return }
        words[pair.key] = self.words(text, response, question: pair.key)
      },
      standsFor: shown.sizes[representative ?? response.id], shownAt: shownAt)
  }

  private func words(
    _ text: String, _ response: SubmittedResponse, question: String
  ) -> PublishedWords {
    guard let decision = state.decision(response, question: question)?.what else { return .waiting }
    return switch decision.outcome {
    case .published: .pieces([.words(Redaction.readable(text))])
    case .redacted:
      .pieces(Redaction.pieces(of: text, without: decision.spans, reason: decision.reason))
    case .withheld: .withheld(decision.reason)
    }
  }
}
