// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// A consultation with responses, in a folder of its own.
struct CodingFixture {
  let data: DataFolder
  let desk: CodingDesk
  let analyst = Author(id: "ann", role: "analyst")

  init() throws {
    let path = FileManager.default.temporaryDirectory.path + "/weald-coding-\(UUID().uuidString)"
    data = try DataFolder(path: path)
    desk = CodingDesk(data.ledger, store: CommentStore(data.ledger))
  }

  var plan: EngagementPlan {
    var plan = EngagementPlan(title: "Test")
    plan.consultations = [
      ConsultationDefinition(id: "c", title: "C", summary: "S", form: "f", isFormal: true)
    ]
    plan.workstreams = [NamedThing(id: "digital", name: "Digital")]
    plan.options = [NamedThing(id: "a", name: "Option A")]
    return plan
  }

  /// Adds a response for each text, named r0, r1 and so on, to the question “why”.
  func respond(_ texts: [String], from start: Int = 0) async throws {
    var drafts: [Draft] = []
    for (place, text) in texts.enumerated() {
      let answers = Answers(byQuestion: ["why": .text(text)])
      let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
      let content = Content(json, kind: "answers")
      let response = SubmittedResponse(
        id: "r\(start + place)", publicID: "ANON-\(start + place)", form: "f", formVersion: 1,
        channel: .online,
        attributes: ResponseAttributes(area: "deal", respondentType: "resident"),
        mayPublish: true, answers: content.reference)
      drafts.append(
        try Draft(
          ResponseEvent.submitted(response), subject: "c", by: .visitor, contents: [content]))
    }
    try await data.ledger.append(drafts)
  }

  func addCodes(_ titles: [String]) async throws {
    for title in titles {
      let rules = CodeFrameRules(try desk.coding("c").frame)
      let words = CodeWords(title: title, description: "About \(title)")
      try await desk.record(try rules.add(words, reason: "test"), of: "c", by: analyst)
    }
  }

  func comment(_ number: Int) -> CommentID { CommentID(response: "r\(number)", question: "why") }

  func code(_ numbers: [Int], _ codes: [String], stance: Stance? = nil) async throws {
    try await desk.code(
      CodingAct(
        comments: numbers.map(comment), give: codes,
        stance: stance.map { .given($0) } ?? .unchanged), of: "c", by: analyst)
  }
}
