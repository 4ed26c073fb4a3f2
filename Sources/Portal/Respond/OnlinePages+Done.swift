// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// The receipt of a response, and what can be done next.
struct DoneModel {
  let consultation: String
  let consultationPath: String
  let path: String
  let code: String
  let isChanging: Bool
  let mayChange: Bool
  let deadline: String?
  let equalityPath: String
  let isKiosk: Bool
  let kioskPath: String
  let decision: String?
}

extension OnlinePages {
  /// `/respond/TOKEN/done`.
  func done(_ visit: DraftVisit) throws -> PortalAnswer {
    guard visit.draft.phase != .open else { return .see("\(visit.path)/check") }
    let id = visit.consultation.id
    let model = DoneModel(
      consultation: visit.consultation.title, consultationPath: "/consultations/\(id)",
      path: visit.path, code: visit.draft.publicID,
      isChanging: visit.draft.phase == .changing && visit.isOpen,
      mayChange: visit.draft.phase == .sent && visit.isOpen,
      deadline: try base.record(id)?.deadline.map(RespondDay.moment),
      equalityPath: "/consultations/\(id)/equality", isKiosk: visit.isKiosk,
      kioskPath: "/kiosk/clear", decision: visit.consultation.decisionBody)
    return .page(
      PortalPage(
        "Thank you: \(visit.consultation.title)", template: "respond-done", model,
        isPrivate: true))
  }

  /// `/respond/TOKEN/change`: takes the answers that were sent up again.
  func change(_ visit: DraftVisit) async throws -> PortalAnswer {
    guard visit.draft.phase == .sent else { return .see("\(visit.path)/check") }
    guard visit.isOpen else { return try closed(visit, status: 422) }
    try await desk.write(visit.secret) { _ in }
    return .see("\(visit.path)/check")
  }

  /// `/respond/TOKEN/finish`: from now on nobody can open the answers from this address.
  func finish(_ visit: DraftVisit) async throws -> PortalAnswer {
    if visit.draft.phase == .changing { return .see("\(visit.path)/done") }
    try await desk.finish(visit.secret)
    return .see("\(visit.path)/done")
  }
}

/// The code with which somebody comes back.
struct SaveModel {
  let consultation: String
  let code: String
  let link: String
  let path: String
  let returnPath: String
  let deadline: String?
}

extension OnlinePages {
  /// `/respond/TOKEN/save`.
  func save(_ visit: DraftVisit, _ request: PortalRequest) throws -> PortalAnswer {
    if visit.isKiosk { throw PortalProblem.notFound }
    if let elsewhere = try elsewhere(visit) { return elsewhere }
    let code =
      PublicCode.returnCode(typed: visit.secret).flatMap {
        DraftKey.isToken(visit.secret) ? nil : $0
      } ?? PublicCode.returnCode(for: visit.secret)
    let model = SaveModel(
      consultation: visit.consultation.title, code: code,
      link: "\(request.origin)/respond/\(code)", path: visit.path, returnPath: "/respond",
      deadline: try base.record(visit.consultation.id)?.deadline.map(RespondDay.moment))
    return .page(
      PortalPage("Come back later", template: "respond-save", model, isPrivate: true))
  }

  /// `/respond`: the page on which a code is typed.
  func comeBack(_ request: PortalRequest) throws -> PortalAnswer {
    var errors = FormErrors()
    let typed = request.fields["code"]
    if request.method == .post {
      if let code = PublicCode.returnCode(typed: typed) {
        if try desk.drafts.find(code) != nil { return .see("/respond/\(code)") }
        errors.add(
          "code",
          "We have no saved response with this code. It may have been deleted after the "
            + "deadline.")
      } else if typed.isEmpty {
        errors.add("code", "Type the code that you were given.")
      } else {
        errors.add(
          "code", "This code has a mistake in it. It has 16 letters and digits. Check each one.")
      }
    }
    let field = Field.line(
      "code", "Your code", value: String(typed.prefix(60)),
      hint: "Four groups of four letters and digits. Small letters are fine too.",
      error: errors["code"], autocomplete: "off")
    return .page(
      PortalPage(
        "Come back to your response", template: "respond-return",
        CodeModel(field: field, errors: errors.hasErrors ? errors : nil, result: nil),
        isPrivate: true), status: errors.hasErrors ? 422 : 200)
  }
}

/// A page on which a code is typed, and perhaps what was found.
struct CodeModel {
  struct Result: WorkedOut {
    let code: String
    let consultation: String
    let consultationPath: String
    let day: String
    let news: [ReceiptNews.Line]
    var workedOut: [String: Any] { ["hasNews": !news.isEmpty] }
  }

  let field: Field
  let errors: FormErrors?
  let result: Result?
}

extension OnlinePages {
  /// `/respond/receipt`: what became of a response.
  func receipt(_ request: PortalRequest) async throws -> PortalAnswer {
    let typed = request.method == .post ? request.fields["code"] : request.query["code"]
    var errors = FormErrors()
    var result: CodeModel.Result?
    if request.method == .post || request.query.has("code") {
      if let code = PublicCode.publicID(typed: typed) {
        result = try await received(code)
        if result == nil { errors.add("code", "We have no response with this code.") }
      } else {
        errors.add(
          "code",
          "This code has a mistake in it. It has 8 letters and digits after “ANON”.")
      }
    }
    let field = Field.line(
      "code", "Your receipt code", value: String(typed.prefix(60)),
      hint: "It looks like ANON-7K2M-9PQX. You got it when you sent your response.",
      error: errors["code"], autocomplete: "off")
    return .page(
      PortalPage(
        "What became of your response", template: "respond-receipt",
        CodeModel(field: field, errors: errors.hasErrors ? errors : nil, result: result),
        isPrivate: true), status: errors.hasErrors ? 422 : 200)
  }

  private func received(_ code: String) async throws -> CodeModel.Result? {
    guard
      let found = try base.services.ledger.state(ResponseState.self).response(publicID: code)
    else { return nil }
    let consultation = try base.consultation(found.consultation)
    let record = found.record
    return CodeModel.Result(
      code: code, consultation: consultation.title,
      consultationPath: "/consultations/\(consultation.id)",
      day: RespondDay.text(record.response.cameInOn ?? record.receivedOn),
      news: try await base.services.receiptNews.lines(found.consultation, record.response.id))
  }
}
