// SPDX-License-Identifier: Apache-2.0

import Forms

/// What pages say about how a form is answered.
struct FormWording {
  let form: FormDefinition
  let labels: FormLabels
  private let numbers: [String: Int]
  private let questions: [String: Question]

  /// The wording of a form in a variant.
  init(_ form: FormDefinition, variant: String?) {
    labels = FormLabels(form, variant: variant)
    self.form = form.inVariant(variant)
    numbers = form.numbers
    questions = Dictionary(self.form.questions.map { ($0.id, $0) }) { first, _ in first }
  }

  func number(_ question: Question) -> Int { numbers[question.id] ?? 0 }

  /// How to fill a question in on paper; nil when its hint says so already.
  func instruction(_ question: Question) -> String? {
    let text =
      switch question.kind {
      case .text: "Write in your own words."
      case .chooseOne, .yesNo: "Tick one box."
      case .chooseAny: "Tick all that apply."
      case .chooseUpTo(let count, _): count == 1 ? "Tick one box." : "Choose up to \(count)."
      case .listUpTo(let count): count == 1 ? "Write one." : "Write up to \(count)."
      case .agree, .vote: "Tick one box on each line."
      }
    let hint = question.hint?.lowercased() ?? ""
    return hint.contains(text.dropLast().lowercased()) ? nil : text
  }

  /// Such as "you answered “No” to question 7".
  func words(_ condition: Condition?) -> String? {
    guard let condition else { return nil }
    guard let question = questions[condition.question] else {
      return "you answered a question that is not on this form"
    }
    let answers = condition.isAnyOf.map { "“\(answer($0, question))”" }
    return "you answered \(answers.joined(separator: " or ")) to question \(number(question))"
  }

  func answer(_ id: String, _ question: Question) -> String {
    if let choice = question.kind.choices.first(where: { $0.id == id }) { return choice.text }
    switch id {
    case "yes": return labels.yes
    case "no": return labels.no
    case QuestionKind.other: return labels.other
    default: return id
    }
  }

  /// The points of the scale of a question that judges statements, by id and label.
  func points(_ kind: QuestionKind) -> [Forms.Choice] {
    if case .vote = kind { return labels.votes }
    return AgreeScale.allCases.map { Forms.Choice(id: $0.rawValue, text: labels.scale($0)) }
  }
}
