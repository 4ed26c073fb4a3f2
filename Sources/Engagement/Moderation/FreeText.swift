// SPDX-License-Identifier: Apache-2.0

public import Forms

/// The part of an answer that is in the respondent's own words.
public enum FreeText {
  /// The words, or nil when there are none: closed answers need no moderation.
  public static func of(_ answer: Answer) -> String? {
    let words: String? =
      switch answer {
      case .text(let text): text
      case .texts(let texts): texts.filter { !$0.isEmpty }.joined(separator: "\n")
      case .choice(_, let other): other
      case .choices(_, let other): other
      case .scale: nil
      }
    guard let words, !Redaction.readable(words).isEmpty else { return nil }
    return words
  }

  /// All the words of a response, in the order of the ids of its questions.
  static func all(of answers: Answers) -> String {
    answers.byQuestion.sorted { $0.key < $1.key }.compactMap { of($0.value) }
      .joined(separator: "\n")
  }
}
