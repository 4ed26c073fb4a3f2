// SPDX-License-Identifier: Apache-2.0

import Foundation
import People

/// What is checked before a part of the portal sees a request: how often somebody posts, who they
/// are, and whether a form under /desk is theirs.
struct Reception: Sendable {
  typealias Route = @Sendable (PortalRequest, Visit) async throws -> PortalAnswer?

  let kept: KeptForms
  private let services: Services
  /// A hospital has one address for everybody in it, so the limit is generous.
  private let posts = AttemptLimit(120, in: 60)

  init(_ services: Services) {
    self.services = services
    kept = KeptForms(services)
  }

  func answer(_ request: PortalRequest, _ route: Route) async throws -> PortalAnswer? {
    if request.method == .post,
      let until = posts.take(AttemptLimit.key(address: request.address), at: services.clock())
    {
      return TooMany.answer(request, until: until, now: services.clock())
    }
    let session = try await session(request)
    if request.method == .post, request.path.first == "desk",
      let refusal = try await refusal(request, session)
    {
      return refusal
    }
    let visit = session.map { Visit(person: $0.person, formSecret: $0.secret) } ?? .anonymous
    do {
      let answer = try await route(KeptForms.unmarked(request), visit)
      try await kept.drop(request)
      return answer.map { DeskBar.added(to: $0, request, visit) }
    } catch let problem as PortalProblem where problem.status == 401 {
      return SignInPage(next: LocalPath.of(request)).answer(status: 401)
    }
  }

  private func session(_ request: PortalRequest) async throws -> Session? {
    guard let cookie = request.cookies[SessionCookie.name] else { return nil }
    return try await services.people.session(cookie)
  }

  /// Why a form under /desk is not taken, or nil when it is.
  private func refusal(
    _ request: PortalRequest, _ session: Session?
  ) async throws -> PortalAnswer? {
    if FormOrigin.isForeign(request) { throw PortalProblem.foreignForm }
    if PeoplePart.isOpenDoor(request.path) { return nil }
    // The value as it came: a secret has no space around it.
    let secret = request.fields["secret"]
    if let session, ConstantTime.areEqual(session.secret, secret) { return nil }
    // A form of an earlier session. The secret shows that it was ours and whose it was.
    guard let owner = try services.people.owner(ofSecret: secret),
      session == nil || session?.person.id == owner
    else {
      if session == nil { return SignInPage(notice: SignInPage.nothingKept).answer(status: 401) }
      throw PortalProblem.foreignForm
    }
    let token = try await kept.keep(request, for: owner)
    if session != nil { return .see("/desk/kept/\(token)") }
    return SignInPage(kept: token, notice: SignInPage.somethingKept).answer(status: 401)
  }
}

extension PortalProblem {
  static let foreignForm = PortalProblem(
    403, "This form was not taken",
    "It did not come from a page of this site that you opened while you were signed in. "
      + "Open the page again and fill it in there.")
}

/// The cookie of a session.
enum SessionCookie {
  static let name = "session"

  /// A cookie that outlives the session by half a day, so that a late form finds its way.
  static func begin(_ text: String) -> PortalCookie {
    PortalCookie(name: name, value: text, age: 24 * 3600)
  }

  static let end = PortalCookie(name: name, value: "", age: 0)
}

/// Where a posted form came from, as far as a browser says.
enum FormOrigin {
  /// Whether a browser says that another site sent this form.
  ///
  /// A browser that is told to send no referrer calls its origin "null" even on our own pages;
  /// then its other header, or the secret of the form, has to do.
  static func isForeign(_ request: PortalRequest) -> Bool {
    if let site = request.headers["sec-fetch-site"], !["same-origin", "none"].contains(site) {
      return true
    }
    guard let origin = request.headers["origin"], origin != "null" else { return false }
    return origin.lowercased() != request.origin.lowercased()
  }
}

/// Paths to which somebody is sent on after signing in: our own, under /desk.
enum LocalPath {
  /// The path with its question, as it was asked for; nil for what cannot be asked for again.
  static func of(_ request: PortalRequest) -> String? {
    guard request.method == .get else { return nil }
    let path = "/" + request.path.map(escaped).joined(separator: "/")
    let question = request.query.pairs.map { "\(escaped($0.name))=\(escaped($0.value))" }
    return checked(question.isEmpty ? path : path + "?" + question.joined(separator: "&"))
  }

  /// The same path if it is one of ours under /desk, or nil.
  static func checked(_ path: String) -> String? {
    let isPlain = path.utf8.count <= 1000 && path.utf8.allSatisfy { (33...126).contains($0) }
    let isDesk = path == "/desk" || path.hasPrefix("/desk/") || path.hasPrefix("/desk?")
    let isOdd = path.contains("//") || path.contains("\\") || path.contains("..")
    return isPlain && isDesk && !isOdd && !path.hasPrefix("/desk/sign-") ? path : nil
  }

  private static func escaped(_ text: String) -> String {
    let plain = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
