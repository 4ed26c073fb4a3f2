// SPDX-License-Identifier: Apache-2.0

/// The page to sign in on; it stands in for every page that needs it.
struct SignInPage {
  static let somethingKept =
    "Your session ended before the form was sent. We kept what you typed, for one hour. "
    + "Sign in, and you can send it."
  static let nothingKept = "Your form was not taken, because you have not signed in."

  var address = ""
  /// Where to go afterwards.
  var next: String?
  /// The token of a form that was kept.
  var kept: String?
  var notice: String?
  var errors = FormErrors()

  func answer(status: Int? = nil) -> PortalAnswer {
    var form = SimpleForm(
      title: "Sign in", notice: notice,
      introduction: ["For people who work on this plan. You need no account to have your say."],
      errors: errors, action: "/desk/sign-in",
      fields: [
        .line(
          "email", "E-mail address", value: address, error: errors["email"], type: "email",
          autocomplete: "username"),
        .line(
          "password", "Password", error: errors["password"], type: "password",
          autocomplete: "current-password"),
      ],
      button: "Sign in",
      other: [.init(path: "/desk/password/forgot", label: "I have forgotten my password")])
    if let next { form.fields.append(.hidden("next", next)) }
    if let kept { form.fields.append(.hidden("kept", kept)) }
    return form.answer(status: status)
  }
}
