// SPDX-License-Identifier: Apache-2.0

import Analysis
public import Forms

/// A closed question as it is counted: a statement of a scale counts as a question of its own.
public struct ResultQuestion: Sendable, Equatable {
  /// The name by which it is counted and has its address.
  public let id: String
  /// The id of the question of the form.
  public let question: String
  /// The statement of the form, when it is one of a scale.
  public let statement: String?
  /// The section it stands in.
  public let section: String
  /// The words of the question, and of its statement.
  public let text: String
  /// The answers in the order of the form.
  public let options: [Choice]
  /// Whether several can be chosen.
  public let isMultiple: Bool
  /// The versions of the form in which it was asked so.
  public internal(set) var versions: [Int]

  /// What the engine counts.
  var closed: ClosedQuestion {
    ClosedQuestion(
      id: id, kind: isMultiple ? .multiple : .single, options: options.map(\.text))
  }

  /// The closed questions of every version, those that ask the same in the same way as one.
  ///
  /// When a later version offers other answers, it is a question of its own: the two cannot be
  /// added up.
  static func all(in versions: [PublishedForm]) -> [ResultQuestion] {
    var found: [ResultQuestion] = []
    for form in versions {
      for section in form.definition.sections {
        for question in section.questions {
          for asked in ResultQuestion.parts(question, section.title, form.version) {
            if let same = found.firstIndex(where: { $0.isSame(as: asked) }) {
              found[same].versions.append(form.version)
            } else if found.contains(where: { $0.id == asked.id }) {
              found.append(asked.renamed("\(asked.id)-version-\(form.version)"))
            } else {
              found.append(asked)
            }
          }
        }
      }
    }
    return found
  }

  private func isSame(as other: ResultQuestion) -> Bool {
    question == other.question && statement == other.statement
      && isMultiple == other.isMultiple && options.map(\.id) == other.options.map(\.id)
  }

  private func renamed(_ id: String) -> ResultQuestion {
    ResultQuestion(
      id: id, question: question, statement: statement, section: section, text: text,
      options: options, isMultiple: isMultiple, versions: versions)
  }

  private static func parts(
    _ question: Question, _ section: String, _ version: Int
  ) -> [ResultQuestion] {
    func one(
      _ options: [Choice], _ isMultiple: Bool = false, statement: Choice? = nil
    ) -> ResultQuestion {
      ResultQuestion(
        id: statement.map { "\(question.id)--\($0.id)" } ?? question.id, question: question.id,
        statement: statement?.id, section: section,
        text: statement.map { "\(question.text) \($0.text)" } ?? question.text, options: options,
        isMultiple: isMultiple, versions: [version])
    }
    return switch question.kind {
    case .text, .listUpTo: []
    case .yesNo: [one([Choice(id: "yes", text: "Yes"), Choice(id: "no", text: "No")])]
    case .chooseOne(let choices, let other): [one(choices + (other ? [.other] : []))]
    case .chooseAny(let choices, let other): [one(choices + (other ? [.other] : []), true)]
    case .chooseUpTo(_, let choices): [one(choices, true)]
    case .agree(let statements):
      statements.map { statement in
        one(
          AgreeScale.allCases.map { Choice(id: $0.rawValue, text: $0.label) },
          statement: statement)
      }
    case .vote(let statements):
      statements.map { statement in
        one(
          [("agree", "Agree"), ("disagree", "Disagree"), ("pass", "Pass")]
            .map { Choice(id: $0.0, text: $0.1) }, statement: statement)
      }
    }
  }
}

extension Choice {
  /// What stands in the box beside the list.
  static let other = Choice(id: "other", text: "Other")
}
