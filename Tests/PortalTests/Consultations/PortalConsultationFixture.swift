// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People
import Portal
import Synchronization

/// A portal over a data folder of its own, with a clock that can be moved.
final class PortalConsultationFixture: Sendable {
  let data: DataFolder
  let portal: Portal
  private let path: String

  init(_ start: String = "2018-02-02T09:00:00Z") throws {
    let time = ClockBox(Self.date(start))
    box = time
    path =
      FileManager.default.temporaryDirectory.appending(path: "consult-\(UUID().uuidString)")
      .path
    data = try DataFolder(path: path, clock: { time.now })
    portal = Portal(
      Services(
        data: data, plan: Self.plan, clock: { time.now },
        prose: { "<p>\($0.replacing("<", with: "&lt;"))</p>" }))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  final class ClockBox: Sendable {
    private let time: Mutex<Date>
    init(_ start: Date) { time = Mutex(start) }
    var now: Date { time.withLock { $0 } }
    func move(_ to: Date) { time.withLock { $0 = to } }
  }
  private let box: ClockBox

  static func date(_ text: String) -> Date {
    (try? Date(text, strategy: .iso8601)) ?? .distantPast
  }

  func move(to text: String) { box.move(Self.date(text)) }

  static func visit(_ role: Role) -> Visit {
    Visit(
      person: Person(id: "account-\(role.rawValue)", name: "Pat Example", role: role),
      formSecret: "secret-of-the-form")
  }

  func get(
    _ path: String, _ query: [(String, String)] = [], as role: Role? = nil
  ) async -> (status: Int, html: String) {
    await ask(
      PortalRequest(
        method: .get, path: path.split(separator: "/").map(String.init),
        query: FormFields(query.map { (name: $0.0, value: $0.1) })), role)
  }

  func post(
    _ path: String, _ fields: [(String, String)], as role: Role? = .programmeOffice
  ) async -> (status: Int, html: String) {
    let all = [("secret", "secret-of-the-form")] + fields
    return await ask(
      PortalRequest(
        method: .post, path: path.split(separator: "/").map(String.init),
        fields: FormFields(all.map { (name: $0.0, value: $0.1) })), role)
  }

  /// The status, with the page or the address to which it leads.
  private func ask(_ request: PortalRequest, _ role: Role?) async -> (status: Int, html: String) {
    let visit = role.map(Self.visit) ?? .anonymous
    guard let answer = await portal.answer(request, visit) else { return (0, "") }
    switch answer.body {
    case .page(let page): return (answer.status, page.html)
    case .redirect(let path): return (answer.status, path)
    case .file(_, let bytes, _): return (answer.status, String(decoding: bytes, as: UTF8.self))
    }
  }

  static let form = FormDefinition(
    id: "views", title: "Views", returnAddress: "Freepost EXAMPLE",
    sections: [
      FormSection(
        id: "one", title: "One",
        questions: [
          Question(
            id: "agree", text: "Do you agree?", kind: .agree([Choice(id: "a", text: "Three units")])
          ),
          Question(id: "why", text: "Why?", kind: .text(lines: 5)),
          Question(
            id: "who", text: "Who are you?",
            kind: .chooseOne([Choice(id: "resident", text: "A resident")], allowsOther: true),
            attribute: .respondentType),
        ])
    ])

  static var plan: EngagementPlan {
    var plan = EngagementPlan(title: "Test plan")
    plan.forms = [form]
    var stroke = ConsultationDefinition(
      id: "stroke", title: "Stroke services", summary: "Where should <units> be?", form: "views",
      isFormal: true)
    stroke.services = [ServiceInArea(service: "Stroke", area: "Kent", proposal: "Three units")]
    stroke.options = ["a", "b"]
    stroke.documents = ["full"]
    plan.consultations = [
      stroke,
      ConsultationDefinition(
        id: "later", title: "Something later", summary: "Soon.", form: "none", isFormal: false),
    ]
    plan.options = [
      NamedThing(id: "a", name: "Option A", path: "/options/stroke"),
      NamedThing(id: "b", name: "Option B"),
    ]
    plan.areas = [
      AreaProfile(id: "medway", name: "Medway", population: 600),
      AreaProfile(id: "thanet", name: "Thanet", population: 400),
    ]
    plan.documents = [DocumentDefinition(id: "full", title: "The document", summary: "All of it.")]
    return plan
  }

  func publishForm() async throws {
    try await data.ledger.append(
      FormEvent.published(PublishedForm(version: 1, definition: Self.form, reason: nil)),
      subject: "views", by: .program)
  }

  func respond(_ number: Int, _ words: String, flags: [ResponseFlag] = []) async throws {
    let answers = Answers(byQuestion: [
      "agree": .scale(["a": "agree"]), "why": .text(words), "who": .choice("resident", other: nil),
    ])
    let content = Content(
      String(decoding: try JSONEncoder().encode(answers), as: UTF8.self), kind: "answers")
    try await data.ledger.append(
      ResponseEvent.submitted(
        SubmittedResponse(
          id: "private-\(number)", publicID: "ANON-\(number)", form: "views", formVersion: 1,
          channel: .online,
          attributes: ResponseAttributes(area: "medway", respondentType: "resident"),
          mayPublish: true, answers: content.reference, flags: flags)),
      subject: "stroke", by: .visitor, contents: [content])
  }

  /// What a hidden or other field of a page holds.
  static func value(of name: String, in html: String) -> String {
    guard let start = html.range(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(html[start.upperBound...].prefix { $0 != "\"" })
  }
}
