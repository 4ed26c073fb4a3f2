// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Made-up answers about equality, which belong to a consultation and to nobody.
enum SyntheticEquality {
  static func fill(
    _ data: DataFolder, _ consultation: String, count: Int, seed: UInt64
  ) async throws(LedgerError) {
    var draws = SyntheticDraws(seed: seed ^ 0xe0_0a11)
    let records = (0..<count).map { _ in
      var answers: [String: String] = [:]
      for question in EqualityQuestion.first where draws.fraction() < 0.9 {
        let weighted = question.categories.enumerated().map { place, category in
          (item: category.id, weight: 1 / Double(place + 1))
        }
        answers[question.id] = draws.pick(weighted)
      }
      return EqualityAnswers(consultation: consultation, answers: answers)
    }
    try await EqualityDesk(data).take(all: records)
  }
}
