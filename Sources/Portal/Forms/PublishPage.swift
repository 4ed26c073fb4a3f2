// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// What publishing a draft would do.
struct PublishModel {
  let form: String
  let title: String
  let mark: String
  let errors: FormErrors
  let problems: [String]
  let hasProblems: Bool
  let isFirst: Bool
  let changes: [String]
  let comparison: String?
  let consultations: [String]
  let lacking: [String]
  let fields: [Field]
  let revision: Int
  let secret: String
}

/// A version and what changed in it.
struct VersionModel {
  let form: String
  let number: Int
  let title: String
  let reason: String
  let changes: [String]
  let isFirst: Bool
  let comparison: String?
  let text: String
}

extension FormsDesk {
  /// What would change, and the field for the reason.
  func publishPage(
    _ id: String, typed: FormFields = FormFields(), errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let draft = try draft(id)
    let latest = try services.ledger.state(FormState.self).latest(id)
    let problems = FormChecker.problems(in: draft.definition).map(\.description)
    let difference = latest.map { FormDifference.between($0.definition, draft.definition) }
    let reason = Field.box(
      "reason", latest == nil ? "Note on this version (you can leave it out)" : "Why it changed",
      value: typed["reason"],
      hint: latest == nil ? nil : "One or two sentences. People can read them.",
      error: errors["reason"], rows: 3)
    let model = PublishModel(
      form: id, title: draft.definition.title, mark: "version \((latest?.version ?? 0) + 1)",
      errors: errors, problems: problems, hasProblems: !problems.isEmpty, isFirst: latest == nil,
      changes: difference?.changes ?? [],
      comparison: difference.map { Self.comparison($0, draft.definition) },
      consultations: services.plan.consultations.filter { $0.form == id }.map(\.title),
      lacking: draft.definition.variants.compactMap { variant in
        let count = draft.definition.missingWords(inVariant: variant.id).count
        return count == 0 ? nil : "\(variant.name) lacks \(count) of its words."
      }, fields: [reason], revision: draft.revision, secret: visit.formSecret)
    return .page(
      PortalPage("Publish \(model.title)", template: "forms-publish", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private static func comparison(_ difference: FormDifference, _ form: FormDefinition) -> String {
    let count = form.questions.count
    return
      "Answers to \(difference.comparable.count) of \(count) questions can be counted together "
      + "with those to the version before."
  }

  /// Publishes the draft, and drops it.
  func publish(_ id: String, _ fields: FormFields) async throws -> PortalAnswer {
    guard let draft = try drafts.draft(of: id) else {
      // The same button pressed twice: the first press has done it.
      if try services.ledger.state(FormState.self).latest(id) != nil {
        return .see("/desk/forms/\(id)")
      }
      throw PortalProblem.notFound
    }
    var errors = FormErrors()
    if let stale = staleness(draft, fields) { errors.add("reason", stale) }
    if !errors.hasErrors {
      do {
        try await FormDesk(services.data).publish(
          draft.definition, reason: fields["reason"], by: visit.author)
      } catch {
        if case .ledger(let reason) = error { throw reason }
        errors.add("reason", error.description)
      }
    }
    guard !errors.hasErrors else { return try publishPage(id, typed: fields, errors: errors) }
    try await drafts.drop(id)
    return .see("/desk/forms/\(id)?done=published")
  }

  /// A version, with what changed since the one before.
  func versionPage(_ id: String, _ number: String) throws -> PortalAnswer {
    let state = try services.ledger.state(FormState.self)
    guard let number = Int(number), let version = state.version(number, of: id) else {
      throw PortalProblem.notFound
    }
    let before = state.version(number - 1, of: id)
    let difference = before.map { FormDifference.between($0.definition, version.definition) }
    let model = VersionModel(
      form: id, number: number, title: version.definition.title,
      reason: version.reason ?? "First version", changes: difference?.changes ?? [],
      isFirst: before == nil,
      comparison: difference.map { Self.comparison($0, version.definition) },
      text: FormYAML.write(version.definition))
    return .page(
      PortalPage(
        "\(model.title), version \(number)", template: "forms-version", model, isPrivate: true))
  }
}
