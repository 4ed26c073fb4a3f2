// SPDX-License-Identifier: Apache-2.0

/// Why a response could not be stored, or a table could not be made.
public enum TabulationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Two questions of the form share a name.
  case repeatedQuestion(id: String)
  /// A question with no options.
  case noOptions(question: String)
  /// Two responses share a name.
  case repeatedResponse(id: String)
  /// An answer, or a table, names a question the form does not have.
  case unknownQuestion(id: String)
  /// An answer names an option beyond the question's list.
  case unknownOption(response: String, question: String, option: Int, optionCount: Int)
  /// Several options were given to a question that takes one.
  case severalAnswers(response: String, question: String)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .repeatedQuestion(let id):
      "Two questions are called \(id). Each question needs its own name: rename one."
    case .noOptions(let question):
      "Question \(question) has no options. A closed question needs at least one: add it."
    case .repeatedResponse(let id):
      "Response \(id) is already stored. Each response is counted once: remove the second."
    case .unknownQuestion(let id):
      "There is no question called \(id) in this form. Check the name of the question."
    case .unknownOption(let response, let question, let option, let optionCount):
      "Response \(response) gives option \(option) to question \(question), "
        + "which has options 0 to \(optionCount - 1). Correct the answer."
    case .severalAnswers(let response, let question):
      "Response \(response) gives several answers to question \(question), "
        + "which takes one. Choose one, or make the question multiple choice."
    }
  }
}
