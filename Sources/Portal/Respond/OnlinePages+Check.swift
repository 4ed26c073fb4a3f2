// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// All answers before they are sent, and what the respondent must agree to.
struct CheckModel: WorkedOut {
  let consultation: String
  let path: String
  let language: String
  let list: AnswerList
  let consent: Field
  let version: Int
  let errors: FormErrors?
  let isChange: Bool
  let isKiosk: Bool
  let retention: Int
  /// The required questions without an answer, with where to answer them.
  let missing: [Missing]
  var workedOut: [String: Any] { ["hasMissing": !missing.isEmpty] }

  struct Missing {
    let text: String
    let path: String
  }
}

extension OnlinePages {
  /// `/respond/TOKEN/check`.
  func check(
    _ visit: DraftVisit, consent: String? = nil, errors: FormErrors = FormErrors(),
    status: Int = 200
  ) throws -> PortalAnswer {
    if let elsewhere = try elsewhere(visit) { return elsewhere }
    let model = CheckModel(
      consultation: visit.consultation.title, path: visit.path, language: visit.language,
      list: AnswerList(visit.journey, variant: visit.variant, path: visit.path),
      consent: consentField(try consent ?? sentConsent(visit), errors["publish"]),
      version: visit.draft.version, errors: errors.hasErrors ? errors : nil,
      isChange: visit.draft.phase == .changing, isKiosk: visit.isKiosk,
      retention: visit.consultation.retentionMonths, missing: missing(visit))
    let problem = errors.hasErrors ? "Problem: " : ""
    return .page(
      PortalPage(
        "\(problem)Check your answers", template: "respond-check", model, isPrivate: true),
      status: status)
  }

  private func consentField(_ chosen: String, _ error: String?) -> Field {
    .radios(
      "publish", "May we publish your answers, without your name? (required)",
      [
        (value: "yes", label: "Yes, you may publish them"),
        (value: "no", label: "No, count them and do not publish them"),
      ], chosen: chosen,
      hint: "We read every answer first, and take out what could show who you are.", error: error)
  }

  /// What the respondent said about publishing when they sent it the last time.
  private func sentConsent(_ visit: DraftVisit) throws -> String {
    guard visit.draft.phase == .changing,
      let record = try? desk.record(visit.draft.responseID, to: visit.draft.consultation)
    else { return "" }
    return record.response.mayPublish ? "yes" : "no"
  }

  private func missing(_ visit: DraftVisit) -> [CheckModel.Missing] {
    visit.journey.missing.map { answer in
      CheckModel.Missing(
        text: visit.words.question(answer.question)?.text ?? answer.question,
        path: "\(visit.path)/\(answer.section)?from=check#q-\(answer.question)")
    }
  }

  /// `/respond/TOKEN/send`.
  func send(_ visit: DraftVisit, _ request: PortalRequest) async throws -> PortalAnswer {
    guard visit.draft.isBeingWritten else { return .see("\(visit.path)/done") }
    guard visit.isOpen else { return try closed(visit, status: 422) }
    let consent = request.fields["publish"]
    guard consent == "yes" || consent == "no" else {
      var errors = FormErrors()
      errors.add("publish", "Say whether we may publish your answers: choose yes or no.")
      return try check(visit, errors: errors, status: 422)
    }
    let result = try await sent(visit, request, mayPublish: consent == "yes")
    switch result {
    case .received, .replaced, .unchanged: return .see("\(visit.path)/done")
    case .incomplete: return try check(renewed(visit), consent: consent, status: 422)
    case .changedMeanwhile:
      var errors = FormErrors()
      errors.add(
        "answers", "Your answers were changed in another window. Check them and send again.")
      return try check(renewed(visit), consent: consent, errors: errors, status: 422)
    }
  }

  private func sent(
    _ visit: DraftVisit, _ request: PortalRequest, mayPublish: Bool
  ) async throws -> SendingResult {
    var flags: [ResponseFlag] = []
    if !request.fields["website"].isEmpty { flags.append(.trap) }
    // One tablet and one connection serve many people: that is no burst.
    if visit.draft.phase == .open, !visit.isKiosk,
      await base.watch.isBurst(
        from: request.address, to: visit.consultation.id, at: base.services.clock())
    {
      flags.append(.burst)
    }
    let version = Int(request.fields["version"]) ?? visit.draft.version
    return try await desk.send(
      visit.secret, version: version, mayPublish: mayPublish, flags: flags)
  }
}
