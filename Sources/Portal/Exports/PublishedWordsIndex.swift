// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// The words of responses as they were published: redacted, and none that were withheld.
struct PublishedWordsIndex {
  private let words: [String: [String: String]]

  init(_ consultation: String, _ ledger: Ledger) throws {
    let published = try PublishedResponses(consultation, ledger)
    let all = try published.page(PublishedResponses.Query(), page: 1, size: .max).responses
    var words: [String: [String: String]] = [:]
    for response in all {
      words[response.publicID] = response.words.compactMapValues(PublishedWordsIndex.text)
    }
    self.words = words
  }

  /// The published words of an answer, or nil.
  func words(_ record: ResponseRecord, _ question: String) -> String? {
    words[record.response.publicID]?[question]
  }

  private static func text(_ words: PublishedWords) -> String? {
    guard case .pieces(let pieces) = words else { return nil }
    return pieces.map(\.text).joined()
  }
}
