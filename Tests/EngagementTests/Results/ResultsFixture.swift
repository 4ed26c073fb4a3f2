// SPDX-License-Identifier: Apache-2.0

import Demonstration
import Engagement
import Forms
import Foundation
import Ledger

/// A data folder with one consultation, and responses as a test wants them.
final class ResultsFixture {
  let folder: String
  let data: DataFolder
  let clock = SyntheticClock(Date(timeIntervalSince1970: 1_517_500_000))
  var definition: ConsultationDefinition {
    ConsultationDefinition(
      id: "clinic", title: "A clinic", summary: "Here or there?", form: "clinic", isFormal: true)
  }

  init() throws {
    let path = NSTemporaryDirectory() + "weald-results-" + UUID().uuidString
    folder = path
    let clock = clock
    data = try DataFolder(path: path, clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func form(extraChoice: Bool = false) -> FormDefinition {
    var places = [Choice(id: "here", text: "Here"), Choice(id: "there", text: "There")]
    if extraChoice { places.append(Choice(id: "nowhere", text: "Nowhere")) }
    return FormDefinition(
      id: "clinic", title: "A clinic",
      sections: [
        FormSection(
          id: "views", title: "Your views",
          questions: [
            Question(id: "place", text: "Where?", kind: .chooseOne(places, allowsOther: false)),
            Question(
              id: "agree", text: "Do you agree?",
              kind: .agree([Choice(id: "change", text: "It has to change.")])),
            Question(id: "open", text: "Is it open late?", kind: .yesNo),
            Question(
              id: "hours", text: "Until when?", kind: .text(lines: 2),
              askIf: Condition(question: "open", isAnyOf: ["yes"])),
            Question(id: "why", text: "Why?", kind: .text(lines: 4)),
          ]),
        FormSection(
          id: "you", title: "About you",
          questions: [
            Question(
              id: "area", text: "Where do you live?",
              kind: .chooseOne(
                [Choice(id: "up", text: "Uptown"), Choice(id: "down", text: "Downtown")],
                allowsOther: false), attribute: .area)
          ]),
      ])
  }

  func publish(_ form: FormDefinition, version: Int = 1) async throws {
    try await data.ledger.append(
      FormEvent.published(PublishedForm(version: version, definition: form, reason: nil)),
      subject: form.id, by: .program)
  }

  /// Appends a response and gives its private id.
  @discardableResult
  func respond(
    _ answers: [String: Answer], version: Int = 1, channel: Channel = .online,
    mayPublish: Bool = true
  ) async throws -> String {
    let content = try AnswerCoding.content(Answers(byQuestion: answers))
    let id = RandomID.make()
    let attributes = ResponseAttributes(
      Answers(byQuestion: answers), of: Self.form(extraChoice: true))
    try await data.ledger.append(
      ResponseEvent.submitted(
        SubmittedResponse(
          id: id, publicID: PublicCode.publicID(), form: "clinic", formVersion: version,
          channel: channel, attributes: attributes, mayPublish: mayPublish,
          answers: content.reference)),
      subject: "clinic", by: .visitor, contents: [content])
    return id
  }

  func results() async throws -> ConsultationResults {
    try await ResultsShelf(data.ledger).results(of: definition)
  }
}
