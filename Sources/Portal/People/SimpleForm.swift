// SPDX-License-Identifier: Apache-2.0

/// A page with one form, as the template `people-form` draws it.
struct SimpleForm {
  struct Link {
    let path: String
    let label: String
  }

  let title: String
  var notice: String?
  var introduction: [String] = []
  var errors = FormErrors()
  let action: String
  var fields: [Field]
  let button: String
  var other: [Link] = []

  /// The page; with errors its status says so.
  func answer(status: Int? = nil) -> PortalAnswer {
    .page(
      PortalPage(
        errors.hasErrors ? "Problem: \(title)" : title, template: "people-form", self,
        isPrivate: true),
      status: status ?? (errors.hasErrors ? 422 : 200))
  }
}

/// A page that says one thing, with a link on.
struct Told {
  let title: String
  let paragraphs: [String]
  let path: String
  let label: String

  var answer: PortalAnswer {
    .page(PortalPage(title, template: "people-told", self, isPrivate: true))
  }
}
