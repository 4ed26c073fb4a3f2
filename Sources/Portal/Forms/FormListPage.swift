// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The list of forms.
struct FormListModel {
  let grid: Grid?
  let errors: FormErrors
  let fields: [Field]
  let secret: String
}

extension FormsDesk {
  /// Every form: drafts, versions and the consultations that use it.
  func list(_ typed: FormFields = FormFields(), _ errors: FormErrors = FormErrors()) throws
    -> PortalAnswer
  {
    let sources = try sources()
    let fields = [
      Field.line(
        "title", "Title of the form", value: typed["title"],
        hint: "You can leave this out when you start from a form that is there already.",
        error: errors["title"]),
      Field.line(
        "id", "Short name of the form", value: typed["id"],
        hint: "Small letters, digits and hyphens, such as views-2026. It never changes. "
          + "Leave it out and it is made from the title.",
        error: errors["id"]),
      Field.select(
        "from", "Start from", [("", "An empty form")] + sources.map { ($0.key, $0.label) },
        chosen: typed["from"], error: errors["from"]),
    ]
    let rows = try rows()
    let grid =
      rows.isEmpty
      ? nil
      : Grid(
        "Forms", ["Form", "Draft", "Published", "Used by"], rows.map(\.cells),
        links: rows.map { "/desk/forms/\($0.id)" })
    let model = FormListModel(
      grid: grid, errors: errors, fields: fields, secret: visit.formSecret)
    return .page(
      PortalPage("Forms", template: "forms-list", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func rows() throws -> [(id: String, cells: [String])] {
    let published = try services.ledger.state(FormState.self)
    let drafts = Dictionary(
      try drafts.all().map { ($0.definition.id, $0) }, uniquingKeysWith: { first, _ in first })
    let planned = Set(services.plan.forms.map(\.id))
    let ids = planned.union(published.versions.keys).union(drafts.keys).sorted()
    return ids.map { id in
      let latest = published.latest(id)
      let draft = drafts[id]
      let form =
        latest?.definition ?? draft?.definition ?? services.plan.forms.first { $0.id == id }
      let users = services.plan.consultations.filter { $0.form == id }.map(\.title)
      return (
        id,
        [
          form?.title.isEmpty == false ? form?.title ?? id : id,
          draft.map { "Changed \(FormDates.day($0.changedOn))" } ?? "None",
          latest.map { "Version \($0.version)" } ?? "Not yet",
          users.isEmpty ? "No consultation" : users.joined(separator: "; "),
        ]
      )
    }
  }

  /// The forms that a new one can start from.
  private func sources() throws -> [(key: String, label: String, form: FormDefinition)] {
    let published = try services.ledger.state(FormState.self)
    let plan = services.plan.forms.map {
      (key: "plan/\($0.id)", label: "\($0.title) (as in the plan)", form: $0)
    }
    let versions = published.versions.keys.sorted().compactMap { id in
      published.latest(id).map {
        (
          key: "version/\(id)", label: "\($0.definition.title) (version \($0.version))",
          form: $0.definition
        )
      }
    }
    return plan + versions
  }

  /// Makes the draft of a new form, from nothing or from another.
  func makeForm(_ fields: FormFields) async throws -> PortalAnswer {
    var errors = FormErrors()
    let source = try sources().first { $0.key == fields["from"] }
    if source == nil {
      if !fields["from"].isEmpty { errors.add("from", "Choose a form from the list.") }
      errors.require(fields, "title", "Give the form a title.")
    }
    errors.limit(fields, "title", to: FormChecker.Limits.line, "The title")
    var form = source?.form ?? FormDefinition(id: "", title: "", sections: [])
    if !fields["title"].isEmpty { form.title = fields["title"] }
    form.id = fields["id"].isEmpty ? FormID.make(from: form.title, fallback: "form") : fields["id"]
    if !FormID.isValid(form.id) {
      errors.add("id", "Use small letters, digits and single hyphens, such as views-2026.")
    }
    if try isTaken(form.id) {
      errors.add(
        "id",
        "There is a form “\(form.id)” already. Give this one another short name, or open that form "
          + "from the list and start a draft there.")
    }
    guard !errors.hasErrors else { return try list(fields, errors) }
    return try await keep(form, then: "/desk/forms/\(form.id)")
  }

  private func isTaken(_ id: String) throws -> Bool {
    if services.plan.forms.contains(where: { $0.id == id }) { return true }
    if try services.ledger.state(FormState.self).latest(id) != nil { return true }
    return try drafts.draft(of: id) != nil
  }
}
