// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import People

/// A form that came after its session had ended.
struct KeptForm: Codable, Sendable {
  static let kind = "kept-form"
  /// Seconds for which it is kept.
  static let time: Double = 3600
  /// The field by which a form says that it was kept.
  static let field = "kept-form"

  let account: String
  let path: String
  let names: [String]
  let values: [String]
  let keptOn: Date

  var pairs: [(name: String, value: String)] { Array(zip(names, values)).map { ($0, $1) } }
}

/// Keeps forms that came too late, so that nothing that was typed is lost.
struct KeptForms: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Fields that can be sent again: neither passwords nor what belongs to a session.
  static func replayed(_ fields: FormFields) -> [(name: String, value: String)] {
    fields.pairs.filter { pair in
      pair.name != "secret" && pair.name != KeptForm.field
        && !pair.name.lowercased().contains("password")
    }
  }

  /// Keeps a form for an account, and gives the token under which it is found.
  func keep(_ request: PortalRequest, for account: String) async throws -> String {
    let pairs = KeptForms.replayed(request.fields)
    let form = KeptForm(
      account: account, path: request.fullPath, names: pairs.map(\.name),
      values: pairs.map(\.value), keptOn: services.clock())
    let token = RandomID.make() + RandomID.make()
    try await services.data.drafts.put(form, kind: KeptForm.kind, id: SecretDigest.of(token))
    return token
  }

  /// The form of a token, if it is of this account and still kept.
  func form(_ token: String, of account: String) throws -> KeptForm? {
    let form = try services.data.drafts.get(
      KeptForm.self, kind: KeptForm.kind, id: SecretDigest.of(token))
    guard let form, form.account == account, isKept(form) else { return nil }
    return form
  }

  /// The request without the mark of a kept form.
  static func unmarked(_ request: PortalRequest) -> PortalRequest {
    var request = request
    request.fields = FormFields(request.fields.pairs.filter { $0.name != KeptForm.field })
    return request
  }

  /// Removes the kept form that a request carried, which has now been sent.
  func drop(_ request: PortalRequest) async throws {
    guard request.method == .post, request.fields.has(KeptForm.field) else { return }
    try await services.data.drafts.remove(
      kind: KeptForm.kind, id: SecretDigest.of(request.fields[KeptForm.field]))
  }

  /// Removes forms that were kept for long enough.
  func sweep() async throws {
    let forms = try services.data.drafts.all(KeptForm.self, kind: KeptForm.kind)
    for (id, form) in forms where !isKept(form) {
      try await services.data.drafts.remove(kind: KeptForm.kind, id: id)
    }
  }

  private func isKept(_ form: KeptForm) -> Bool {
    services.clock().timeIntervalSince(form.keptOn) <= KeptForm.time
  }
}

/// The page that offers a kept form to be sent again.
struct KeptFormPage {
  struct Line {
    let name: String
    let value: String
  }

  let action: String
  let fields: [Field]
  let lines: [Line]
  let ends: String

  init(_ form: KeptForm, token: String, secret: String) {
    action = form.path
    fields =
      form.pairs.map { Field.hidden($0.name, $0.value) }
      + [Field.hidden("secret", secret), Field.hidden(KeptForm.field, token)]
    // A token makes a form count once, and says nothing to a reader.
    lines = form.pairs.filter { $0.name != "token" && !$0.value.isEmpty }.map {
      Line(name: $0.name.replacing("-", with: " "), value: $0.value)
    }
    ends = AccountTimes.text(form.keptOn.addingTimeInterval(KeptForm.time))
  }

  var answer: PortalAnswer {
    .page(
      PortalPage("We kept what you typed", template: "people-kept", self, isPrivate: true))
  }
}
