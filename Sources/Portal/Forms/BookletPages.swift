// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The paper form that everybody can print.
struct PublicBooklet {
  let services: Services

  /// The booklet of a consultation, in the version and variant that were asked for.
  func answer(_ consultation: String, _ query: FormFields) throws -> PortalAnswer {
    guard let consultation = services.plan.consultations.first(where: { $0.id == consultation })
    else { throw PortalProblem.notFound }
    let form = try version(query["version"], of: consultation.form)
    let variant = try Self.variant(query["variant"], of: form.definition)
    let record = try services.ledger.state(ConsultationState.self).records[consultation.id]
    let path = "/consultations/\(consultation.id)"
    let base =
      query["version"].isEmpty ? "\(path)/form" : "\(path)/form?version=\(form.version)"
    let model = BookletModel(
      form.definition, variant: variant, mark: "version \(form.version)", isDraft: false,
      deadline: record?.deadline.map(FormDates.moment), kind: consultation.title,
      back: .init(href: path, text: "Back to \(consultation.title)", isCurrent: false),
      base: base, prose: services.prose)
    return .page(
      PortalPage("\(model.title): paper form", template: "forms-booklet", model))
  }

  private func version(_ number: String, of form: String) throws -> PublishedForm {
    let state = try services.ledger.state(FormState.self)
    if number.isEmpty {
      guard let latest = state.latest(form) else {
        throw PortalProblem(
          404, "There is no paper form yet",
          "The form of this consultation has not been published yet. Come back when it is open.")
      }
      return latest
    }
    guard let number = Int(number), let version = state.version(number, of: form) else {
      throw PortalProblem.notFound
    }
    return version
  }

  /// The variant of an id; nil for none.
  static func variant(_ id: String, of form: FormDefinition) throws -> FormVariant? {
    guard !id.isEmpty else { return nil }
    guard let variant = form.variants.first(where: { $0.id == id }) else {
      throw PortalProblem.notFound
    }
    return variant
  }
}

extension FormsDesk {
  /// The booklet of the draft, or of a version.
  func booklet(_ id: String, _ query: FormFields) throws -> PortalAnswer {
    let (form, mark) = try shown(id, query["version"])
    let variant = try PublicBooklet.variant(query["variant"], of: form)
    let path = "/desk/forms/\(id)"
    let model = BookletModel(
      form, variant: variant, mark: mark, isDraft: query["version"].isEmpty, deadline: nil,
      kind: "Paper form", back: .init(href: path, text: "Back to the form", isCurrent: false),
      base: query["version"].isEmpty
        ? "\(path)/booklet" : "\(path)/booklet?version=\(query["version"])",
      prose: services.prose)
    return .page(
      PortalPage("\(model.title): paper form", template: "forms-booklet", model, isPrivate: true))
  }

  /// The draft, or a version by its number, with the words for which it is.
  func shown(_ id: String, _ version: String) throws -> (form: FormDefinition, mark: String) {
    if version.isEmpty {
      let draft = try draft(id)
      return (draft.definition, "draft \(draft.revision)")
    }
    let state = try services.ledger.state(FormState.self)
    guard let number = Int(version), let published = state.version(number, of: id) else {
      throw PortalProblem.notFound
    }
    return (published.definition, "version \(number)")
  }
}
