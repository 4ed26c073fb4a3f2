// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import Testing

@testable import Portal

@Suite("After sending, and around the deadline")
struct SentTests {
  private func sent(_ stage: RespondStage) async -> String {
    let path = await stage.begin()
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "First thought")])
    _ = await stage.send(path)
    return path
  }

  @Test("After sending, the draft holds no answers and back buttons lead to the receipt")
  func back() async throws {
    let stage = try await RespondStage.make()
    let path = await sent(stage)
    #expect(await stage.get("\(path)/care")?.target == "\(path)/done")
    #expect(await stage.get("\(path)/check")?.target == "\(path)/done")
    let id = try #require(try stage.responses.first?.response.publicID)
    #expect(await stage.get("\(path)/done")?.html.contains(id) == true)
    let drafts = try stage.data.drafts.all(ResponseDraft.self, kind: "response-draft")
    #expect(drafts.allSatisfy { $0.record.answers.byQuestion.isEmpty })
    let receipt = await stage.get("/respond/receipt?code=\(id.lowercased())")
    #expect(receipt?.html.contains("14 July 2017") == true)
  }

  @Test("The same answers again are nothing; other answers replace, and it counts once")
  func revised() async throws {
    let stage = try await RespondStage.make()
    let path = await sent(stage)
    _ = await stage.post("\(path)/change")
    _ = await stage.send(path)
    #expect(try stage.responses.first?.revisions == 0)
    _ = await stage.post("\(path)/change")
    #expect(await stage.get("\(path)/care")?.html.contains("First thought") == true)
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Second thought")])
    _ = await stage.send(path, publish: "no")
    let record = try #require(try stage.responses.first)
    #expect(try stage.responses.count == 1)
    #expect(record.revisions == 1 && !record.response.mayPublish)
    let text = try #require(try stage.data.ledger.content(record.response.answers.id))
    #expect(text.contains("Second thought"))
  }

  @Test("A page that is still open in another tab after sending loses nothing")
  func lateTab() async throws {
    let stage = try await RespondStage.make()
    let path = await sent(stage)
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "From the other tab")])
    #expect(await stage.get("\(path)/check")?.html.contains("From the other tab") == true)
    _ = await stage.send(path)
    #expect(try stage.responses.count == 1)
  }

  @Test("A response that was closed for good can't be opened again")
  func finished() async throws {
    let stage = try await RespondStage.make()
    let path = await sent(stage)
    _ = await stage.post("\(path)/finish")
    #expect(await stage.post("\(path)/change")?.target == "\(path)/check")
    #expect(await stage.get("\(path)/check")?.target == "\(path)/done")
    #expect(await stage.post("\(path)/care", [("asked", "why"), ("q-why", "x")])?.status == 404)
  }

  @Test("After the deadline nothing is sent, what was typed is shown, and an extension re-opens it")
  func deadline() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    stage.now = RespondStage.start + 31 * 86_400
    let late = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Too late?")])
    #expect(late?.status == 422)
    #expect(late?.html.contains("Too late?") == true)
    #expect(await stage.send(path)?.status == 422)
    #expect(await stage.get("\(path)/care")?.html.contains("Too late?") == true)
    #expect(try stage.responses.isEmpty)
    #expect(await stage.begin() == "")
    try await stage.data.ledger.append(
      ConsultationEvent.extended(deadline: stage.now + 86_400, reason: "Snow"),
      subject: "stroke", by: .program)
    #expect(await stage.send(path)?.target == "\(path)/done")
    #expect(try stage.responses.count == 1)
  }

  @Test("Who started on version 1 finishes version 1; the next starts on version 2")
  func versions() async throws {
    let stage = try await RespondStage.make()
    let early = await stage.begin()
    var form = RespondStage.form
    form.sections[0].questions[0].text = "What matters most of all?"
    try await stage.publish(form, version: 2)
    let late = await stage.begin()
    #expect(await stage.get("\(early)/care")?.html.contains("What matters to you?") == true)
    #expect(await stage.get("\(late)/care")?.html.contains("most of all") == true)
    _ = await stage.send(early)
    _ = await stage.send(late)
    #expect(try stage.responses.map(\.response.formVersion) == [1, 2])
  }

  @Test("A filled trap and too much hurry are flags, and never a refusal")
  func flags() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    _ = await stage.post("\(path)/send", [("publish", "yes"), ("website", "http://example.org")])
    let slow = await stage.begin()
    stage.now += 600
    _ = await stage.send(slow)
    #expect(try stage.responses.map(\.response.flags) == [[.trap, .tooQuick], []])
  }

  @Test("Drafts are gone some days after the end, and not before")
  func purge() async throws {
    let stage = try await RespondStage.make()
    _ = await stage.begin()
    let drafts = ResponseDrafts(stage.data.drafts)
    let state = try stage.data.ledger.state(ConsultationState.self)
    let early = try await drafts.purge(
      daysAfterTheEnd: 28, consultations: state, at: RespondStage.start + 57 * 86_400)
    #expect(early == 0)
    let late = try await drafts.purge(
      daysAfterTheEnd: 28, consultations: state, at: RespondStage.start + 59 * 86_400)
    #expect(late == 1)
  }
}
