// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// One part of the form as a page.
struct SectionModel {
  struct Switch {
    let value: String
    let name: String
    let language: String
  }

  let consultation: String
  let progress: String
  let title: String
  let language: String
  let introduction: String?
  let path: String
  let action: String
  let errors: FormErrors?
  let questions: [QuestionModel]
  let asked: [String]
  let switches: [Switch]
  let isFromCheck: Bool
  /// How many questions came up because of the answers just given.
  let more: String?
  let hasFound: Bool
  let isKiosk: Bool
  let isFirst: Bool
}

/// What a section page shows besides the draft.
struct SectionView {
  var errors = FormErrors()
  /// The questions that came up just now; they stand first.
  var more: [String] = []
  /// Whether to point at what looks like a personal detail.
  var looks = false
  var isFromCheck = false
}

extension OnlinePages {
  /// `/respond/TOKEN/SECTION`.
  func section(
    _ visit: DraftVisit, _ id: String, _ request: PortalRequest
  ) async throws -> PortalAnswer {
    guard let section = visit.form.section(id) else { throw PortalProblem.notFound }
    guard request.method == .get else { return try await keep(visit, section, request) }
    if let elsewhere = try elsewhere(visit) { return elsewhere }
    guard visit.journey.sections.contains(where: { $0.id == id }) else {
      return .see("\(visit.path)/check")
    }
    var view = SectionView()
    view.more = request.query["more"].split(separator: ",").map(String.init)
    view.looks = request.query.has("look")
    view.isFromCheck = request.query["from"] == "check"
    return show(visit, section, view)
  }

  private func keep(
    _ visit: DraftVisit, _ section: FormSection, _ request: PortalRequest
  ) async throws -> PortalAnswer {
    let reading = PageReading(section, of: visit.form, request.fields)
    let change = SectionChange(visit.form, reading, request.fields)
    do {
      try await desk.write(visit.secret) { change.make(in: &$0) }
    } catch ResponseProblem.closed {
      var typed = visit
      typed.draft.answers = reading.shown(over: visit.draft.answers)
      return try closed(typed, status: 422)
    }
    var now = try renewed(visit)
    guard now.isOpen else {
      now.draft.answers = reading.shown(over: now.draft.answers)
      return try closed(now, status: 422)
    }
    if reading.errors.hasErrors {
      var view = SectionView(errors: reading.errors)
      view.isFromCheck = request.fields["from"] == "check"
      now.draft.answers = reading.shown(over: now.draft.answers)
      return show(now, section, view, status: 422)
    }
    return .see(next(now, section, reading, request.fields))
  }

  /// Where it goes on after a page was kept.
  private func next(
    _ visit: DraftVisit, _ section: FormSection, _ reading: PageReading, _ fields: FormFields
  ) -> String {
    let own = "\(visit.path)/\(section.id)"
    let isFromCheck = fields["from"] == "check"
    if fields.has("switch") { return own + (isFromCheck ? "?from=check" : "") }
    if fields["then"] == "save" { return "\(visit.path)/save" }
    if fields["then"] == "back" {
      let before = visit.journey.previous(before: section.id)
      return before.map { "\(visit.path)/\($0.id)" } ?? visit.path
    }
    let opened = visit.journey.questions(of: section).map(\.id)
      .filter { !reading.asked.contains($0) }
    let from = isFromCheck ? "&from=check" : ""
    if !opened.isEmpty, !reading.asked.isEmpty {
      return "\(own)?more=\(opened.joined(separator: ","))\(from)"
    }
    if hasDetails(visit, reading.asked) { return "\(own)?look=1\(from)" }
    if isFromCheck { return "\(visit.path)/check" }
    let after = visit.journey.next(after: section.id)
    return after.map { "\(visit.path)/\($0.id)" } ?? "\(visit.path)/check"
  }

  private func hasDetails(_ visit: DraftVisit, _ asked: Set<String>) -> Bool {
    asked.contains { id in
      visit.draft.answers[id].map { !details(in: $0, visit.draft).isEmpty } ?? false
    }
  }

  private func details(
    in answer: Answer, _ draft: ResponseDraft
  ) -> [PersonalDetails.Found] {
    answer.ownWords.filter { !draft.keptDetails.contains(DraftKey.digest($0)) }
      .flatMap { base.services.personalDetails.find($0) }
  }

  func show(
    _ visit: DraftVisit, _ section: FormSection, _ view: SectionView, status: Int = 200
  ) -> PortalAnswer {
    let journey = visit.journey
    let makes = QuestionModels(visit.form, variant: visit.variant, prose: base.services.prose)
    let shown = makes.form.section(section.id) ?? section
    let asked = shown.questions.filter { journey.asks($0.id) }
    let ordered =
      asked.filter { view.more.contains($0.id) } + asked.filter { !view.more.contains($0.id) }
    let questions = ordered.map { question in
      var model = makes.model(question, visit.draft.answers[question.id], errors: view.errors)
      model.isNew = view.more.contains(question.id)
      if view.looks, let answer = visit.draft.answers[question.id] {
        model.found = details(in: answer, visit.draft)
      }
      return model
    }
    let place = journey.sections.firstIndex { $0.id == section.id } ?? 0
    let progress = "Part \(place + 1) of \(journey.sections.count)"
    let opened = questions.count { $0.isNew }
    let model = SectionModel(
      consultation: visit.consultation.title, progress: progress, title: shown.title,
      language: visit.language, introduction: shown.introduction.map(base.services.prose),
      path: visit.path, action: "\(visit.path)/\(section.id)",
      errors: view.errors.hasErrors ? view.errors : nil, questions: questions,
      asked: ordered.map(\.id), switches: switches(visit), isFromCheck: view.isFromCheck,
      more: opened == 0 ? nil : opened == 1 ? "one more question" : "\(opened) more questions",
      hasFound: questions.contains { $0.hasFound }, isKiosk: visit.isKiosk, isFirst: place == 0)
    let problem = view.errors.hasErrors ? "Problem: " : ""
    return .page(
      PortalPage(
        "\(problem)\(progress): \(shown.title)", template: "respond-section", model,
        isPrivate: true), status: status)
  }

  private func switches(_ visit: DraftVisit) -> [SectionModel.Switch] {
    guard !visit.form.variants.isEmpty else { return [] }
    let own = SectionModel.Switch(value: "", name: "English", language: "en-GB")
    let others = visit.form.variants.map {
      SectionModel.Switch(value: $0.id, name: $0.name, language: $0.language)
    }
    return ([own] + others).filter { $0.value != visit.variant ?? "" }
  }
}

/// What a posted section changes in the draft.
struct SectionChange: Sendable {
  private let variants: [String]
  private let good: [String: Answer]
  private let asked: Set<String>
  private let variant: String?
  private let keepsDetails: Bool

  init(_ form: FormDefinition, _ reading: PageReading, _ fields: FormFields) {
    variants = form.variants.map(\.id)
    good = reading.good
    asked = reading.asked.subtracting(reading.wrong)
    variant = fields.has("switch") ? fields["switch"] : nil
    keepsDetails = fields["keep"] == "yes"
  }

  func make(in draft: inout ResponseDraft) {
    for id in asked { draft.answers[id] = good[id] }
    if let variant { draft.answers.variant = variants.contains(variant) ? variant : nil }
    guard keepsDetails else { return }
    for id in asked.sorted() {
      for text in draft.answers[id]?.ownWords ?? [] {
        let digest = DraftKey.digest(text)
        if !draft.keptDetails.contains(digest) { draft.keptDetails.append(digest) }
      }
    }
  }
}

extension Answer {
  /// The texts that the respondent wrote.
  var ownWords: [String] {
    switch self {
    case .text(let text): [text]
    case .texts(let texts): texts
    case .choice(_, let other), .choices(_, let other): [other].compactMap { $0 }
    case .scale: []
    }
  }
}
