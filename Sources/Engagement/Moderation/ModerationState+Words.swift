// SPDX-License-Identifier: Apache-2.0

import Forms
public import Ledger

extension ModerationState {
  /// The words of one answer as they were published; nil when nobody has approved them.
  ///
  /// - Throws: `LedgerError`.
  public func publishedWords(
    of record: ResponseRecord, question: String, _ ledger: Ledger
  ) throws(LedgerError) -> String? {
    guard record.isPublishable,
      let decision = decision(record.response, question: question)?.what,
      decision.outcome != .withheld,
      let json = try ledger.content(record.response.answers.id),
      let answer = Answers(json: json)?[question], let text = FreeText.of(answer)
    else { return nil }
    guard decision.outcome == .redacted else { return Redaction.readable(text) }
    return Redaction.pieces(of: text, without: decision.spans, reason: decision.reason)
      .map(\.text).joined()
  }
}
