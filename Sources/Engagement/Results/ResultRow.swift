// SPDX-License-Identifier: Apache-2.0

import Analysis
import Forms

/// How often one answer was given to one question, as a row of a table.
public struct ResultRow: Sendable, Encodable, Equatable {
  /// The name by which the question is counted.
  public let question: String
  /// The words of the question and of the answer.
  public let text: String
  /// The words of the answer.
  public let answer: String
  /// Of all responses, and of those that are neither of a campaign nor left out.
  public let all: Int
  /// Of those that are neither of a campaign nor left out.
  public let excludingFlagged: Int
  /// How many answered the question at all.
  public let answered: Int
}

extension ConsultationResults {
  /// Every answer to every closed question.
  public func rows() throws -> [ResultRow] {
    try questions.flatMap { question in
      let total = try table(question.id, by: []).total
      return question.options.indices.map { place in
        ResultRow(
          question: question.id, text: question.text, answer: question.options[place].text,
          all: total.all.counts[place], excludingFlagged: total.excludingFlagged.counts[place],
          answered: total.all.answered)
      }
    }
  }
}
