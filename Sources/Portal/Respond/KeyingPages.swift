// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People

/// The second keying of a paper, and the differences between the two.
struct KeyingPages: Sendable {
  let base: RespondBase
  private var desk: ResponseDesk { base.desk }
  private let capture: CapturePages

  init(_ base: RespondBase) {
    self.base = base
    capture = CapturePages(base)
  }

  struct Model {
    struct Difference: WorkedOut {
      let question: String
      let first: [String]
      let second: [String]
      var workedOut: [String: Any] {
        ["isFirstEmpty": first.isEmpty, "isSecondEmpty": second.isEmpty]
      }
    }

    let about: String
    let action: String
    let secret: String
    let errors: FormErrors?
    let differences: [Difference]
    let questions: [QuestionModel]
  }

  /// How many papers wait for somebody to resolve their differences.
  func unresolved() -> Int {
    base.services.plan.consultations.reduce(0) { sum, consultation in
      sum + ((try? desk.keyingStatistics(consultation.id).unresolved) ?? 0)
    }
  }

  /// `/desk/capture/again[/CONSULTATION/RESPONSE]` and `/desk/capture/differences/…`.
  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .capture)
    let path = request.path
    if path.count == 3 {
      return path[2] == "again" && request.method == .post
        ? try find(request, visit) : .see("/desk/capture")
    }
    guard path.count == 5 else { throw PortalProblem.notFound }
    _ = try base.consultation(path[3])
    let record = try desk.record(path[4], to: path[3])
    return path[2] == "again"
      ? try await again(record, request, visit) : try await resolve(record, request, visit)
  }

  private func find(_ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    let id = request.fields["consultation"]
    do {
      _ = try base.consultation(id)
      let record = try desk.paper(request.fields["number"], of: id)
      try desk.demandSecond(record, visit.author)
      return .see("/desk/capture/again/\(id)/\(record.response.id)")
    } catch let problem as ResponseProblem {
      var errors = FormErrors()
      errors.add("number", problem.description)
      return try capture.home(request, visit, errors: errors)
    }
  }

  private func again(
    _ record: ResponseRecord, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let response = record.response
    let form = try desk.form(response.form, version: response.formVersion)
    guard request.method == .post else {
      try desk.demandSecond(record, visit.author)
      return entry(record, form, request, visit, Answers(), FormErrors())
    }
    let (answers, errors) = EntryModel.read(form, request.fields)
    guard !errors.hasErrors else {
      return entry(record, form, request, visit, answers, errors)
    }
    let differences = try await desk.keyAgain(
      paper: response.paperNumber ?? "", of: request.path[3], answers: answers, by: visit.author)
    return .see(
      differences.isEmpty
        ? "/desk/capture?agreed=\(response.publicID)"
        : "/desk/capture/differences/\(request.path[3])/\(response.id)")
  }

  private func entry(
    _ record: ResponseRecord, _ form: FormDefinition, _ request: PortalRequest, _ visit: Visit,
    _ answers: Answers, _ errors: FormErrors
  ) -> PortalAnswer {
    let model = EntryModel(
      title: "Key a paper a second time",
      about: "Paper \(record.response.paperNumber ?? ""). Key it as if it were new: what the first "
        + "person keyed is not shown.",
      action: request.fullPath, secret: visit.formSecret, token: "",
      errors: errors.hasErrors ? errors : nil,
      sections: EntryModel.sections(form, answers, errors), before: [], after: [], saved: nil,
      button: "Save and compare")
    return .page(
      PortalPage(model.title, template: "respond-entry", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func resolve(
    _ record: ResponseRecord, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    guard let differing = record.keyingDifferences, !differing.isEmpty,
      record.keyingResolvedBy == nil
    else { return .see("/desk/capture?resolved=\(record.response.publicID)") }
    let response = record.response
    let form = try desk.form(response.form, version: response.formVersion)
    guard let first = try desk.answers(response.answers) else { throw PortalProblem.notFound }
    guard request.method == .post else {
      return try compare(record, form, request, visit, shown: first, FormErrors())
    }
    var (read, errors) = EntryModel.read(form, request.fields)
    // Nothing was sent at all: to leave an answer out somebody has to send its empty field.
    if !request.fields.pairs.contains(where: { $0.name.hasPrefix("q-") }) {
      errors.add("q-\(differing[0])", "Choose what stands on the paper for each of these answers.")
      read = first
    }
    var final = first
    for id in differing { final[id] = read[id] }
    guard !errors.hasErrors else {
      return try compare(record, form, request, visit, shown: final, errors)
    }
    try await desk.resolveKeying(
      response.id, of: request.path[3], answers: final, by: visit.author)
    return .see("/desk/capture?resolved=\(response.publicID)")
  }

  private func compare(
    _ record: ResponseRecord, _ form: FormDefinition, _ request: PortalRequest, _ visit: Visit,
    shown: Answers, _ errors: FormErrors
  ) throws -> PortalAnswer {
    let first = try desk.answers(record.response.answers) ?? Answers()
    let second = try record.secondKeying.flatMap { try desk.answers($0) } ?? Answers()
    let differing = Set(record.keyingDifferences ?? [])
    let questions = form.questions.filter { differing.contains($0.id) }
    let numbers = form.numbers
    let model = Model(
      about: "Paper \(record.response.paperNumber ?? record.response.publicID)",
      action: request.fullPath, secret: visit.formSecret,
      errors: errors.hasErrors ? errors : nil,
      differences: questions.map { question in
        Model.Difference(
          question: "\(numbers[question.id] ?? 0). \(question.text)",
          first: lines(question, first), second: lines(question, second))
      },
      questions: EntryModel.sections(form, shown, errors, only: differing)
        .flatMap(\.questions))
    return .page(
      PortalPage(
        "Keyed differently", template: "respond-keying", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func lines(_ question: Question, _ answers: Answers) -> [String] {
    answers[question.id].map { AnswerText.lines(question, $0) } ?? []
  }
}
