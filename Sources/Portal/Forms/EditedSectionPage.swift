// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// One section of a draft.
struct EditedSectionModel {
  struct Row {
    let questionID: String
    let questionText: String
    let summary: String
  }

  let form: String
  let formTitle: String
  let section: String
  let title: String
  let revision: Int
  let errors: FormErrors
  let fields: [Field]
  let questions: [Row]
  let removal: String
  let secret: String
}

extension FormsDesk {
  /// The page of a section.
  func sectionPage(
    _ id: String, _ section: String, typed: FormFields? = nil, errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let draft = try draft(id)
    let form = draft.definition
    guard let part = form.section(section) else { throw PortalProblem.notFound }
    let numbers = form.numbers
    let model = EditedSectionModel(
      form: id, formTitle: form.title, section: section,
      title: part.title.isEmpty ? section : part.title, revision: draft.revision, errors: errors,
      fields: sectionFields(part, form, typed, errors),
      questions: part.questions.map { question in
        .init(
          questionID: question.id,
          questionText: question.text.isEmpty ? question.id : question.text,
          summary: Self.summary(question, numbers[question.id] ?? 0))
      }, removal: Self.removal(part), secret: visit.formSecret)
    return .page(
      PortalPage(
        "\(model.title): \(form.title)", template: "forms-section", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private static func summary(_ question: Question, _ number: Int) -> String {
    [
      "Question \(number)", question.kind.words, question.isRequired ? "must be answered" : nil,
      question.askIf == nil ? nil : "asked under a condition",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func removal(_ section: FormSection) -> String {
    switch section.questions.count {
    case 0: "Take out this section"
    case 1: "Take out this section and its question"
    case let count: "Take out this section and its \(count) questions"
    }
  }

  private func sectionFields(
    _ section: FormSection, _ form: FormDefinition, _ typed: FormFields?, _ errors: FormErrors
  ) -> [Field] {
    let conditions = ConditionChoices(form, before: section.questions.first?.id, section.askIf)
    let streams = services.plan.workstreams.map { ($0.id, $0.name) }
    return [
      .line("title", "Title", value: typed?["title"] ?? section.title, error: errors["title"]),
      .box(
        "introduction", "Introduction",
        value: typed?["introduction"] ?? section.introduction ?? "",
        hint: "A figure of the plan is {{fact:ID}}.", error: errors["introduction"], rows: 4),
      .select(
        "workstream", "Workstream", [("", "None")] + Self.with(section.workstream, in: streams),
        chosen: typed?["workstream"] ?? section.workstream ?? "", error: errors["workstream"]),
      .checkboxes(
        "optional", "Optional",
        [("yes", "People choose at the start whether to answer this section")],
        chosen: typed.map { $0.all("optional") } ?? (section.isOptional ? ["yes"] : [])),
      .select(
        "condition", "Ask it only if", conditions.options,
        chosen: typed?["condition"] ?? conditions.chosen, error: errors["condition"]),
    ]
  }

  /// What is there already stays a choice, also when the plan does not have it.
  private static func with(
    _ id: String?, in options: [(String, String)]
  ) -> [(value: String, label: String)] {
    guard let id, !options.contains(where: { $0.0 == id }) else { return options }
    return options + [(id, id)]
  }

  /// Keeps what was typed about a section.
  func saveSection(
    _ id: String, _ section: String, _ fields: FormFields
  ) async throws -> PortalAnswer {
    let draft = try draft(id)
    var form = draft.definition
    guard let place = form.sections.firstIndex(where: { $0.id == section }) else {
      throw PortalProblem.notFound
    }
    var errors = FormErrors()
    errors.require(fields, "title", "Give the section a title.")
    errors.limit(fields, "title", to: FormChecker.Limits.line, "The title")
    errors.limit(fields, "introduction", to: FormChecker.Limits.passage, "The introduction")
    var part = form.sections[place]
    let conditions = ConditionChoices(form, before: part.questions.first?.id, part.askIf)
    let streams = services.plan.workstreams.map(\.id) + [part.workstream].compactMap { $0 }
    if let stream = fields.passage("workstream"), !streams.contains(stream) {
      errors.add("workstream", "Choose a workstream from the list.")
    }
    if !conditions.knows(fields["condition"]) {
      errors.add("condition", "Choose a condition from the list.")
    }
    part.title = fields["title"]
    part.introduction = fields.passage("introduction")
    part.workstream = fields.passage("workstream")
    part.isOptional = fields.all("optional").contains("yes")
    part.askIf = conditions.condition(fields["condition"])
    form.sections[place] = part
    form.dropStrayWords()
    if form != draft.definition, let stale = staleness(draft, fields) { errors.add("title", stale) }
    guard !errors.hasErrors else {
      return try sectionPage(id, section, typed: fields, errors: errors)
    }
    return try await keep(form, then: "/desk/forms/\(id)/sections/\(section)")
  }
}

/// The conditions that can be chosen for a part of a form: each answer to each earlier question.
struct ConditionChoices {
  private let conditions: [(value: String, label: String, condition: Condition?)]
  /// The value of the condition that is there now.
  let chosen: String

  /// The choices for what comes at a question; `before` is the first question that is not earlier,
  /// and nil when all are.
  init(_ form: FormDefinition, before: String?, _ now: Condition?) {
    let wording = FormWording(form, variant: nil)
    var conditions: [(value: String, label: String, condition: Condition?)] = [
      ("", "Always ask", nil)
    ]
    for question in form.questions.prefix(while: { $0.id != before }) {
      for id in question.kind.pickableIDs {
        let condition = Condition(question: question.id, isAnyOf: [id])
        conditions.append(Self.choice(condition, wording))
      }
    }
    if let now, !conditions.contains(where: { $0.condition == now }) {
      conditions.append(Self.choice(now, wording))
    }
    self.conditions = conditions
    chosen = now.map(Self.value) ?? ""
  }

  var options: [(value: String, label: String)] { conditions.map { ($0.value, $0.label) } }

  func knows(_ value: String) -> Bool { conditions.contains { $0.value == value } }

  func condition(_ value: String) -> Condition? {
    conditions.first { $0.value == value }?.condition
  }

  private static func choice(
    _ condition: Condition, _ wording: FormWording
  ) -> (value: String, label: String, condition: Condition?) {
    let label = wording.words(condition) ?? ""
    return (value(condition), label.prefix(1).uppercased() + label.dropFirst(), condition)
  }

  private static func value(_ condition: Condition) -> String {
    condition.question + "=" + condition.isAnyOf.joined(separator: "|")
  }
}
