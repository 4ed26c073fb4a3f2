// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("What is heard at events")
struct EventHearingTests {
  private func over() async throws -> (EventFolder, String) {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 10)
    _ = try await folder.book(id, 2)
    folder.go(to: folder.details(capacity: 10).ends)
    return (folder, id)
  }

  @Test("Attendance is those of bookings and those without; the last count holds")
  func attendance() async throws {
    let (folder, id) = try await over()
    #expect(try folder.desk.event(id).attendance == nil)
    let booking = try #require(try folder.desk.event(id).bookings.first?.id)
    for walkIns in [5, 7] {
      try await folder.desk.recordAttendance(
        id, attended: [booking: 1], walkIns: walkIns, by: facilitator)
    }
    #expect(try folder.desk.event(id).attendance == 8)
    await #expect(throws: EventRefusal.self) {
      try await folder.desk.recordAttendance(id, attended: [booking: -1], walkIns: 1, by: office)
    }
  }

  @Test("Attendance is refused long before the event")
  func tooSoon() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 10)
    await #expect(throws: EventRefusal.self) {
      try await folder.desk.recordAttendance(id, attended: [:], walkIns: 1, by: office)
    }
  }

  @Test("A summary is public only after somebody else signs off the text they read")
  func signOff() async throws {
    let (folder, id) = try await over()
    try await folder.desk.summarise(id, summary: "First", by: facilitator)
    let first = try #require(try folder.desk.event(id).draft).text.id
    await #expect(throws: EventRefusal.self) {
      try await folder.desk.signOff(id, summary: first, by: facilitator)
    }
    try await folder.desk.summarise(id, summary: "Second", by: facilitator)
    await #expect(throws: EventRefusal.self) {
      try await folder.desk.signOff(id, summary: first, by: office)
    }
    #expect(try folder.desk.event(id).published == nil)
    let second = try #require(try folder.desk.event(id).draft).text
    try await folder.desk.signOff(id, summary: second.id, by: office)
    #expect(try folder.desk.event(id).published?.text == second)
    try await folder.desk.summarise(id, summary: "Third", by: facilitator)
    #expect(try folder.desk.event(id).published?.text == second)
  }

  @Test("An erased note is gone, and its reason stays")
  func erase() async throws {
    let (folder, id) = try await over()
    try await folder.desk.note(id, table: "1", text: "Mrs Example said…", by: facilitator)
    let note = try #require(try folder.desk.event(id).notes.first)
    try await folder.desk.eraseNote(id, note: note.id, reason: "It named a person", by: office)
    #expect(try folder.data.ledger.content(note.text.id) == nil)
    #expect(try folder.desk.event(id).notes.first?.erasedBecause == "It named a person")
  }

  @Test("Topic and stance are kept apart, and questions are answered later")
  func themes() async throws {
    let (folder, id) = try await over()
    let theme = EventTheme(id: "a", label: "Travel", stance: .concern, tables: 2, code: "travel")
    try await folder.desk.theme(id, theme, by: facilitator)
    #expect(try folder.desk.event(id).themes == [theme])
    try await folder.desk.removeTheme(id, theme: "a", by: facilitator)
    #expect(try folder.desk.event(id).themes.isEmpty)
    try await folder.desk.ask(id, question: "When?", by: facilitator)
    let question = try #require(try folder.desk.event(id).questions.first)
    #expect(question.answer == nil)
    try await folder.desk.reply(id, question: question.id, answer: "Soon", by: office)
    let answer = try #require(try folder.desk.event(id).questions.first?.answer)
    #expect(try folder.data.ledger.content(answer.id) == "Soon")
  }

  @Test("The demonstration has the same texts for the same seed, and says that it is synthetic")
  func demonstration() async throws {
    var plan = EngagementPlan(title: "Plan")
    plan.groups = [GroupDefinition(id: "g", name: "Group", purpose: "Advises.")]
    var titles: [[String]] = []
    for _ in 0..<2 {
      let folder = try EventFolder()
      try await EventsDemonstration.fill(folder.data, plan: plan, seed: 7)
      let events = try folder.desk.calendar().inOrder
      titles.append(
        events.map { "\($0.details.title) \($0.themes.map(\.label)) \($0.placesTaken)" })
      #expect(
        events.allSatisfy { $0.details.isSynthetic && $0.details.title.contains("synthetic") })
    }
    #expect(titles[0] == titles[1])
    #expect(titles[0].count == 8)
  }
}
