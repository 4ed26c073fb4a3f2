// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms

/// One question with its fields, as the template `respond-question` draws it.
struct QuestionModel: WorkedOut {
  /// The id of the question.
  let question: String
  /// The group around several fields; nil when the one field has the question as its label.
  var group: Group?
  var fields: [Field]
  /// Facts beside the question, as HTML.
  var help: String?
  var helpTitle: String
  /// What looks like a personal detail in the answer.
  var found: [PersonalDetails.Found] = []
  var hasFound: Bool { !found.isEmpty }
  var workedOut: [String: Any] { ["hasFound": hasFound] }
  /// Whether it came up because of an answer just given.
  var isNew = false
  /// Whether its statements stand on one scale.
  var isScale = false

  struct Group: WorkedOut {
    let id: String
    let legend: String
    let hint: String?
    let error: String?
    var describedBy: String? {
      let ids = [
        hint.map { _ in "\(id)-group-hint" }, error.map { _ in "\(id)-group-error" },
      ].compactMap { $0 }
      return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
    var workedOut: [String: Any] { ["describedBy": describedBy ?? false] }
  }
}

/// Makes the fields of questions from answers, for pages and for keying alike.
struct QuestionModels {
  let form: FormDefinition
  let labels: FormLabels
  let numbers: [String: Int]
  let prose: (String) -> String
  /// Whether paper is keyed: then nothing is demanded and no facts are shown.
  var isKeying = false

  /// The models of a form in a variant.
  init(
    _ form: FormDefinition, variant: String?, isKeying: Bool = false,
    prose: @escaping (String) -> String
  ) {
    self.form = form.inVariant(variant)
    labels = FormLabels(form, variant: variant)
    numbers = form.numbers
    self.prose = prose
    self.isKeying = isKeying
  }

  /// A question with what was answered and what is wrong with it.
  func model(
    _ question: Question, _ answer: Answer?, errors: FormErrors = FormErrors()
  ) -> QuestionModel {
    let maker = QuestionFields(
      question: question, name: "q-\(question.id)", label: label(question), labels: labels,
      answer: answer, errors: errors)
    var model = maker.model
    if !isKeying, let help = question.help { model.help = prose(help) }
    return model
  }

  private func label(_ question: Question) -> String {
    let number = numbers[question.id].map { "\($0). " } ?? ""
    return number + question.text + (question.isRequired && !isKeying ? " (required)" : "")
  }
}

/// The fields of one question.
private struct QuestionFields {
  let question: Question
  let name: String
  let label: String
  let labels: FormLabels
  let answer: Answer?
  let errors: FormErrors

  var model: QuestionModel {
    switch question.kind {
    case .text(let lines): alone([textBox(lines)])
    case .chooseOne(let choices, let other): chooseOne(choices, other)
    case .yesNo:
      alone([
        radios(name, label, [("yes", labels.yes), ("no", labels.no)], chosen, question.hint)
      ])
    case .chooseAny(let choices, let other): chooseAny(choices, other)
    case .chooseUpTo(let count, let choices): chooseUpTo(count, choices)
    case .listUpTo(let count): list(count)
    case .agree(let statements):
      scale(statements, AgreeScale.allCases.map { ($0.rawValue, labels.scale($0)) })
    case .vote(let statements): scale(statements, labels.votes.map { ($0.id, $0.text) })
    }
  }

  private func textBox(_ lines: Int) -> Field {
    var text = ""
    if case .text(let typed)? = answer { text = typed }
    return .box(
      name, label, value: text, hint: question.hint, error: errors[name],
      rows: min(max(lines, 2), 20))
  }

  private func chooseOne(_ choices: [Choice], _ other: Bool) -> QuestionModel {
    var options = choices.map { ($0.id, $0.text) }
    if other { options.append((QuestionKind.other, labels.other)) }
    let field = radios(name, label, options, chosen, question.hint)
    return alone(other ? [field, otherLine] : [field])
  }

  private func chooseAny(_ choices: [Choice], _ other: Bool) -> QuestionModel {
    var options = choices.map { ($0.id, $0.text) }
    if other { options.append((QuestionKind.other, labels.other)) }
    let field = Field.checkboxes(
      name, label, named(options), chosen: chosen, hint: question.hint, error: errors[name])
    return alone(other ? [field, otherLine] : [field])
  }

  private func chooseUpTo(_ count: Int, _ choices: [Choice]) -> QuestionModel {
    let hint = [question.hint, "Choose \(count) at most."].compactMap { $0 }
    return alone([
      .checkboxes(
        name, label, named(choices.map { ($0.id, $0.text) }), chosen: chosen,
        hint: hint.joined(separator: " "), error: errors[name])
    ])
  }

  private func list(_ count: Int) -> QuestionModel {
    var texts: [String] = []
    if case .texts(let typed)? = answer { texts = typed }
    let lines = (0..<max(count, 1)).map { place in
      Field.line(
        "\(name)-\(place + 1)", "\(place + 1)",
        value: texts.indices.contains(place) ? texts[place] : "",
        error: errors["\(name)-\(place + 1)"])
    }
    return grouped(lines)
  }

  private func scale(_ statements: [Choice], _ points: [(String, String)]) -> QuestionModel {
    var values: [String: String] = [:]
    if case .scale(let typed)? = answer { values = typed }
    var model = grouped(
      statements.map { statement in
        radios(
          "\(name)--\(statement.id)", statement.text, points, [values[statement.id] ?? ""], nil)
      })
    model.isScale = true
    return model
  }

  private var chosen: [String] { answer?.picked ?? [] }

  private var otherLine: Field {
    var text = ""
    switch answer {
    case .choice(_, let other)?, .choices(_, let other)?: text = other ?? ""
    default: break
    }
    return .line(
      "\(name)-other", "\(labels.other): in your own words", value: text,
      error: errors["\(name)-other"])
  }

  private func radios(
    _ name: String, _ label: String, _ options: [(String, String)], _ chosen: [String],
    _ hint: String?
  ) -> Field {
    .radios(
      name, label, named(options), chosen: chosen.first ?? "", hint: hint, error: errors[name])
  }

  private func named(_ options: [(String, String)]) -> [(value: String, label: String)] {
    options.map { (value: $0.0, label: $0.1) }
  }

  private func alone(_ fields: [Field]) -> QuestionModel {
    QuestionModel(question: question.id, group: nil, fields: fields, helpTitle: helpTitle)
  }

  private func grouped(_ fields: [Field]) -> QuestionModel {
    QuestionModel(
      question: question.id,
      group: .init(id: name, legend: label, hint: question.hint, error: errors[name]),
      fields: fields, helpTitle: helpTitle)
  }

  private var helpTitle: String { "Facts for question \(label.prefix { $0 != "." })" }
}
