// SPDX-License-Identifier: Apache-2.0

/// How many gave each answer to one question about equality: counts and nothing more.
public struct EqualityTable: Sendable, Equatable {
  /// What was asked.
  public let question: EqualityQuestion
  /// As many as the question has categories; nil where a number is too small to be shown.
  public let counts: [Int?]
  /// Those who answered the question; nil where that would give a hidden number away.
  public let total: Int?

  /// Hides what is too small: the same number of counts, and the total, with nil for what is hidden.
  public typealias Suppression = @Sendable (_ counts: [Int]) -> (counts: [Int?], total: Int?)

  /// Shows everything, for the office alone.
  public static let showingAll: Suppression = { counts in (counts, counts.reduce(0, +)) }

  /// One table a question that anybody answered, in the order of the form.
  ///
  /// - Parameters:
  ///   - answers: those to one consultation.
  ///   - suppressing: what hides small numbers in tables that are published.
  /// - Returns: the tables.
  public static func tabulate(
    _ answers: [EqualityAnswers], suppressing: Suppression
  ) -> [EqualityTable] {
    EqualityQuestion.all.compactMap { question in
      let given = answers.compactMap { $0.answers[question.id] }
      guard !given.isEmpty else { return nil }
      let counts = question.categories.map { category in
        given.count { $0 == category.id }
      }
      let shown = suppressing(counts)
      return EqualityTable(question: question, counts: shown.counts, total: shown.total)
    }
  }
}
