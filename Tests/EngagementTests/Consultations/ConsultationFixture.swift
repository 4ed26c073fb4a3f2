// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import Synchronization

/// A data folder with a clock that stands still until it is moved.
final class ConsultationFixture: Sendable {
  final class Clock: Sendable {
    private let time: Mutex<Date>
    init(_ start: Date) { time = Mutex(start) }
    var now: Date { time.withLock { $0 } }
    func move(to date: Date) { time.withLock { $0 = date } }
  }

  static let office = Author(id: "officer-1", role: "programme-office")
  let clock = Clock(ConsultationFixture.time("2018-02-02T09:00:00Z"))
  let data: DataFolder
  let plan: EngagementPlan
  private let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "consult-\(UUID().uuidString)")
      .path
    data = try DataFolder(path: path, clock: { [clock] in clock.now })
    plan = Self.plan
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var desk: ConsultationDesk { ConsultationDesk(data: data, plan: plan) }
  var moderation: ModerationDesk { ModerationDesk(data.ledger) }
  var record: ConsultationRecord {
    get throws { try data.ledger.state(ConsultationState.self).record("stroke") }
  }

  static func time(_ text: String) -> Date {
    (try? Date(text, strategy: .iso8601)) ?? .distantPast
  }

  static func day(_ text: String) -> ConsultationDay {
    ConsultationDay(text) ?? ConsultationDay(of: .distantPast)
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
            kind: .chooseOne(
              [Choice(id: "resident", text: "A resident"), Choice(id: "staff", text: "Staff")],
              allowsOther: true), attribute: .respondentType),
        ])
    ], variants: [])

  static var plan: EngagementPlan {
    var plan = EngagementPlan(title: "Test plan")
    plan.forms = [form]
    plan.consultations = [
      ConsultationDefinition(
        id: "stroke", title: "Stroke services", summary: "Where?", form: "views", isFormal: true)
    ]
    plan.areas = [
      AreaProfile(id: "medway", name: "Medway", population: 600),
      AreaProfile(id: "thanet", name: "Thanet", population: 400),
    ]
    return plan
  }

  func publishForm() async throws {
    try await data.ledger.append(
      FormEvent.published(PublishedForm(version: 1, definition: Self.form, reason: nil)),
      subject: "views", by: Self.office)
  }

  func open() async throws {
    try await publishForm()
    try await desk.open(
      "stroke", until: Self.day("2018-04-13"), at: clock.now, by: Self.office)
  }

  /// A response with words; its ids are made of a number.
  func respond(
    _ number: Int, _ words: String?, area: String? = "medway", mayPublish: Bool = true,
    other: String? = nil
  ) async throws {
    let content = Content(try Self.json(words, other), kind: "answers")
    let response = SubmittedResponse(
      id: "private-\(number)", publicID: "ANON-\(number)", form: "views", formVersion: 1,
      channel: number.isMultiple(of: 2) ? .online : .paper,
      attributes: ResponseAttributes(area: area, respondentType: "resident"),
      mayPublish: mayPublish, answers: content.reference)
    try await data.ledger.append(
      ResponseEvent.submitted(response), subject: "stroke", by: .visitor, contents: [content])
  }

  func revise(_ number: Int, _ words: String) async throws {
    let content = Content(try Self.json(words, nil), kind: "answers")
    try await data.ledger.append(
      ResponseEvent.revised(
        response: "private-\(number)", answers: content.reference,
        attributes: ResponseAttributes(area: "medway", respondentType: "resident")),
      subject: "stroke", by: .visitor, contents: [content])
  }

  private static func json(_ words: String?, _ other: String?) throws -> String {
    var answers = Answers(byQuestion: [
      "agree": .scale(["a": "agree"]), "who": .choice("resident", other: other),
    ])
    if let words { answers["why"] = .text(words) }
    return String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
  }
}
