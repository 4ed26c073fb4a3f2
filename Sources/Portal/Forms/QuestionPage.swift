// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// One question of a draft, or a new one.
struct EditedQuestionModel {
  let form: String
  let formTitle: String
  let section: String
  let sectionTitle: String
  let title: String
  let question: String?
  let action: String
  let revision: Int
  let errors: FormErrors
  let fields: [Field]
  let secret: String
}

extension FormsDesk {
  /// The page of a question.
  func questionPage(
    _ id: String, _ question: String, typed: FormFields? = nil, errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let draft = try draft(id)
    let form = draft.definition
    guard let section = form.sections.first(where: { $0.questions.contains { $0.id == question } }),
      let now = form.question(question)
    else { throw PortalProblem.notFound }
    let conditions = ConditionChoices(form, before: question, now.askIf)
    let values = typed ?? EditedQuestionFields.of(now).with("condition", conditions.chosen)
    return page(
      draft, section, question: question, "Question \(form.numbers[question] ?? 0)",
      "/desk/forms/\(id)/questions/\(question)",
      questionFields(values, conditions, errors), errors)
  }

  /// The page of a question that is not there yet.
  func newQuestionPage(
    _ id: String, _ section: String, typed: FormFields? = nil, errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let draft = try draft(id)
    guard let part = draft.definition.section(section) else { throw PortalProblem.notFound }
    let conditions = ConditionChoices(
      draft.definition, before: first(after: section, draft.definition), nil)
    let name = Field.line(
      "id", "Short name of the question", value: typed?["id"] ?? "",
      hint: "Small letters, digits and hyphens. It never changes. "
        + "Leave it out and it is made from the question.",
      error: errors["id"])
    return page(
      draft, part, question: nil, "New question",
      "/desk/forms/\(id)/sections/\(section)/new",
      questionFields(typed ?? FormFields(), conditions, errors) + [name], errors)
  }

  private func page(
    _ draft: FormDraft, _ section: FormSection, question: String?, _ title: String,
    _ action: String, _ fields: [Field], _ errors: FormErrors
  ) -> PortalAnswer {
    let form = draft.definition
    let model = EditedQuestionModel(
      form: form.id, formTitle: form.title, section: section.id,
      sectionTitle: section.title.isEmpty ? section.id : section.title, title: title,
      question: question, action: action, revision: draft.revision, errors: errors,
      fields: fields, secret: visit.formSecret)
    return .page(
      PortalPage("\(title): \(form.title)", template: "forms-question", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  /// The first question of the sections after one.
  private func first(after section: String, _ form: FormDefinition) -> String? {
    guard let place = form.sections.firstIndex(where: { $0.id == section }) else { return nil }
    return form.sections[(place + 1)...].flatMap(\.questions).first?.id
  }

  private func questionFields(
    _ values: FormFields, _ conditions: ConditionChoices, _ errors: FormErrors
  ) -> [Field] {
    [
      .box("text", "Question", value: values["text"], error: errors["text"], rows: 3),
      .line(
        "hint", "Hint", value: values["hint"], hint: "One short line under the question.",
        error: errors["hint"]),
      .select(
        "kind", "How people answer", EditedQuestionFields.kinds, chosen: values["kind"],
        error: errors["kind"]),
      .line(
        "number", "How many", value: values["number"],
        hint: "The lines of a text, or how many can be chosen or listed. Else leave it empty.",
        error: errors["number"]),
      .box(
        "choices", "Choices or statements", value: values["choices"],
        hint: "One a line. In front stands a short name, as in “phone: By telephone”. It is made "
          + "from the text when you leave it out. Keep it when you only change the words.",
        error: errors["choices"], rows: 6),
      .checkboxes(
        "other", "Another answer", [("yes", "Add a box for another answer")],
        chosen: values.all("other"), error: errors["other"]),
      .checkboxes(
        "required", "Must it be answered", [("yes", "Nobody can leave this question out")],
        chosen: values.all("required")),
      .select(
        "condition", "Ask it only if", conditions.options, chosen: values["condition"],
        hint: "For more than one answer, edit the form as text.", error: errors["condition"]),
      .box(
        "help", "Facts beside the question", value: values["help"],
        hint: "A figure of the plan is {{fact:ID}}.", error: errors["help"], rows: 4),
      .select(
        "attribute", "What the answer says of the respondent", EditedQuestionFields.attributes,
        chosen: values["attribute"], error: errors["attribute"]),
    ]
  }

  /// Keeps what was typed about a question.
  func saveQuestion(
    _ id: String, _ question: String, _ fields: FormFields
  ) async throws -> PortalAnswer {
    let draft = try draft(id)
    var form = draft.definition
    guard let now = form.question(question) else { throw PortalProblem.notFound }
    var reader = EditedQuestionFields(fields)
    let changed = reader.question(
      id: question, ConditionChoices(form, before: question, now.askIf))
    var errors = reader.errors
    form.replace(changed)
    form.dropStrayWords()
    if form != draft.definition, let stale = staleness(draft, fields) { errors.add("text", stale) }
    guard !errors.hasErrors else {
      return try questionPage(id, question, typed: fields, errors: errors)
    }
    let home = form.sections.first { $0.questions.contains { $0.id == question } }?.id ?? ""
    return try await keep(form, then: "/desk/forms/\(id)/sections/\(home)")
  }

  /// Adds a question at the end of a section.
  func addQuestion(
    _ id: String, _ section: String, _ fields: FormFields
  ) async throws -> PortalAnswer {
    let draft = try draft(id)
    var form = draft.definition
    guard let place = form.sections.firstIndex(where: { $0.id == section }) else {
      throw PortalProblem.notFound
    }
    let taken = Set(form.questions.map(\.id))
    let name =
      fields.passage("id") ?? FormID.make(from: fields["text"], taken: taken, fallback: "question")
    var reader = EditedQuestionFields(fields)
    let question = reader.question(
      id: name, ConditionChoices(form, before: first(after: section, form), nil))
    var errors = reader.errors
    if !FormID.isValid(name) {
      errors.add("id", "Use small letters, digits and single hyphens, such as share-record.")
    } else if taken.contains(name) {
      errors.add("id", "There is a question “\(name)” already. Give this one another short name.")
    }
    if form.questions.count >= FormChecker.Limits.questions {
      errors.add("text", "A form can have \(FormChecker.Limits.questions) questions at most.")
    }
    if let stale = staleness(draft, fields) { errors.add("text", stale) }
    guard !errors.hasErrors else {
      return try newQuestionPage(id, section, typed: fields, errors: errors)
    }
    form.sections[place].questions.append(question)
    return try await keep(form, then: "/desk/forms/\(id)/sections/\(section)")
  }
}
