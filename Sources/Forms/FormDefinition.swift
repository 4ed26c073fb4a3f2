// SPDX-License-Identifier: Apache-2.0

/// A form as its author wrote it: what is asked, in what order, under what conditions.
///
/// The same definition makes the pages, the paper booklet and the screen for entering paper.
public struct FormDefinition: Codable, Sendable, Equatable {
  /// A permanent id, such as "summer-update-2017".
  public var id: String
  /// What it is called.
  public var title: String
  /// What comes before the first question, in Markdown.
  public var introduction: String?
  /// How paper comes back, such as a Freepost address; printed on the booklet.
  public var returnAddress: String?
  /// In the order in which they are asked.
  public var sections: [FormSection]
  /// The same form in other words: Welsh, easy read.
  public var variants: [FormVariant]

  /// A form of sections.
  public init(
    id: String, title: String, introduction: String? = nil, returnAddress: String? = nil,
    sections: [FormSection], variants: [FormVariant] = []
  ) {
    self.id = id
    self.title = title
    self.introduction = introduction
    self.returnAddress = returnAddress
    self.sections = sections
    self.variants = variants
  }

  /// Every question in order.
  public var questions: [Question] { sections.flatMap(\.questions) }
}

/// A part of a form: one page on the web, one heading on paper.
public struct FormSection: Codable, Sendable, Equatable {
  /// Unique within the form.
  public var id: String
  /// Its heading.
  public var title: String
  /// The workstream it belongs to, by id, when there is one.
  public var workstream: String?
  /// What comes before its questions, in Markdown; may cite facts as `{{fact:id}}`.
  public var introduction: String?
  /// Whether a respondent chooses at the start whether to see it.
  public var isOptional: Bool
  /// When given, the section is asked only when this holds.
  public var askIf: Condition?
  /// In the order in which they are asked.
  public var questions: [Question]

  /// A section of questions.
  public init(
    id: String, title: String, workstream: String? = nil, introduction: String? = nil,
    isOptional: Bool = false, askIf: Condition? = nil, questions: [Question]
  ) {
    self.id = id
    self.title = title
    self.workstream = workstream
    self.introduction = introduction
    self.isOptional = isOptional
    self.askIf = askIf
    self.questions = questions
  }
}

/// One question.
public struct Question: Codable, Sendable, Equatable {
  /// Unique within the form, and the same in every version that asks the same.
  public var id: String
  /// What is asked.
  public var text: String
  /// A short line under the question.
  public var hint: String?
  /// Facts beside the question, in Markdown; may cite facts as `{{fact:id}}`.
  public var help: String?
  /// How it is answered.
  public var kind: QuestionKind
  /// Whether it cannot be left out.
  public var isRequired: Bool
  /// When given, the question is asked only when this holds.
  public var askIf: Condition?
  /// What the answer says of the respondent, for tables by area and by kind of respondent.
  public var attribute: RespondentAttribute?

  /// A question of a kind.
  public init(
    id: String, text: String, hint: String? = nil, help: String? = nil, kind: QuestionKind,
    isRequired: Bool = false, askIf: Condition? = nil, attribute: RespondentAttribute? = nil
  ) {
    self.id = id
    self.text = text
    self.hint = hint
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
    self.askIf = askIf
    self.attribute = attribute
  }
}

/// What an answer can say of the respondent as a whole.
public enum RespondentAttribute: String, Codable, Sendable, CaseIterable {
  /// The area of the respondent.
  case area
  /// Resident, member of staff, organisation and so on.
  case respondentType = "respondent-type"
}

/// How a question is answered.
public enum QuestionKind: Codable, Sendable, Equatable {
  /// In the respondent's own words, in a box of so many lines.
  case text(lines: Int)
  /// One of several, with a box for "other" when it is allowed.
  case chooseOne([Choice], allowsOther: Bool)
  /// All that apply.
  case chooseAny([Choice], allowsOther: Bool)
  /// Up to so many, as in "choose three".
  case chooseUpTo(Int, [Choice])
  /// Up to so many short answers of one's own, as in "what three things…".
  case listUpTo(Int)
  /// Each statement on the scale of `AgreeScale`.
  case agree([Choice])
  case yesNo
  /// Agree, disagree or pass on each statement.
  case vote([Choice])
}

/// A thing to choose or to judge.
public struct Choice: Codable, Sendable, Equatable, Hashable {
  /// Unique within the question, and the same in every version that offers the same.
  public var id: String
  /// The words beside its box.
  public var text: String

  /// A choice by id and text.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// The scale on which people agree: five points, and "don't know" outside them.
public enum AgreeScale: String, Codable, Sendable, CaseIterable {
  case stronglyAgree = "strongly-agree"
  case agree
  case neither
  case disagree
  case stronglyDisagree = "strongly-disagree"
  case dontKnow = "dont-know"

  /// The words beside the box.
  public var label: String {
    switch self {
    case .stronglyAgree: "Strongly agree"
    case .agree: "Agree"
    case .neither: "Neither agree nor disagree"
    case .disagree: "Disagree"
    case .stronglyDisagree: "Strongly disagree"
    case .dontKnow: "Don’t know"
    }
  }
}

/// When a section or a question is asked: the answer to an earlier one is among these.
public struct Condition: Codable, Sendable, Equatable {
  /// The id of an earlier question with choices, or yes and no.
  public var question: String
  /// The ids of the answers that lead here; "yes" and "no" for a question of that kind.
  public var isAnyOf: [String]

  /// A condition on an earlier answer.
  public init(question: String, isAnyOf: [String]) {
    self.question = question
    self.isAnyOf = isAnyOf
  }
}

/// A form in other words.
public struct FormVariant: Codable, Sendable, Equatable {
  /// Such as "cy" or "easy-read".
  public var id: String
  /// Such as "Cymraeg" or "Easy read", in the words of its readers.
  public var name: String
  /// The language of its text, such as "cy" or "en-GB".
  public var language: String
  /// The other words, by what they stand for: `title`, `introduction`, `section.ID.title`,
  /// `section.ID.introduction`, `question.ID.text`, `question.ID.hint`, `question.ID.help`,
  /// `question.ID.choice.ID`.
  public var words: [String: String]

  /// A variant in a language.
  public init(id: String, name: String, language: String, words: [String: String]) {
    self.id = id
    self.name = name
    self.language = language
    self.words = words
  }
}
