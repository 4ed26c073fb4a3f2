// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// What was answered, counted: for everybody once it is released, for staff at any time.
struct ResultsPart: PortalPart {
  let services: Services
  let shelf: ResultsShelf

  init(_ services: Services) {
    self.services = services
    shelf = ResultsShelf(services.ledger)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    switch (request.path.first, request.path.count) {
    case ("consultations", 3...4) where request.path[2] == "results" && request.method == .get:
      return try await open(definition(request.path[1]), request)
    case ("desk", 2...4) where request.path[1] == "results":
      return try await desk(request, visit)
    default: return nil
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.analyse) else { return [] }
    return [DeskLink(group: "Analysis", title: "Results", path: "/desk/results")]
  }

  private func definition(_ id: String) throws(PortalProblem) -> ConsultationDefinition {
    guard let found = services.plan.consultations.first(where: { $0.id == id }) else {
      throw .notFound
    }
    return found
  }

  private func open(
    _ definition: ConsultationDefinition, _ request: PortalRequest
  ) async throws -> PortalAnswer {
    let state = try services.ledger.state(ResultsState.self)
    guard state.releasedOn[definition.id] != nil else {
      let model = NotReleasedModel(
        title: definition.title, href: "/consultations/\(definition.id)",
        reason: state.withheld[definition.id])
      return .page(PortalPage("Results", template: "results-closed", model))
    }
    let view = ResultsView(
      definition: definition, plan: services.plan, results: try await shelf.results(of: definition),
      isPublic: true)
    return try await page(view, request.path.dropFirst(3).first, request, secret: nil)
  }

  private func desk(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let person = try visit.person(who: .analyse)
    guard request.path.count > 2 else { return list() }
    let definition = try definition(request.path[2])
    if request.method == .post {
      guard person.may(.runConsultations) else { throw PortalProblem.forbidden }
      return try await decide(definition, request, visit)
    }
    let view = ResultsView(
      definition: definition, plan: services.plan, results: try await shelf.results(of: definition),
      isPublic: false)
    return try await page(
      view, request.path.dropFirst(3).first, request,
      secret: person.may(.runConsultations) ? visit.formSecret : nil)
  }

  private func list() -> PortalAnswer {
    let model = ResultsListModel(
      links: services.plan.consultations.map {
        ResultsLink(href: "/desk/results/\($0.id)", label: $0.title)
      })
    return .page(PortalPage("Results", template: "results-list", model, isPrivate: true))
  }

  private func decide(
    _ definition: ConsultationDefinition, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    let event: ResultsEvent
    switch request.path.dropFirst(3).first {
    case "release": event = .released
    case "withhold":
      let reason = String(request.fields["reason"].prefix(500))
      guard !reason.isEmpty else {
        throw PortalProblem(
          422, "Give a reason", "Say why the results are closed again. The reason is public.")
      }
      event = .withheld(reason: reason)
    default: throw PortalProblem.notFound
    }
    try await services.ledger.append(event, subject: definition.id, by: visit.author)
    return .see("/desk/results/\(definition.id)")
  }

  private func page(
    _ view: ResultsView, _ question: String?, _ request: PortalRequest, secret: String?
  ) async throws -> PortalAnswer {
    guard let question else {
      let released = try services.ledger.state(ResultsState.self).releasedOn[view.definition.id]
      let model = try view.index(secret: secret, isReleased: released != nil)
      return .page(
        PortalPage(
          "Results: \(view.definition.title)", template: "results", model,
          isPrivate: !view.isPublic))
    }
    guard let asked = view.results.question(question) else { throw PortalProblem.notFound }
    let answers = try await shelf.answers(of: view.results.records)
    let model = try view.question(asked, with: request.query["with"], answers: answers)
    return .page(
      PortalPage(asked.text, template: "results-question", model, isPrivate: !view.isPublic))
  }
}
