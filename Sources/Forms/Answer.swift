// SPDX-License-Identifier: Apache-2.0

/// What was answered to one question.
public enum Answer: Codable, Sendable, Equatable {
  /// To `.text`, in the respondent's own words.
  case text(String)
  /// To `.chooseOne` and `.yesNo` ("yes" or "no"); `other` is what stands in the box.
  case choice(String, other: String?)
  /// To `.chooseAny` and `.chooseUpTo`, in the order of the form.
  case choices([String], other: String?)
  /// To `.listUpTo`.
  case texts([String])
  /// To `.agree` (values of `AgreeScale`) and `.vote` ("agree", "disagree", "pass"), by the id of
  /// the statement.
  case scale([String: String])
}

/// The answers to a form by the id of the question; a question without one is left out.
public struct Answers: Codable, Sendable, Equatable {
  /// By the id of the question.
  public var byQuestion: [String: Answer]
  /// The optional sections that the respondent chose to answer, by id.
  public var chosenSections: [String]
  /// The variant in which the form was read, or nil for the form itself.
  public var variant: String?

  /// Answers by question.
  public init(
    byQuestion: [String: Answer] = [:], chosenSections: [String] = [], variant: String? = nil
  ) {
    self.byQuestion = byQuestion
    self.chosenSections = chosenSections
    self.variant = variant
  }

  /// The answer to a question.
  public subscript(question: String) -> Answer? {
    get { byQuestion[question] }
    set { byQuestion[question] = newValue }
  }
}
