// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// The first page of a response: what it is about, which parts to answer, in which words.
struct StartModel {
  let consultation: String
  let consultationPath: String?
  let title: String
  let language: String
  let introduction: String?
  let path: String
  let fields: [Field]
  let parts: Int
  let deadline: String?
  let isKiosk: Bool
  let errors: FormErrors?
}

extension OnlinePages {
  /// `/respond/TOKEN`.
  func start(_ visit: DraftVisit, _ request: PortalRequest) async throws -> PortalAnswer {
    guard request.method == .post else { return try showStart(visit) }
    let chosen = Set(request.fields.all("chosen"))
    let variant = request.fields["variant"]
    let form = visit.form
    do {
      try await desk.write(visit.secret) { draft in
        draft.answers.chosenSections = form.sections.filter { $0.isOptional }.map(\.id)
          .filter { chosen.contains($0) }
        draft.answers.variant = form.variants.contains { $0.id == variant } ? variant : nil
      }
    } catch ResponseProblem.closed {
      return try closed(visit, status: 422)
    }
    let now = try renewed(visit)
    guard now.isOpen else { return try closed(now, status: 422) }
    guard let first = now.journey.first else { return try showStart(now, Self.nothingChosen) }
    return .see("\(visit.path)/\(first.id)")
  }

  /// Every part is optional, and none was ticked: there would be nothing to answer.
  private static var nothingChosen: FormErrors {
    var errors = FormErrors()
    errors.add("chosen", "Tick at least one part.")
    return errors
  }

  private func showStart(
    _ visit: DraftVisit, _ errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    if let elsewhere = try elsewhere(visit) { return elsewhere }
    let words = visit.words
    let model = StartModel(
      consultation: visit.consultation.title,
      consultationPath: visit.isKiosk ? nil : "/consultations/\(visit.consultation.id)",
      title: words.title, language: visit.language,
      introduction: words.introduction.map(base.services.prose), path: visit.path,
      fields: startFields(visit, errors), parts: visit.form.sections.count,
      deadline: try base.record(visit.consultation.id)?.deadline.map(RespondDay.moment),
      isKiosk: visit.isKiosk, errors: errors.hasErrors ? errors : nil)
    let problem = errors.hasErrors ? "Problem: " : ""
    return .page(
      PortalPage(
        "\(problem)Respond: \(visit.consultation.title)", template: "respond-start", model,
        isPrivate: true), status: errors.hasErrors ? 422 : 200)
  }

  private func startFields(_ visit: DraftVisit, _ errors: FormErrors) -> [Field] {
    var fields: [Field] = []
    if !visit.form.variants.isEmpty {
      fields.append(
        .radios(
          "variant", "How do you want to read the form?",
          [(value: "", label: "English")]
            + visit.form.variants.map { (value: $0.id, label: $0.name) },
          chosen: visit.variant ?? "", hint: "You can change this on every page."))
    }
    let optional = visit.words.sections.filter { $0.isOptional }
    if !optional.isEmpty {
      fields.append(
        .checkboxes(
          "chosen", "Which of these do you want to tell us about?",
          optional.map { (value: $0.id, label: $0.title) },
          chosen: visit.draft.answers.chosenSections,
          hint: optional.count == visit.form.sections.count
            ? "Tick as many as you like."
            : "Tick as many as you like, or none. Everybody is asked the other parts.",
          error: errors["chosen"]))
    }
    return fields
  }

  /// The draft as it is kept now.
  func renewed(_ visit: DraftVisit) throws -> DraftVisit {
    var visit = visit
    if let kept = try desk.drafts.find(visit.secret) { visit.draft = kept.draft }
    return visit
  }

  /// Where somebody belongs who asks for a page of a response that was sent or is closed.
  func elsewhere(_ visit: DraftVisit) throws -> PortalAnswer? {
    guard visit.draft.isBeingWritten else { return .see("\(visit.path)/done") }
    return visit.isOpen ? nil : try closed(visit, status: 200)
  }
}

/// What somebody sees who comes after the deadline: their answers, to be copied.
struct ClosedModel {
  let consultation: String
  let consultationPath: String
  let end: String?
  let hasAnswers: Bool
  let wasSent: Bool
  let list: AnswerList
  let language: String
}

extension OnlinePages {
  /// The page that says that the consultation has closed, with everything that was typed.
  func closed(_ visit: DraftVisit, status: Int) throws -> PortalAnswer {
    let record = try base.record(visit.consultation.id)
    let end = [record?.closedOn, record?.deadline].compactMap { $0 }.min()
    let model = ClosedModel(
      consultation: visit.consultation.title,
      consultationPath: "/consultations/\(visit.consultation.id)",
      end: end.map(RespondDay.moment), hasAnswers: !visit.draft.answers.byQuestion.isEmpty,
      wasSent: visit.draft.phase != .open,
      list: AnswerList(visit.journey, variant: visit.variant, path: nil),
      language: visit.language)
    return .page(
      PortalPage(
        "Closed: \(visit.consultation.title)", template: "respond-closed", model,
        isPrivate: true), status: status)
  }
}
