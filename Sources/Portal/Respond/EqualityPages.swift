// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The questions about equality: apart from the response, in two steps, and keyed from paper.
struct EqualityPages: Sendable {
  let base: RespondBase
  private let desk: EqualityDesk

  init(_ base: RespondBase) {
    self.base = base
    desk = EqualityDesk(base.services.data)
  }

  struct Model {
    let consultation: String
    let path: String
    let token: String
    /// The secret of the desk; nil on the public page.
    let secret: String?
    let fields: [Field]
    /// What was answered on the first page, carried along.
    let carried: [Field]
    let isSecondStep: Bool
    let isKeying: Bool
    let wasSaved: Bool
    let errors: FormErrors?
  }

  struct DoneModel {
    let consultation: String
    let consultationPath: String
    let isKiosk: Bool
  }

  /// `/consultations/ID/equality`.
  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    let id = request.path[1]
    let consultation = try base.consultation(id)
    let done = "/consultations/\(id)/equality/done"
    if request.path.count == 4, request.path[3] == "done" {
      let model = DoneModel(
        consultation: consultation.title, consultationPath: "/consultations/\(id)",
        isKiosk: request.cookies[OnlinePages.kioskCookie] != nil)
      return .page(
        PortalPage("Thank you", template: "respond-equality-done", model, isPrivate: true))
    }
    guard request.path.count == 3 else { throw PortalProblem.notFound }
    guard try isTaken(id) else {
      throw PortalProblem(
        request.method == .get ? 404 : 422, "These questions are closed",
        "The questions about you are asked only while the consultation is open.")
    }
    let place = Place(id: id, title: consultation.title, path: request.fullPath, done: done)
    return try await ask(place, request)
  }

  /// They are taken until a day after the deadline, for those who sent their response at the last
  /// minute.
  private func isTaken(_ consultation: String) throws -> Bool {
    guard let record = try base.record(consultation), let openedOn = record.openedOn,
      let deadline = record.deadline
    else { return false }
    let now = base.services.clock()
    let end = min(record.closedOn ?? deadline, deadline)
    return openedOn <= now && now <= end + 86_400
  }

  /// `/desk/capture/equality`, where the pages that came on paper are keyed, in any order.
  func desk(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .capture)
    guard request.path.count == 4 else {
      guard request.path.count == 3 else { throw PortalProblem.notFound }
      return choose(request, visit)
    }
    let consultation = try base.consultation(request.path[3])
    guard try base.record(consultation.id)?.openedOn != nil else {
      throw PortalProblem(ResponseProblem.notOpenYet)
    }
    let place = Place(
      id: consultation.id, title: consultation.title, path: request.fullPath,
      done: request.fullPath + "?saved=1", secret: visit.formSecret)
    return try await ask(place, request)
  }

  private func choose(_ request: PortalRequest, _ visit: Visit) -> PortalAnswer {
    let links = base.services.plan.consultations.map { consultation in
      CaptureChoice(title: consultation.title, path: "/desk/capture/equality/\(consultation.id)")
    }
    return .page(
      PortalPage(
        "Key equality pages", template: "respond-capture",
        CaptureModel.choosing(links, secret: visit.formSecret), isPrivate: true))
  }

  /// Where the questions are asked.
  private struct Place {
    let id: String
    let title: String
    let path: String
    let done: String
    var secret: String?
  }

  private func ask(_ place: Place, _ request: PortalRequest) async throws -> PortalAnswer {
    guard request.method == .post else {
      return page(place, request, EqualityQuestion.first, token: RandomID.make())
    }
    let token = request.fields["token"]
    guard DraftKey.isToken(token) else {
      return page(
        place, request, EqualityQuestion.first, token: RandomID.make(),
        errors: wrong("age", "The page was not complete. Please send it again."))
    }
    let (given, errors) = read(request.fields)
    if errors.hasErrors {
      let isSecond = errors.errors.contains { $0.id.hasPrefix("ethnic-background-") }
      let questions = isSecond ? backgrounds(given) : EqualityQuestion.first
      return page(place, request, questions, token: token, errors: errors)
    }
    let background = backgrounds(given)
    if !background.isEmpty, request.fields["step"] != "2" {
      return page(place, request, background, token: token)
    }
    try await desk.take(EqualityAnswers(consultation: place.id, answers: given), token: token)
    return .see(place.done)
  }

  private func backgrounds(_ given: [String: String]) -> [EqualityQuestion] {
    given["ethnic-group"].flatMap(EqualityQuestion.background).map { [$0] } ?? []
  }

  private func wrong(_ id: String, _ message: String) -> FormErrors {
    var errors = FormErrors()
    errors.add(id, message)
    return errors
  }

  private func read(_ fields: FormFields) -> (given: [String: String], errors: FormErrors) {
    var given: [String: String] = [:]
    var errors = FormErrors()
    for question in EqualityQuestion.all where !fields[question.id].isEmpty {
      let value = fields[question.id]
      if question.label(value) == nil {
        errors.add(question.id, "An answer that is not on the form was sent. Choose again.")
      } else {
        given[question.id] = value
      }
    }
    return (given, errors)
  }

  private func page(
    _ place: Place, _ request: PortalRequest, _ questions: [EqualityQuestion], token: String,
    errors: FormErrors = FormErrors()
  ) -> PortalAnswer {
    let isSecond = questions.first?.id.hasPrefix("ethnic-background-") == true
    let asked = Set(questions.map(\.id))
    let carried =
      isSecond
      ? EqualityQuestion.all.filter { !asked.contains($0.id) && !request.fields[$0.id].isEmpty }
        .map { Field.hidden($0.id, request.fields[$0.id]) } : []
    let fields = questions.map { question in
      Field.radios(
        question.id, question.text,
        question.categories.map { (value: $0.id, label: $0.label) },
        chosen: request.fields[question.id], hint: question.hint, error: errors[question.id])
    }
    let model = Model(
      consultation: place.title, path: place.path, token: token, secret: place.secret,
      fields: fields, carried: carried, isSecondStep: isSecond, isKeying: place.secret != nil,
      wasSaved: request.query.has("saved"), errors: errors.hasErrors ? errors : nil)
    return .page(
      PortalPage(
        isSecond ? "Your ethnic background" : "Questions about you",
        template: "respond-equality", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }
}
