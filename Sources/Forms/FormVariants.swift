// SPDX-License-Identifier: Apache-2.0

extension FormDefinition {
  /// The form in the words of a variant; its own words where the variant has none, and for nil or
  /// an unknown id.
  public func inVariant(_ id: String?) -> FormDefinition {
    guard let variant = variants.first(where: { $0.id == id }) else { return self }
    var form = self
    let words = variant.words.filter { !$0.value.isBlank }
    form.title = words["title"] ?? title
    form.introduction = introduction.map { words["introduction"] ?? $0 }
    for place in form.sections.indices { form.sections[place].take(words) }
    return form
  }

  /// What a variant can put in other words, in the order of the form.
  public var wordKeys: [String] {
    var keys = ["title"]
    if introduction != nil { keys.append("introduction") }
    for section in sections {
      keys.append("section.\(section.id).title")
      if section.introduction != nil { keys.append("section.\(section.id).introduction") }
      for question in section.questions { keys += question.wordKeys }
    }
    return keys
  }

  /// What a variant does not put in other words yet, in the order of the form; everything for an
  /// unknown variant.
  public func missingWords(inVariant id: String) -> [String] {
    let words = variants.first { $0.id == id }?.words ?? [:]
    return wordKeys.filter { words[$0]?.isBlank != false }
  }

  /// The text of the form itself for a key of a variant.
  public func ownWords(_ key: String) -> String? { ownWords[key] }

  /// The texts of the form itself by the keys of variants.
  public var ownWords: [String: String] {
    var words = ["title": title]
    words["introduction"] = introduction
    for section in sections {
      words["section.\(section.id).title"] = section.title
      words["section.\(section.id).introduction"] = section.introduction
      for question in section.questions {
        words["question.\(question.id).text"] = question.text
        words["question.\(question.id).hint"] = question.hint
        words["question.\(question.id).help"] = question.help
        for choice in question.kind.choices {
          words["question.\(question.id).choice.\(choice.id)"] = choice.text
        }
      }
    }
    return words
  }
}

extension FormSection {
  fileprivate mutating func take(_ words: [String: String]) {
    title = words["section.\(id).title"] ?? title
    introduction = introduction.map { words["section.\(id).introduction"] ?? $0 }
    for place in questions.indices { questions[place].take(words) }
  }
}

extension Question {
  fileprivate var wordKeys: [String] {
    var keys = ["question.\(id).text"]
    if hint != nil { keys.append("question.\(id).hint") }
    if help != nil { keys.append("question.\(id).help") }
    return keys + kind.choices.map { "question.\(id).choice.\($0.id)" }
  }

  fileprivate mutating func take(_ words: [String: String]) {
    text = words["question.\(id).text"] ?? text
    hint = hint.map { words["question.\(id).hint"] ?? $0 }
    help = help.map { words["question.\(id).help"] ?? $0 }
    let choices = kind.choices.map {
      Choice(id: $0.id, text: words["question.\(id).choice.\($0.id)"] ?? $0.text)
    }
    kind = kind.with(choices: choices)
  }
}

/// The words beside boxes that every form shares, in the words of a variant where it has them.
///
/// A variant gives them as `label.yes`, `label.no`, `label.other`, `label.vote-agree`,
/// `label.vote-disagree`, `label.vote-pass` and `label.strongly-agree` … `label.dont-know`.
public struct FormLabels: Sendable, Equatable {
  private let words: [String: String]

  /// The labels of a variant of a form, or the program's own for nil.
  public init(_ form: FormDefinition? = nil, variant: String? = nil) {
    words = form?.variants.first { $0.id == variant }?.words.filter { !$0.value.isBlank } ?? [:]
  }

  /// The words beside "yes".
  public var yes: String { words["label.yes"] ?? "Yes" }
  /// The words beside "no".
  public var no: String { words["label.no"] ?? "No" }
  /// The words beside the box for another answer.
  public var other: String { words["label.other"] ?? "Other" }
  /// The words beside a point of the scale.
  public func scale(_ point: AgreeScale) -> String {
    words["label.\(point.rawValue)"] ?? point.label
  }
  /// The ways to vote on a statement, with their words.
  public var votes: [Choice] {
    [
      Choice(id: "agree", text: words["label.vote-agree"] ?? "Agree"),
      Choice(id: "disagree", text: words["label.vote-disagree"] ?? "Disagree"),
      Choice(id: "pass", text: words["label.vote-pass"] ?? "Pass"),
    ]
  }

  /// The keys by which a variant gives them.
  public static let keys: Set<String> = Set(
    ["yes", "no", "other", "vote-agree", "vote-disagree", "vote-pass"].map { "label.\($0)" }
      + AgreeScale.allCases.map { "label.\($0.rawValue)" })
}
