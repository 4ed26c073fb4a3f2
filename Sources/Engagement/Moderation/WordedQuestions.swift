// SPDX-License-Identifier: Apache-2.0

import Forms
import Ledger
import Synchronization

/// Which questions of which answers have words.
///
/// With it, answers are not read again and again to find out who waits. It keeps ids alone, never
/// words; answers never change under their id.
final class WordedQuestions: Sendable {
  static let shared = WordedQuestions()
  private let kept = Mutex<[String: [String]]>([:])

  /// The ids of the questions with words, sorted, by the id of the answers.
  func questions(
    in answers: [String], _ ledger: Ledger
  ) throws(LedgerError) -> [String: [String]] {
    let known = kept.withLock { $0 }
    let texts = try ledger.contents(answers.filter { known[$0] == nil })
    var found: [String: [String]] = [:]
    for (id, text) in texts {
      let byQuestion = Answers(json: text)?.byQuestion ?? [:]
      found[id] = byQuestion.filter { FreeText.of($0.value) != nil }.keys.sorted()
    }
    kept.withLock { $0.merge(found) { one, _ in one } }
    return known.merging(found) { one, _ in one }
  }
}
