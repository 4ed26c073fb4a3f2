// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People
import Synchronization

@testable import Portal

/// A portal over a fresh data folder, with a clock that a test sets.
final class RespondStage: Sendable {
  let data: DataFolder
  let portal: Portal
  let folder: String
  private let clock = SharedClock()
  static let start = Date(timeIntervalSince1970: 1_500_000_000)

  var now: Date {
    get { clock.time.withLock { $0 } }
    set { clock.time.withLock { $0 = newValue } }
  }

  static func make() async throws -> RespondStage {
    let stage = try RespondStage()
    try await stage.publish(Self.form, version: 1)
    try await stage.data.ledger.append(
      ConsultationEvent.opened(deadline: start + 30 * 86_400), subject: "stroke", by: .program)
    return stage
  }

  private init() throws {
    folder = NSTemporaryDirectory() + "weald-respond-" + RandomID.make()
    let data = try DataFolder(path: folder, clock: clock.read)
    self.data = data
    var plan = EngagementPlan(title: "Plan")
    plan.consultations = [
      ConsultationDefinition(
        id: "stroke", title: "Stroke services", summary: "", form: "views", isFormal: true)
    ]
    var services = Services(
      data: data, plan: plan, clock: clock.read, prose: { "<p>\($0)</p>" })
    services.personalDetails = PersonalDetails { text in
      text.contains("01622 000000") ? [.init(kind: "a phone number", masked: "01… …00")] : []
    }
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func publish(_ form: FormDefinition, version: Int) async throws {
    try await data.ledger.append(
      FormEvent.published(PublishedForm(version: version, definition: form, reason: nil)),
      subject: "views", by: .program)
  }

  func get(
    _ path: String, cookies: [String: String] = [:], as person: Person? = nil
  ) async -> PortalAnswer? {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let request = PortalRequest(
      method: .get, path: Self.split(parts.first ?? ""),
      query: FormFields(encoded: parts.count > 1 ? parts[1] : ""), cookies: cookies)
    return await portal.answer(request, Visit(person: person, formSecret: "secret"))
  }

  func post(
    _ path: String, _ fields: [(name: String, value: String)] = [],
    cookies: [String: String] = [:], as person: Person? = nil
  ) async -> PortalAnswer? {
    let request = PortalRequest(
      method: .post, path: Self.split(path), fields: FormFields(fields), cookies: cookies)
    return await portal.answer(request, Visit(person: person, formSecret: "secret"))
  }

  private static func split(_ path: String) -> [String] {
    path.split(separator: "#")[0].split(separator: "/").map(String.init)
  }

  var responses: [ResponseRecord] {
    get throws { try data.ledger.state(ResponseState.self).responses(to: "stroke") }
  }

  /// Starts a draft, and gives its address.
  func begin(_ token: String = RandomID.make()) async -> String {
    let answer = await post("/consultations/stroke/respond", [(name: "token", value: token)])
    return answer?.target ?? ""
  }

  func send(
    _ path: String, publish: String = "yes", cookies: [String: String] = [:]
  ) async -> PortalAnswer? {
    await post("\(path)/send", [(name: "publish", value: publish)], cookies: cookies)
  }
}

/// A clock that a test sets.
private final class SharedClock: Sendable {
  let time = Mutex(RespondStage.start)
  var read: @Sendable () -> Date { { self.time.withLock { $0 } } }
}

extension PortalAnswer {
  var target: String? { if case .redirect(let path) = body { path } else { nil } }
  var isPrivate: Bool { if case .page(let page) = body { page.isPrivate } else { false } }
}

extension RespondStage {
  static let keyer = Person(id: "keyer", name: "Kim", role: .contributor)
  static let other = Person(id: "other", name: "Oli", role: .contributor)

  static let form = FormDefinition(
    id: "views", title: "Your views",
    sections: [
      FormSection(
        id: "care", title: "Care",
        questions: [
          Question(id: "why", text: "What matters to you?", kind: .text(lines: 4)),
          Question(id: "use", text: "Did you use it?", kind: .yesNo),
          Question(
            id: "how", text: "How was it?", kind: .text(lines: 3),
            askIf: Condition(question: "use", isAnyOf: ["yes"])),
        ]),
      FormSection(
        id: "digital", title: "Digital", isOptional: true,
        questions: [Question(id: "app", text: "Do you use an app?", kind: .yesNo)]),
      FormSection(
        id: "you", title: "About you",
        questions: [
          Question(
            id: "area", text: "Where do you live?",
            kind: .chooseOne(
              [Choice(id: "medway", text: "Medway"), Choice(id: "thanet", text: "Thanet")],
              allowsOther: false), attribute: .area)
        ]),
    ],
    variants: [
      FormVariant(
        id: "easy-read", name: "Easy read", language: "en-GB",
        words: ["question.why.text": "Tell us what you think."])
    ])
}
