// SPDX-License-Identifier: Apache-2.0

import Foundation
import People

extension PeoplePart {
  func signIn(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    guard request.method == .post else {
      let next = LocalPath.checked(request.query["next"])
      if visit.person != nil { return .see(next ?? "/desk") }
      return SignInPage(next: next).answer()
    }
    var page = SignInPage(
      address: String(request.fields["email"].prefix(254)),
      next: LocalPath.checked(request.fields["next"]), kept: keptToken(request.fields["kept"]))
    // A password may begin or end with a space, so it is taken as it came.
    let password = request.fields.all("password").first ?? ""
    page.errors.require(request.fields, "email", "Type your e-mail address.")
    if password.isEmpty { page.errors.add("password", "Type your password.") }
    if page.errors.hasErrors { return page.answer() }
    let keys = (
      AttemptLimit.key(address: request.address), SecretDigest.of(page.address.lowercased())
    )
    let now = services.clock()
    let pair = SecretDigest.of(keys.0 + " " + keys.1)
    if let until = limits.byAddress.take(keys.0, at: now) ?? limits.byPair.take(pair, at: now)
      ?? limits.byAccount.take(keys.1, at: now)
    {
      return TooMany.answer(request, until: until, now: now)
    }
    do throws(PeopleError) {
      let person = try await people.signIn(address: page.address, password: password)
      limits.byAddress.giveBack(keys.0)
      limits.byPair.giveBack(pair)
      limits.byAccount.giveBack(keys.1)
      return try await begin(person, request, to: page.destination)
    } catch {
      if case .store = error { throw error }
      page.errors.add("email", error.description)
      return page.answer()
    }
  }

  /// A new session in place of whatever the browser had.
  func begin(
    _ person: Person, _ request: PortalRequest, to path: String
  ) async throws(PeopleError) -> PortalAnswer {
    if let old = request.cookies[SessionCookie.name] { try await people.endSession(old) }
    var answer = PortalAnswer.see(path)
    answer.cookies = [SessionCookie.begin(try await people.beginSession(person))]
    return answer
  }

  func signOut(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let person = try visit.person(who: .enterTheDesk)
    try await people.signOut(
      person, request.cookies[SessionCookie.name] ?? "",
      everywhere: request.fields["everywhere"] == "yes")
    var answer = PortalAnswer.see("/desk/sign-in")
    answer.cookies = [SessionCookie.end]
    return answer
  }

  private func keptToken(_ text: String) -> String? {
    let isToken = text.count == 52 && text.utf8.allSatisfy { $0 < 128 }
    return isToken && text.allSatisfy { $0.isLetter || $0.isNumber } ? text : nil
  }
}

extension SignInPage {
  /// Where somebody goes once they have signed in.
  fileprivate var destination: String { kept.map { "/desk/kept/\($0)" } ?? next ?? "/desk" }
}
