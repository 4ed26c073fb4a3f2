// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People

/// What every page of consultations reads.
struct ConsultationPages: Sendable {
  let services: Services
  let hooks = ConsultationHooks.standard
  /// The name under which a person's acts are on record, by account.
  static let nameKind = "public-name"
  /// Published responses to a page.
  static let pageSize = 20

  init(_ services: Services) { self.services = services }

  var now: Date { services.clock() }
  var plan: EngagementPlan { services.plan }
  var desk: ConsultationDesk {
    ConsultationDesk(data: services.data, plan: plan, hooks: hooks)
  }
  var moderation: ModerationDesk { ModerationDesk(services.ledger, hooks: hooks) }
  var purge: Purge { Purge(data: services.data, plan: plan, hooks: hooks) }

  func definition(_ id: String) throws(PortalProblem) -> ConsultationDefinition {
    guard let found = plan.consultations.first(where: { $0.id == id }) else { throw .notFound }
    return found
  }

  func record(_ id: String) throws -> ConsultationRecord {
    try services.ledger.state(ConsultationState.self).record(id)
  }

  /// The form as it was last published, or as it stands in the plan.
  func form(of definition: ConsultationDefinition) throws -> FormDefinition? {
    try services.ledger.state(FormState.self).latest(definition.form)?.definition
      ?? plan.forms.first { $0.id == definition.form }
  }

  func question(_ id: String, in form: FormDefinition?) -> Question? {
    form?.questions.first { $0.id == id }
  }

  func areaName(_ id: String?) -> String {
    guard let id else { return "Not given" }
    return plan.areas.first { $0.id == id }?.name ?? id
  }

  /// The kinds of respondents that a form offers, with their words.
  func respondentTypes(_ form: FormDefinition?) -> [Choice] {
    guard let question = form?.questions.first(where: { $0.attribute == .respondentType }) else {
      return []
    }
    return ClosedAnswer.choices(of: question.kind)
  }

  func typeName(_ id: String?, in form: FormDefinition?) -> String {
    guard let id else { return "Not given" }
    return respondentTypes(form).first { $0.id == id }?.text ?? id
  }

  /// Keeps the name of a person who acts on the record, beside the chain.
  func keepName(of person: Person) async throws {
    let record = SignedName(name: person.name, role: person.role.label)
    try await services.data.contacts.put(record, kind: Self.nameKind, id: person.id)
  }

  /// Who did something, by name where it is kept, otherwise by role.
  func name(of author: Author) -> String {
    let found = try? services.data.contacts.get(
      SignedName.self, kind: Self.nameKind, id: author.id)
    if let found { return "\(found.name), \(found.role)" }
    if author == .program { return "the program" }
    let role = Role(rawValue: author.role)?.label ?? author.role
    return "\(role), account \(author.id)"
  }

  /// A page for staff, which no browser keeps.
  func staff(
    _ title: String, _ template: String, _ model: Any, _ errors: FormErrors = FormErrors()
  ) -> PortalAnswer {
    .page(
      PortalPage(
        errors.hasErrors ? "Problem: " + title : title, template: "consultations-" + template,
        model, isPrivate: true), status: errors.hasErrors ? 422 : 200)
  }
}

/// The name under which somebody acts on the record.
struct SignedName: Codable, Sendable {
  let name: String
  let role: String
}

/// A link with its words; without an address the words stand alone.
struct ConsultationLink {
  let text: String
  let href: String
  let leads: Bool

  init(_ text: String, _ href: String?) {
    self.text = text
    self.href = href ?? ""
    leads = href != nil
  }
}

/// What happened on a day, in words.
struct DatedLine {
  let date: String
  let text: String
}
