// SPDX-License-Identifier: Apache-2.0

import Foundation
import People

extension PeoplePart {
  /// The page behind a link to join: choose a password, and be in.
  func join(_ request: PortalRequest, _ token: String) async throws -> PortalAnswer {
    let joiner: Joiner
    do throws(PeopleError) { joiner = try await people.joiner(token) } catch {
      return try endedLink(error, "Ask an administrator for a new invitation.")
    }
    var form = JoinForm(joiner, action: request.fullPath)
    guard request.method == .post else { return form.page.answer() }
    form.take(request.fields)
    if form.errors.hasErrors { return form.page.answer() }
    if let wait = tooManyLinks(request) { return wait }
    do throws(PeopleError) {
      let person = try await people.join(
        token, name: form.name, address: form.address, password: form.password)
      return try await begin(person, request, to: "/desk")
    } catch {
      guard let field = error.field else {
        return try endedLink(error, "Ask an administrator for a new invitation.")
      }
      form.errors.add(field, error.description)
      return form.page.answer()
    }
  }

  /// The page for a link that does not work any more.
  func endedLink(_ error: PeopleError, _ advice: String) throws -> PortalAnswer {
    guard error == .linkEnded else { throw error }
    throw PortalProblem(410, "This link does not work", "\(error) \(advice)")
  }

  func tooManyLinks(_ request: PortalRequest) -> PortalAnswer? {
    let now = services.clock()
    return limits.askingByAddress.take(AttemptLimit.key(address: request.address), at: now).map {
      TooMany.answer(request, until: $0, now: now)
    }
  }
}

extension PeopleError {
  /// The field of a form that has to be changed, if one has.
  var field: String? {
    switch self {
    case .badName: "name"
    case .badAddress, .addressTaken, .wrongAddressOrPassword: "email"
    case .weakPassword, .busy: "password"
    case .lastAdministrator: "role"
    case .linkEnded, .noSuchAccount, .store, .failed: nil
    }
  }
}

/// The form with which somebody joins.
private struct JoinForm {
  let joiner: Joiner
  let action: String
  var name = ""
  var address = ""
  var password = ""
  var errors = FormErrors()

  init(_ joiner: Joiner, action: String) {
    self.joiner = joiner
    self.action = action
  }

  mutating func take(_ fields: FormFields) {
    name = joiner.name ?? fields["name"]
    address = joiner.address ?? fields["email"]
    password = fields.all("password").first ?? ""
    let again = fields.all("password-again").first ?? ""
    if joiner.name == nil { errors.require(fields, "name", "Type your name.") }
    if joiner.address == nil { errors.require(fields, "email", "Type your e-mail address.") }
    PasswordPair.check(password, again, &errors, personal: [name, address])
  }

  var page: SimpleForm {
    let who =
      joiner.address.map { ["You sign in with \($0). Your role is \(joiner.role.label)."] }
      ?? ["This makes the first account, which is an administrator’s."]
    let about: [Field] =
      joiner.address.map { [.hidden("username", $0)] } ?? [
        .line("name", "Your name", value: name, error: errors["name"], autocomplete: "name"),
        .line(
          "email", "Your e-mail address", value: address, error: errors["email"], type: "email",
          autocomplete: "username"),
      ]
    return SimpleForm(
      title: joiner.name.map { "Welcome, \($0)" } ?? "Welcome", introduction: who,
      errors: errors, action: action, fields: about + PasswordPair.fields(errors),
      button: "Join")
  }
}

/// A new password, typed twice.
enum PasswordPair {
  static func fields(_ errors: FormErrors) -> [Field] {
    [
      .line(
        "password", "New password",
        hint: "At least \(PasswordRules.shortest) characters. You can paste it, or let your "
          + "password manager make one.",
        error: errors["password"], type: "password", autocomplete: "new-password"),
      .line(
        "password-again", "The same password again", error: errors["password-again"],
        type: "password", autocomplete: "new-password"),
    ]
  }

  static func check(
    _ password: String, _ again: String, _ errors: inout FormErrors, personal: [String] = []
  ) {
    if let problem = PasswordRules.problem(password, personal: personal) {
      errors.add("password", problem)
    } else if password != again {
      errors.add("password-again", "This is not the same as the password above.")
    }
  }
}
