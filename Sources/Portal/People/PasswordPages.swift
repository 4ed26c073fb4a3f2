// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mail
import People

extension PeoplePart {
  /// The pages under /desk/password.
  func password(
    _ request: PortalRequest, _ visit: Visit, _ rest: [String]
  ) async throws -> PortalAnswer? {
    switch (rest.first, rest.count) {
    case (nil, _): return try await changePassword(request, visit)
    case ("forgot", 1): return forgotten(request)
    case ("reset", 2): return try await reset(request, rest[1])
    default: return nil
    }
  }

  private func changePassword(
    _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let person = try visit.person(who: .enterTheDesk)
    guard request.method == .post else {
      if request.query["done"] == "yes" { return Told.passwordChanged.answer }
      return change(FormErrors(), visit).answer()
    }
    var errors = FormErrors()
    let now = request.fields.all("password-now").first ?? ""
    let password = request.fields.all("password").first ?? ""
    if now.isEmpty { errors.add("password-now", "Type the password that you have now.") }
    PasswordPair.check(
      password, request.fields.all("password-again").first ?? "", &errors,
      personal: [person.name])
    if errors.hasErrors { return change(errors, visit).answer() }
    let time = services.clock()
    if let until = limits.byAccount.take(person.id, at: time) {
      return TooMany.answer(request, until: until, now: time)
    }
    do throws(PeopleError) {
      guard try await people.isPassword(now, of: person.id) else {
        errors.add("password-now", "This is not the password that you have now.")
        return change(errors, visit).answer()
      }
      limits.byAccount.giveBack(person.id)
      try await people.changePassword(person, to: password)
      return try await begin(person, request, to: "/desk/password?done=yes")
    } catch {
      guard let field = error.field else { throw error }
      errors.add(field, error.description)
      return change(errors, visit).answer()
    }
  }

  private func change(_ errors: FormErrors, _ visit: Visit) -> SimpleForm {
    SimpleForm(
      title: "Change your password",
      introduction: ["You stay signed in here. All your other devices are signed out."],
      errors: errors, action: "/desk/password",
      fields: [
        .hidden("secret", visit.formSecret),
        .line(
          "password-now", "The password you have now", error: errors["password-now"],
          type: "password", autocomplete: "current-password"),
      ] + PasswordPair.fields(errors), button: "Change the password")
  }

  private func forgotten(_ request: PortalRequest) -> PortalAnswer {
    if request.query["done"] == "yes" { return Told.linkOnItsWay(services.mail.delivers).answer }
    var form = SimpleForm(
      title: "Get a new password",
      introduction: ["Type the e-mail address with which you sign in."],
      action: "/desk/password/forgot", fields: [], button: "Ask for a link")
    guard request.method == .post else {
      form.fields = [addressField(FormErrors(), "")]
      return form.answer()
    }
    let address = request.fields["email"]
    if (try? MailAddress(address)) == nil {
      form.errors.add("email", PeopleError.badAddress.description)
      form.fields = [addressField(form.errors, String(address.prefix(254)))]
      return form.answer()
    }
    if let wait = tooManyLinks(request) { return wait }
    // The same answer, as fast, whether there is such an account or not.
    let key = SecretDigest.of(address.lowercased())
    if limits.askingByAccount.take(key, at: services.clock()) == nil {
      Task { [people] in await people.forgotten(address: address, origin: request.origin) }
    }
    return .see("/desk/password/forgot?done=yes")
  }

  private func addressField(_ errors: FormErrors, _ value: String) -> Field {
    .line(
      "email", "E-mail address", value: value, error: errors["email"], type: "email",
      autocomplete: "username")
  }

  private func reset(_ request: PortalRequest, _ token: String) async throws -> PortalAnswer {
    let advice = "Ask for a new link at /desk/password/forgot."
    guard try await people.isResetLink(token) else { return try endedLink(.linkEnded, advice) }
    var form = SimpleForm(
      title: "Choose a new password", action: request.fullPath,
      fields: PasswordPair.fields(FormErrors()), button: "Save the new password")
    guard request.method == .post else { return form.answer() }
    let password = request.fields.all("password").first ?? ""
    PasswordPair.check(
      password, request.fields.all("password-again").first ?? "", &form.errors)
    if !form.errors.hasErrors {
      if let wait = tooManyLinks(request) { return wait }
      do throws(PeopleError) {
        try await people.reset(token, to: password)
        return Told.passwordReset.answer
      } catch {
        guard let field = error.field else { return try endedLink(error, advice) }
        form.errors.add(field, error.description)
      }
    }
    form.fields = PasswordPair.fields(form.errors)
    return form.answer()
  }
}

extension Told {
  fileprivate static let passwordChanged = Told(
    title: "Your password is changed",
    paragraphs: ["You are still signed in here. All your other devices are signed out."],
    path: "/desk", label: "Go to your desk")

  fileprivate static let passwordReset = Told(
    title: "Your new password is saved", paragraphs: ["All your devices are signed out."],
    path: "/desk/sign-in", label: "Sign in")

  fileprivate static func linkOnItsWay(_ isMailed: Bool) -> Told {
    Told(
      title: "Your link is on its way",
      paragraphs: [
        "If there is an account with this address, there is now a link for it. "
          + "It works once, and for 2 hours.",
        isMailed
          ? "We have mailed it. Look among unwanted mail too."
          : "This site sends no mail. Ask an administrator to hand the link over to you.",
      ], path: "/desk/sign-in", label: "Back to signing in")
  }
}
