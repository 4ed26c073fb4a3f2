// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Forms
import Ledger

/// One comment with what is known of its respondent.
public struct Comment: Sendable, Equatable {
  /// The permanent id.
  public let id: CommentID
  /// The words.
  public let text: String
  /// The id under which the response is published.
  public let publicID: String
  /// The area, by its id or in plain words.
  public let area: String?
  /// What the respondent is, when they said so.
  public let respondentType: String?
  /// The way it came.
  public let channel: Channel
  /// Why it deserves a second look.
  public let flags: [ResponseFlag]
  /// Whether its response is left out of the tables “excluding flagged”.
  public let isExcluded: Bool
  /// When it was received.
  public let receivedOn: Date
}

/// Reads comments out of responses.
struct CommentReader {
  private let decoder = JSONDecoder()
  private let forms: FormState

  init(_ forms: FormState) { self.forms = forms }

  /// The comments of responses, in the order of the responses and of the form.
  func comments(
    of records: [ResponseRecord], in ledger: Ledger
  ) throws(LedgerError) -> [Comment] {
    let present = records.filter { $0.erasure == nil }
    let texts = try ledger.contents(present.map(\.response.answers.id))
    return present.flatMap { record in
      texts[record.response.answers.id].map { comments(of: record, answers: $0) } ?? []
    }
  }

  private func comments(of record: ResponseRecord, answers json: String) -> [Comment] {
    guard let answers = try? decoder.decode(Answers.self, from: Data(json.utf8)) else { return [] }
    let response = record.response
    let order = forms.version(response.formVersion, of: response.form)?.definition.numbers ?? [:]
    let questions = answers.byQuestion.keys.sorted {
      (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1)
    }
    return questions.compactMap { question in
      guard let words = answers[question].flatMap(CommentText.words) else { return nil }
      return Comment(
        id: CommentID(response: response.id, question: question), text: words,
        publicID: response.publicID, area: response.attributes.area,
        respondentType: response.attributes.respondentType, channel: response.channel,
        flags: response.flags, isExcluded: record.exclusion != nil,
        receivedOn: record.receivedOn)
    }
  }
}
