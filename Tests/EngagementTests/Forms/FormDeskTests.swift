// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import Testing

@Suite("Publishing forms")
struct FormDeskTests {
  private let form = FormDefinition(
    id: "views", title: "Views",
    sections: [
      FormSection(
        id: "one", title: "One", questions: [Question(id: "a", text: "A?", kind: .yesNo)]),
      FormSection(
        id: "two", title: "Two",
        questions: [
          Question(id: "b", text: "B?", kind: .yesNo), Question(id: "c", text: "C?", kind: .yesNo),
        ]),
    ])

  private func folder() throws -> DataFolder {
    try DataFolder(path: FileManager.default.temporaryDirectory.path + "/" + RandomID.make())
  }

  @Test("Versions count up, need a reason from the second on, and never change")
  func versions() async throws {
    let data = try folder()
    let desk = FormDesk(data)
    let first = try await desk.publish(form, reason: " ", by: .program)
    #expect(first.version == 1 && first.reason == nil)
    var changed = form
    changed.title = "New"
    await #expect(throws: FormPublicationError.reasonMissing) {
      try await desk.publish(changed, reason: " \n", by: .program)
    }
    let second = try await desk.publish(changed, reason: " Clearer ", by: .program)
    #expect(second.version == 2 && second.reason == "Clearer")
    let state = try data.ledger.state(FormState.self)
    #expect(state.version(1, of: "views")?.definition == form)
    #expect(state.latest("views")?.definition == changed)
  }

  @Test("No change, problems and long reasons are refused") func refused() async throws {
    let desk = FormDesk(try folder())
    try await desk.publish(form, reason: nil, by: .program)
    await #expect(throws: FormPublicationError.unchanged(1)) {
      try await desk.publish(form, reason: "Why not", by: .program)
    }
    var wrong = form
    wrong.title = ""
    await #expect(throws: FormPublicationError.self) {
      try await desk.publish(wrong, reason: "x", by: .program)
    }
    wrong.title = "Other"
    await #expect(throws: FormPublicationError.reasonTooLong(1_001)) {
      try await desk.publish(wrong, reason: String(repeating: "x", count: 1_001), by: .program)
    }
  }

  @Test("Two people publishing at once make two versions or one refusal, never two of a number")
  func together() async throws {
    let data = try folder()
    try await FormDesk(data).publish(form, reason: nil, by: .program)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          var changed = form
          changed.title = "Title \(number)"
          _ = try? await FormDesk(data).publish(changed, reason: "Test", by: .program)
        }
      }
    }
    let versions = try data.ledger.state(FormState.self).versions["views"] ?? []
    #expect(versions.map(\.version) == Array(1...versions.count))
    #expect(versions.count >= 2)
  }

  @Test("Drafts count their revisions, and are gone when dropped") func drafts() async throws {
    let drafts = FormDrafts(try folder())
    #expect(try await drafts.keep(form, at: .now).revision == 1)
    #expect(try await drafts.keep(form, at: .now).revision == 2)
    #expect(try drafts.draft(of: "views")?.definition == form)
    #expect(try drafts.all().count == 1)
    try await drafts.drop("views")
    #expect(try drafts.draft(of: "views") == nil)
  }

  @Test("Questions move within and between sections; ends stay ends") func moves() {
    var moved = form
    let isThere = moved.move(question: "b", .up)
    #expect(isThere)
    #expect(moved.sections.map { $0.questions.map(\.id) } == [["a", "b"], ["c"]])
    moved.move(question: "a", .up)
    moved.move(question: "c", .down)
    #expect(moved.sections.map { $0.questions.map(\.id) } == [["a", "b"], ["c"]])
    moved.move(question: "b", .down)
    #expect(moved == form)
    moved.move(section: "two", .up)
    #expect(moved.sections.map(\.id) == ["two", "one"])
    moved.move(question: "b", .remove)
    moved.move(section: "one", .remove)
    #expect(moved.questions.map(\.id) == ["c"])
    let wasSection = moved.move(section: "gone", .up)
    let wasQuestion = moved.move(question: "gone", .remove)
    #expect(!wasSection && !wasQuestion)
  }

  @Test("The demonstration publishes each form once and starts one draft") func demonstration()
    async throws
  {
    let data = try folder()
    var plan = EngagementPlan(title: "Plan")
    plan.forms = [form]
    for _ in 0..<2 { try await FormsDemonstration.fill(data, plan: plan, seed: 7) }
    #expect(try data.ledger.state(FormState.self).versions["views"]?.count == 1)
    #expect(try FormDrafts(data).all().count == 1)
  }
}
