// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// A draft as text.
struct TextModel {
  let form: String
  let title: String
  let revision: Int
  let errors: FormErrors
  let area: Field
  let grid: Grid?
  let isKept: Bool
  let secret: String
}

extension FormsDesk {
  /// The text of the draft, with what keeps it from being asked.
  func textPage(_ id: String) throws -> PortalAnswer {
    let draft = try draft(id)
    let text = FormYAML.write(draft.definition)
    let problems = (try? FormYAML.draft(text, file: id))?.problems ?? []
    return textPage(draft, text, problems, error: nil, isKept: true)
  }

  private func textPage(
    _ draft: FormDraft, _ text: String, _ problems: [FormReadingProblem], error: String?,
    isKept: Bool
  ) -> PortalAnswer {
    var errors = FormErrors()
    if let error { errors.add("text", error) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = problems.prefix(200).map { problem in
      [
        "Line \(problem.line)", problem.message,
        lines.indices.contains(problem.line - 1)
          ? String(lines[problem.line - 1].drop { $0 == " " }.prefix(120)) : "",
      ]
    }
    let model = TextModel(
      form: draft.definition.id, title: draft.definition.title, revision: draft.revision,
      errors: errors,
      area: .box(
        "text", "The form as text", value: text,
        hint: "Spaces at the start of a line matter. The tab key leaves this box.", error: error,
        rows: 40),
      grid: rows.isEmpty
        ? nil : Grid("Problems by line", ["Line", "Problem", "What stands there"], rows),
      isKept: isKept, secret: visit.formSecret)
    return .page(
      PortalPage("\(model.title): text", template: "forms-text", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  /// Keeps the form that the text describes; a text that describes none comes back as it was.
  func saveText(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    let draft = try draft(id)
    let text = fields.all("text").first ?? ""
    let reading: (form: FormDefinition, problems: [FormReadingProblem])
    do {
      reading = try FormYAML.draft(text, file: id)
    } catch {
      let count = error.problems.count
      return textPage(
        draft, text, error.problems,
        error: count == 1
          ? "Line \(error.problems[0].line): \(error.problems[0].message)"
          : "The text has \(count) problems. They are listed below by line. It was not saved.",
        isKept: false)
    }
    if reading.form.id != id {
      return textPage(
        draft, text, [],
        error: "The id of the form was “\(id)” and has to stay. For another id, make a new form.",
        isKept: false)
    }
    if reading.form != draft.definition, let stale = staleness(draft, fields) {
      return textPage(draft, text, reading.problems, error: stale, isKept: false)
    }
    return try await keep(
      reading.form,
      then: reading.problems.isEmpty ? "/desk/forms/\(id)" : "/desk/forms/\(id)/text")
  }
}
