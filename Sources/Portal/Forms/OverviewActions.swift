// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

extension FormsDesk {
  /// Starts a draft from the latest version or from the plan's form.
  func start(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    if try drafts.draft(of: id) != nil { return .see("/desk/forms/\(id)") }
    let source =
      fields["from"] == "plan"
      ? services.plan.forms.first { $0.id == id }
      : try services.ledger.state(FormState.self).latest(id)?.definition
    guard let source else { throw PortalProblem.notFound }
    return try await keep(source, then: "/desk/forms/\(id)")
  }

  /// Throws the draft away, when the page that asks so shows it as it is.
  func discard(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    let draft = try draft(id)
    if staleness(draft, fields) != nil { return try refuse(id) }
    try await drafts.drop(id)
    let isKnown =
      try services.ledger.state(FormState.self).latest(id) != nil
      || services.plan.forms.contains { $0.id == id }
    return .see(isKnown ? "/desk/forms/\(id)?done=discarded" : "/desk/forms")
  }

  /// Keeps title, introduction and address.
  func saveFront(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    let draft = try draft(id)
    var errors = FormErrors()
    errors.require(fields, "title", "Give the form a title.")
    errors.limit(fields, "title", to: FormChecker.Limits.line, "The title")
    errors.limit(fields, "introduction", to: FormChecker.Limits.passage, "The introduction")
    errors.limit(fields, "address", to: FormChecker.Limits.line, "The address")
    var form = draft.definition
    form.title = fields["title"]
    form.introduction = fields.passage("introduction")
    form.returnAddress = fields.passage("address")
    form.dropStrayWords()
    if form != draft.definition, let stale = staleness(draft, fields) { errors.add("title", stale) }
    guard !errors.hasErrors else { return try overview(id, typed: fields, errors: errors) }
    return try await keep(form, then: "/desk/forms/\(id)")
  }

  /// Adds a section at the end.
  func addSection(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    let draft = try draft(id)
    var errors = FormErrors()
    errors.require(fields, "section-title", "Give the section a title.")
    errors.limit(fields, "section-title", to: FormChecker.Limits.line, "The title")
    if draft.definition.sections.count >= FormChecker.Limits.sections {
      errors.add(
        "section-title", "A form can have \(FormChecker.Limits.sections) sections at most.")
    }
    if let stale = staleness(draft, fields) { errors.add("section-title", stale) }
    guard !errors.hasErrors else { return try overview(id, typed: fields, errors: errors) }
    var form = draft.definition
    let name = FormID.make(
      from: fields["section-title"], taken: Set(form.sections.map(\.id)), fallback: "section")
    form.sections.append(FormSection(id: name, title: fields["section-title"], questions: []))
    return try await keep(form, then: "/desk/forms/\(id)/sections/\(name)")
  }

  /// Moves a section or a question up or down, or takes it out.
  func move(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    let draft = try draft(id)
    guard let move = FormMove(rawValue: fields["move"]) else { throw PortalProblem.notFound }
    if staleness(draft, fields) != nil { return try refuse(id) }
    var form = draft.definition
    let isQuestion = fields.has("question")
    let home = isQuestion ? section(of: fields["question"], in: form) : nil
    let isThere =
      isQuestion
      ? form.move(question: fields["question"], move) : form.move(section: fields["section"], move)
    guard isThere else { throw PortalProblem.notFound }
    form.dropStrayWords()
    let next = isQuestion ? section(of: fields["question"], in: form) ?? home : nil
    return try await keep(
      form, then: "/desk/forms/\(id)" + (next.map { "/sections/\($0)" } ?? ""))
  }

  private func section(of question: String, in form: FormDefinition) -> String? {
    form.sections.first { $0.questions.contains { $0.id == question } }?.id
  }

  private func refuse(_ id: String) throws -> PortalAnswer {
    var errors = FormErrors()
    errors.add(
      "sections",
      "The form was changed elsewhere since you opened the page, so nothing was moved or taken "
        + "away. This is the form as it is now.")
    return try overview(id, errors: errors)
  }
}

extension FormFields {
  /// The text of a field, or nil when it is empty.
  func passage(_ name: String) -> String? {
    let text = self[name]
    return text.isEmpty ? nil : text
  }
}
