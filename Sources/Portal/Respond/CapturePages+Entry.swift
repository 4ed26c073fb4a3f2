// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The whole form on one page, in the order and numbering of the booklet.
struct EntryModel {
  struct Section {
    let title: String
    let questions: [QuestionModel]
  }

  let title: String
  let about: String
  let action: String
  let secret: String
  let token: String
  let errors: FormErrors?
  let sections: [Section]
  /// The number on the paper and the consent; empty when it is keyed a second time.
  let before: [Field]
  let after: [Field]
  let saved: String?
  let button: String

  /// The sections of a form with what was keyed.
  static func sections(
    _ form: FormDefinition, _ answers: Answers, _ errors: FormErrors,
    only: Set<String>? = nil
  ) -> [Section] {
    let makes = QuestionModels(form, variant: nil, isKeying: true, prose: { _ in "" })
    return form.sections.compactMap { section in
      let questions = section.questions.filter { only?.contains($0.id) ?? true }
      guard !questions.isEmpty else { return nil }
      return Section(
        title: section.title,
        questions: questions.map { makes.model($0, answers[$0.id], errors: errors) })
    }
  }

  /// What was keyed of a whole form.
  static func read(
    _ form: FormDefinition, _ fields: FormFields
  ) -> (answers: Answers, errors: FormErrors) {
    var answers = Answers()
    var errors = FormErrors()
    for section in form.sections {
      let reading = PageReading(section, of: form, fields)
      for (id, answer) in reading.typed { answers[id] = answer }
      for wrong in reading.errors.errors { errors.add(wrong.id, wrong.message) }
    }
    return (answers, errors)
  }
}

extension CapturePages {
  func entry(
    _ batch: CaptureBatch, _ request: PortalRequest, _ visit: Visit,
    answers: Answers = Answers(), errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let consultation = try base.consultation(batch.consultation)
    let form = try desk.form(consultation.form, version: batch.formVersion)
    let token = request.fields["token"]
    let model = EntryModel(
      title: "Key a response",
      about: "\(consultation.title). \(batch.channel.label), bundle “\(batch.label)”, came in on "
        + "\(RespondDay.text(batch.cameInOn)). Form version \(batch.formVersion).",
      action: request.fullPath, secret: visit.formSecret,
      token: DraftKey.isToken(token) ? token : RandomID.make(),
      errors: errors.hasErrors ? errors : nil,
      sections: EntryModel.sections(form, answers, errors),
      before: [paperField(request.fields, errors)], after: [consentField(request.fields, errors)],
      saved: request.query.has("saved") ? request.query["saved"] : nil,
      button: "Save and key the next")
    let problem = errors.hasErrors ? "Problem: " : ""
    return .page(
      PortalPage("\(problem)Key a response", template: "respond-entry", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func paperField(_ fields: FormFields, _ errors: FormErrors) -> Field {
    .line(
      "paper", "Number on the paper", value: String(fields["paper"].prefix(60)),
      hint: "Leave it out when there is none. It is needed to key the paper a second time.",
      error: errors["paper"], autocomplete: "off")
  }

  private func consentField(_ fields: FormFields, _ errors: FormErrors) -> Field {
    .radios(
      "publish", "May the answers be published without a name?",
      [
        (value: "yes", label: "Yes"), (value: "no", label: "No, or nothing is ticked"),
      ], chosen: fields["publish"], error: errors["publish"])
  }

  func keep(
    _ batch: CaptureBatch, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let consultation = try base.consultation(batch.consultation)
    let form = try desk.form(consultation.form, version: batch.formVersion)
    var (answers, errors) = EntryModel.read(form, request.fields)
    let consent = request.fields["publish"]
    if consent != "yes", consent != "no" {
      errors.add("publish", "Choose yes or no, as on the paper.")
    }
    let token = request.fields["token"]
    if !DraftKey.isToken(token) {
      errors.add("paper", "The page was not complete. Please send it again.")
    }
    guard !errors.hasErrors else {
      return try entry(batch, request, visit, answers: answers, errors: errors)
    }
    do {
      let number = request.fields["paper"]
      let response = try await desk.capture(
        KeyedPaper(
          paperNumber: number.isEmpty ? nil : number, answers: answers,
          mayPublish: consent == "yes", token: token), in: batch, by: visit.author)
      return .see("\(request.fullPath)?saved=\(response.publicID)#paper")
    } catch {
      if case .ledger = error { throw error }
      errors.add("paper", error.description)
      return try entry(batch, request, visit, answers: answers, errors: errors)
    }
  }
}
