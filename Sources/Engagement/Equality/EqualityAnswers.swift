// SPDX-License-Identifier: Apache-2.0

/// What one person said about themselves: a consultation and answers, and nothing else.
///
/// There is no time, no channel and no number by which it could be joined to a response.
public struct EqualityAnswers: Codable, Sendable, Equatable {
  /// The id of the consultation.
  public let consultation: String
  /// The id of the answer by the id of the question.
  public let answers: [String: String]

  /// Answers to the questions of a consultation; those that are not on the form are left out, and
  /// a background that does not belong to the group is too.
  public init(consultation: String, answers: [String: String]) {
    self.consultation = consultation
    let group = answers[EqualityQuestion.ethnicGroup.id] ?? ""
    self.answers = answers.filter { id, category in
      guard let question = EqualityQuestion.all.first(where: { $0.id == id }),
        question.label(category) != nil
      else { return false }
      return !id.hasPrefix("ethnic-background-") || id == "ethnic-background-\(group)"
    }
  }
}
