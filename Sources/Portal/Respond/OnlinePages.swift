// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The pages on which somebody writes a response and sends it.
struct OnlinePages: Sendable {
  let base: RespondBase
  var desk: ResponseDesk { base.desk }

  init(_ base: RespondBase) { self.base = base }

  /// The cookie in which a shared tablet holds the secret of the person in front of it.
  static let holderCookie = "kiosk-person"
  /// The cookie in which a shared tablet holds its own token.
  static let kioskCookie = "kiosk"

  /// `/consultations/ID/respond`: makes a draft under the token of the page that was shown.
  func begin(_ request: PortalRequest) async throws -> PortalAnswer {
    let id = request.path[1]
    _ = try base.consultation(id)
    guard request.path.count == 3 else { throw PortalProblem.notFound }
    guard request.method == .post else { return .see("/consultations/\(id)") }
    try demandOwnPage(request)
    let token = request.fields["token"]
    guard DraftKey.isToken(token) else {
      throw PortalProblem(
        422, "We could not start your response",
        "The page you came from was not complete. Go back to it, load it again, and press the "
          + "button once more.")
    }
    if try !desk.isOpen(id) { await base.watch.forget(id) }
    try await desk.start(id, token: token)
    return .see("/respond/\(token)")
  }

  /// Another site must not start a draft for somebody, since it would know where to read it.
  private func demandOwnPage(_ request: PortalRequest) throws(PortalProblem) {
    guard request.headers["sec-fetch-site"] != "cross-site" else {
      throw PortalProblem(
        422, "We could not start your response",
        "This was sent by another website. Start from the page of the consultation.")
    }
  }

  /// `/respond` and everything under it.
  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    let path = request.path
    guard path.count > 1 else { return try comeBack(request) }
    if path[1] == "receipt", path.count == 2 { return try await receipt(request) }
    let visit = try open(request)
    if !visit.isOpen { await base.watch.forget(visit.consultation.id) }
    let page = path.count > 2 ? path[2] : ""
    guard path.count < 4 else { throw PortalProblem.notFound }
    return switch (page, request.method) {
    case ("", _): try await start(visit, request)
    case ("check", .get): try check(visit)
    case ("send", .post): try await send(visit, request)
    case ("check", .post), ("send", .get): .see("\(visit.path)/check")
    case ("done", .get): try done(visit)
    case ("save", .get): try save(visit, request)
    case ("change", .post): try await change(visit)
    case ("finish", .post): try await finish(visit)
    case ("done", .post), ("save", .post), ("change", .get), ("finish", .get):
      .see("\(visit.path)/done")
    default: try await section(visit, page, request)
    }
  }

  /// The draft of the address, if whoever asks may see it.
  ///
  /// On a shared tablet the address alone is not enough: the tablet must hold the secret of this
  /// person, so that the next one cannot go back to it.
  private func open(_ request: PortalRequest) throws -> DraftVisit {
    let secret = request.path[1]
    guard let kept = try desk.drafts.find(secret) else { throw PortalProblem(.noDraft) }
    let draft = kept.draft
    if draft.channel == .kiosk {
      let held = request.cookies[Self.holderCookie] ?? ""
      guard let holder = draft.holder, DraftKey.digest(held) == holder else {
        throw PortalProblem(
          404, "This response is finished",
          "It can’t be opened again on this tablet. To start a new one, go to /kiosk or ask "
            + "a member of staff.")
      }
    }
    return DraftVisit(
      secret: secret, draft: draft,
      form: try desk.form(draft.form, version: draft.formVersion),
      consultation: try base.consultation(draft.consultation),
      isOpen: try desk.isOpen(draft.consultation),
      kiosk: draft.channel == .kiosk ? request.cookies[Self.kioskCookie] ?? "" : nil)
  }
}

/// A draft that somebody has opened, with what its pages need to know.
struct DraftVisit: Sendable {
  /// The token or return code in the address.
  let secret: String
  var draft: ResponseDraft
  let form: FormDefinition
  let consultation: ConsultationDefinition
  let isOpen: Bool
  /// The token of the shared tablet; nil elsewhere.
  let kiosk: String?

  var path: String { "/respond/\(secret)" }
  var journey: FormJourney { FormJourney(form: form, answers: draft.answers) }
  var variant: String? { draft.answers.variant }
  /// The language in which the form is read now.
  var language: String {
    form.variants.first { $0.id == variant }?.language ?? "en-GB"
  }
  var words: FormDefinition { form.inVariant(variant) }
  var isKiosk: Bool { draft.channel == .kiosk }
}
