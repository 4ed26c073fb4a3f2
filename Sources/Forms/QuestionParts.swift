// SPDX-License-Identifier: Apache-2.0

extension QuestionKind {
  /// The id that stands for "other" where a box for it is offered.
  public static let other = "other"

  /// The choices or statements, in order; none for text, lists and yes or no.
  public var choices: [Choice] {
    switch self {
    case .chooseOne(let choices, _), .chooseAny(let choices, _), .chooseUpTo(_, let choices),
      .agree(let choices), .vote(let choices):
      choices
    case .text, .listUpTo, .yesNo: []
    }
  }

  /// Whether a box for "other" is offered.
  public var allowsOther: Bool {
    switch self {
    case .chooseOne(_, let allowed), .chooseAny(_, let allowed): allowed
    default: false
    }
  }

  /// The ids that an answer can pick, for a condition; none when answers pick nothing.
  public var pickableIDs: [String] {
    switch self {
    case .chooseOne, .chooseAny, .chooseUpTo:
      choices.map(\.id) + (allowsOther ? [QuestionKind.other] : [])
    case .yesNo: ["yes", "no"]
    case .text, .listUpTo, .agree, .vote: []
    }
  }

  /// The same kind with other choices.
  public func with(choices: [Choice]) -> QuestionKind {
    switch self {
    case .chooseOne(_, let other): .chooseOne(choices, allowsOther: other)
    case .chooseAny(_, let other): .chooseAny(choices, allowsOther: other)
    case .chooseUpTo(let count, _): .chooseUpTo(count, choices)
    case .agree: .agree(choices)
    case .vote: .vote(choices)
    case .text, .listUpTo, .yesNo: self
    }
  }

  /// The kind in plain words, such as "choose up to 3".
  public var words: String {
    switch self {
    case .text: "text"
    case .chooseOne: "choose one"
    case .chooseAny: "tick all"
    case .chooseUpTo(let count, _): "choose up to \(count)"
    case .listUpTo(let count): "list up to \(count)"
    case .agree: "agree"
    case .yesNo: "yes or no"
    case .vote: "vote"
    }
  }
}

extension Answer {
  /// The ids that the answer picks, "other" among them when something stands in that box.
  public var picked: [String] {
    switch self {
    case .choice(let id, let other):
      other?.isBlank == false && id != QuestionKind.other ? [id, QuestionKind.other] : [id]
    case .choices(let ids, let other):
      other?.isBlank == false && !ids.contains(QuestionKind.other)
        ? ids + [QuestionKind.other] : ids
    case .text, .texts, .scale: []
    }
  }

  /// Whether it says nothing.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.isBlank
    case .choice(let id, let other): id.isEmpty && other?.isBlank != false
    case .choices(let ids, let other): ids.isEmpty && other?.isBlank != false
    case .texts(let texts): texts.allSatisfy(\.isBlank)
    case .scale(let values): values.isEmpty
    }
  }
}

extension FormDefinition {
  /// The number of each question, by id: 1 for the first on paper, whatever is optional.
  ///
  /// The booklet, the pages and the screen for entering paper all number in this way.
  public var numbers: [String: Int] {
    var numbers: [String: Int] = [:]
    for (place, question) in questions.enumerated() where numbers[question.id] == nil {
      numbers[question.id] = place + 1
    }
    return numbers
  }

  /// The section of an id.
  public func section(_ id: String) -> FormSection? { sections.first { $0.id == id } }

  /// The question of an id.
  public func question(_ id: String) -> Question? {
    for section in sections {
      if let question = section.questions.first(where: { $0.id == id }) { return question }
    }
    return nil
  }
}
