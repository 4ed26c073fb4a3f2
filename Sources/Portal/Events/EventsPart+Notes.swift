// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// What was said at an event: notes, themes, questions.
struct EventNotesPage {
  let title: String
  let path: String
  let action: String
  let secret: String
  let token: String
  let errors: FormErrors?
  let notes: [Note]
  let themes: [Theme]
  let questions: [Question]
  let noteFields: [Field]
  let themeFields: [Field]
  let questionFields: [Field]
  let mayErase: Bool

  struct Note {
    let noteID: String
    let table: String
    let text: [String]
    let erased: String?
    let reason: Field?
  }

  struct Theme {
    let id: String
    let label: String
    let stance: String
  }

  struct Question {
    let id: String
    let text: [String]
    let answer: Field
  }
}

extension EventsPart {
  func notes(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let person = try visit.person(who: .capture)
    let event = try event(id)
    let fields = request.fields
    guard request.method == .post else {
      return try notesPage(event, fields, nil, visit)
    }
    return try await EventOutcome.of {
      try notesPage(event, fields, $0, visit)
    } _: {
      try await keep(id, fields, person, visit.author)
      return "/desk/events/\(id)/notes"
    }
  }

  private func keep(
    _ id: String, _ fields: FormFields, _ person: Person, _ author: Author
  ) async throws {
    // The forms of the page share one random word; each may be sent once.
    let token = "\(fields["what"])-\(fields.formToken)"
    switch fields["what"] {
    case "note":
      try await desk.note(
        id, table: fields["table"], text: fields["note"], by: author, token: token)
    case "erase":
      guard person.may(.moderate) else { throw PortalProblem.forbidden }
      let name = "reason-\(fields["id"])"
      try await EventOutcome.beside(name) {
        try await desk.eraseNote(id, note: fields["id"], reason: fields[name], by: author)
      }
    case "theme": try await desk.theme(id, try Self.theme(fields), by: author, token: token)
    case "remove-theme": try await desk.removeTheme(id, theme: fields["id"], by: author)
    case "question":
      try await desk.ask(id, question: fields["question"], by: author, token: token)
    case "answer": try await answer(id, fields, author)
    default: throw EventRefusal.notFound
    }
  }

  private func answer(_ id: String, _ fields: FormFields, _ author: Author) async throws {
    let name = "answer-\(fields["id"])"
    try await EventOutcome.beside(name) {
      try await desk.reply(
        id, question: fields["id"], answer: fields[name], by: author,
        token: "\(fields["id"])-\(fields.formToken)")
    }
  }

  private static func theme(_ fields: FormFields) throws(EventRefusal) -> EventTheme {
    var errors = FormErrors()
    let tables = Int(fields["tables"])
    if tables == nil && !fields["tables"].isEmpty {
      errors.add("tables", "Enter a whole number of tables, or leave it empty.")
    }
    let stance = EventTheme.Stance(rawValue: fields["stance"])
    if stance == nil { errors.add("stance", "Choose where people stood.") }
    if fields["label"].isEmpty { errors.add("label", "Enter the topic.") }
    try errors.refuse()
    return EventTheme(
      id: RandomID.make(), label: fields["label"], stance: stance ?? .neutral, tables: tables,
      code: fields["code"].isEmpty ? nil : fields["code"])
  }

  private func notesPage(
    _ event: ScheduledEvent, _ typed: FormFields, _ errors: FormErrors?, _ visit: Visit
  ) throws -> PortalAnswer {
    let mayErase = visit.person?.may(.moderate) ?? false
    let notes = try event.notes.map { note in
      EventNotesPage.Note(
        noteID: note.id, table: note.table.isEmpty ? "No table" : "Table: \(note.table)",
        text: EventText.paragraphs(try text(note.text)), erased: note.erasedBecause,
        reason: mayErase && note.erasedBecause == nil
          ? .line(
            "reason-\(note.id)", "Why erase this note?", value: typed["reason-\(note.id)"],
            error: errors?["reason-\(note.id)"]) : nil)
    }
    let questions = try event.questions.map { asked in
      let name = "answer-\(asked.id)"
      return EventNotesPage.Question(
        id: asked.id, text: EventText.paragraphs(try text(asked.question)),
        answer: .box(
          name, "Answer", value: typed.has(name) ? typed[name] : try text(asked.answer),
          error: errors?[name], rows: 3))
    }
    let page = EventNotesPage(
      title: event.details.title, path: "/desk/events/\(event.id)",
      action: "/desk/events/\(event.id)/notes", secret: visit.formSecret, token: typed.formToken,
      errors: errors, notes: notes,
      themes: event.themes.map {
        .init(id: $0.id, label: $0.label, stance: $0.stance.label)
      }, questions: questions, noteFields: Self.noteFields(typed, errors),
      themeFields: Self.themeFields(typed, errors),
      questionFields: [
        .box("question", "Question", value: typed["question"], error: errors?["question"], rows: 3)
      ], mayErase: mayErase)
    return .page(
      PortalPage("Notes: \(event.details.title)", template: "events-notes", page, isPrivate: true),
      status: errors == nil ? 200 : 422)
  }

  private static func noteFields(_ typed: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .line(
        "table", "Table or group (optional)", value: typed["table"], error: errors?["table"]),
      .box(
        "note", "Note", value: typed["note"],
        hint: "Write what was said, not who said it. Only staff see notes.",
        error: errors?["note"], rows: 6),
    ]
  }

  private static func themeFields(_ typed: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .line(
        "label", "Topic", value: typed["label"], hint: "Such as: travel to hospital.",
        error: errors?["label"]),
      .radios(
        "stance", "Where people stood", EventTheme.Stance.allCases.map { ($0.rawValue, $0.label) },
        chosen: typed["stance"], error: errors?["stance"]),
      .line(
        "tables", "At how many tables? (optional)", value: typed["tables"],
        error: errors?["tables"]),
      .line(
        "code", "Code of the code frame (optional)", value: typed["code"], error: errors?["code"]),
    ]
  }
}
