// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People
import Portal

/// A portal with one consultation, asked as a browser would ask.
struct CodingSite {
  let services: Services
  let portal: Portal
  let analyst = Visit(
    person: Person(id: "ann", name: "Ann", role: .programmeOffice), formSecret: "secret")
  let second = Visit(person: Person(id: "bob", name: "Bob", role: .analyst), formSecret: "secret")

  init() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/weald-coding-\(UUID().uuidString)"
    var plan = EngagementPlan(title: "Test")
    plan.consultations = [
      ConsultationDefinition(id: "c", title: "Stroke", summary: "S", form: "f", isFormal: true)
    ]
    plan.workstreams = [NamedThing(id: "digital", name: "Digital")]
    plan.options = [NamedThing(id: "a", name: "Option A")]
    services = Services(data: try DataFolder(path: path), plan: plan, prose: { $0 })
    portal = Portal(services)
    let form = FormDefinition(
      id: "f", title: "F",
      sections: [
        FormSection(
          id: "s", title: "S",
          questions: [Question(id: "why", text: "Why is that?", kind: .text(lines: 3))])
      ])
    try await services.ledger.append(
      FormEvent.published(PublishedForm(version: 1, definition: form, reason: nil)), subject: "f",
      by: .program)
    try await services.ledger.append(
      ConsultationEvent.opened(deadline: Date(timeIntervalSinceNow: 86_400)), subject: "c",
      by: .program)
  }

  func respond(_ texts: [String]) async throws {
    var drafts: [Draft] = []
    for (place, text) in texts.enumerated() {
      let answers = Answers(byQuestion: ["why": .text(text)])
      let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
      let content = Content(json, kind: "answers")
      let response = SubmittedResponse(
        id: "r\(place)", publicID: "ANON-\(place)", form: "f", formVersion: 1,
        channel: place % 2 == 0 ? .online : .paper,
        attributes: ResponseAttributes(area: place % 3 == 0 ? "deal" : "dover"), mayPublish: true,
        answers: content.reference)
      drafts.append(
        try Draft(
          ResponseEvent.submitted(response), subject: "c", by: .visitor, contents: [content]))
    }
    try await services.ledger.append(drafts)
  }

  /// The status, the HTML or text, and where it leads.
  struct Seen {
    let status: Int
    let text: String
    let leads: String
  }

  func get(
    _ path: String, _ query: [(String, String)] = [], as visit: Visit = .anonymous
  ) async -> Seen {
    await ask(.get, path, query: query, [], visit)
  }

  func post(
    _ path: String, _ fields: [(String, String)], as visit: Visit = .anonymous
  ) async -> Seen {
    await ask(.post, path, query: [], fields, visit)
  }

  private func ask(
    _ method: PortalRequest.Method, _ path: String, query: [(String, String)],
    _ fields: [(String, String)], _ visit: Visit
  ) async -> Seen {
    let request = PortalRequest(
      method: method, path: path.split(separator: "/").map(String.init),
      query: FormFields(query.map { (name: $0.0, value: $0.1) }),
      fields: FormFields(fields.map { (name: $0.0, value: $0.1) }))
    guard let answer = await portal.answer(request, visit) else {
      return Seen(status: 0, text: "", leads: "")
    }
    switch answer.body {
    case .page(let page): return Seen(status: answer.status, text: page.html, leads: "")
    case .file(_, let bytes, _):
      return Seen(status: answer.status, text: String(decoding: bytes, as: UTF8.self), leads: "")
    case .redirect(let path): return Seen(status: answer.status, text: "", leads: path)
    }
  }
}
