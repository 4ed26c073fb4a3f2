// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension EventDesk {
  /// Records how many came: by booking, and without one.
  ///
  /// - Throws: `EventRefusal` when the event has not started, or a number cannot be right.
  public func recordAttendance(
    _ id: String, attended: [String: Int], walkIns: Int?, by author: Author
  ) async throws(EventRefusal) {
    let event = try running(id)
    guard event.details.starts <= clock().addingTimeInterval(3600) else {
      throw .notNow("Attendance can be recorded from one hour before the event starts.")
    }
    var faults: [FieldFault] = []
    if let walkIns, !(0...5000).contains(walkIns) {
      faults.add("walk-ins", "Enter how many came without a booking, from 0 to 5,000.")
    }
    var drafts: [ListeningEvent] = []
    for booking in event.bookings {
      guard let people = attended[booking.id], people != booking.attended else { continue }
      if !(0...50).contains(people) {
        faults.add("attended-\(booking.id)", "Enter how many came, from 0 to 50.")
      }
      drafts.append(.attended(booking: booking.id, people: people))
    }
    try faults.refuse()
    if let walkIns, walkIns != event.walkIns { drafts.append(.walkedIn(people: walkIns)) }
    do {
      try await data.ledger.append(
        drafts.map { (draft) throws(LedgerError) in try Draft(draft, subject: id, by: author) })
    } catch {
      throw .ledger(error)
    }
  }

  /// Keeps what a facilitator wrote down at a table.
  ///
  /// - Throws: `EventRefusal.faults` when the note is empty or too long.
  public func note(
    _ id: String, table: String, text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try event(id)
    var faults: [FieldFault] = []
    faults.check("table", table, nil, "The table", upTo: 60)
    faults.check("note", text, "Write the note.", "The note", upTo: 10_000)
    try faults.refuse()
    let content = Content(text, kind: "event-note")
    try await record(
      .noted(id: RandomID.make(), table: table, text: content.reference), about: id, by: author,
      token: token, contents: [content])
  }

  /// Erases a note for good, as when it names a person; that there was one stays known.
  ///
  /// - Throws: `EventRefusal` when there is no such note or no reason.
  public func eraseNote(
    _ id: String, note: String, reason: String, by author: Author
  ) async throws(EventRefusal) {
    guard let found = try event(id).notes.first(where: { $0.id == note }) else { throw .notFound }
    var faults: [FieldFault] = []
    faults.check("reason", reason, "Say why the note is erased.", "The reason", upTo: 300)
    try faults.refuse()
    do {
      try await data.ledger.erase(
        [found.text.id],
        saying: Draft(ListeningEvent.noteErased(id: note, reason: reason), subject: id, by: author))
    } catch {
      throw .ledger(error)
    }
  }

  /// Notes a theme; a theme with the id of an earlier one takes its place.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func theme(
    _ id: String, _ theme: EventTheme, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try event(id)
    var faults: [FieldFault] = []
    faults.check("label", theme.label, "Enter the topic.", "The topic", upTo: 80)
    faults.check("code", theme.code ?? "", nil, "The code", upTo: 60)
    if let tables = theme.tables, !(0...500).contains(tables) {
      faults.add("tables", "Enter a number of tables from 0 to 500, or leave it empty.")
    }
    try faults.refuse()
    try await record(.themed(theme), about: id, by: author, token: token)
  }

  /// Takes a theme away that was noted by mistake.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func removeTheme(
    _ id: String, theme: String, by author: Author
  ) async throws(EventRefusal) {
    guard try event(id).themes.contains(where: { $0.id == theme }) else { throw .notFound }
    try await record(.themeRemoved(id: theme), about: id, by: author)
  }

  /// Keeps a question that was asked.
  ///
  /// - Throws: `EventRefusal.faults`.
  public func ask(
    _ id: String, question: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try event(id)
    let content = try text(question, "question", "Write the question.", upTo: 2000)
    try await record(
      .asked(id: RandomID.make(), question: content.reference), about: id, by: author,
      token: token, contents: [content])
  }

  /// Answers a question; a later answer takes the place of an earlier one.
  ///
  /// - Throws: `EventRefusal`.
  public func reply(
    _ id: String, question: String, answer: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard try event(id).questions.contains(where: { $0.id == question }) else { throw .notFound }
    let content = try text(answer, "answer", "Write the answer.", upTo: 4000)
    try await record(
      .answered(id: question, answer: content.reference), about: id, by: author, token: token,
      contents: [content])
  }

  /// Writes “what we heard”, which somebody else must sign off before it is public.
  ///
  /// - Throws: `EventRefusal` before the event starts.
  public func summarise(
    _ id: String, summary: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard try running(id).details.starts <= clock() else {
      throw .notNow("The summary can be written once the event has started.")
    }
    let content = try text(summary, "summary", "Write what you heard.", upTo: 20_000)
    try await record(
      .summarised(summary: content.reference), about: id, by: author, token: token,
      contents: [content])
  }

  /// Makes the last summary public.
  ///
  /// `summary` is the id of the text that was read, so that nobody signs what they have not seen.
  ///
  /// - Throws: `EventRefusal` when it was written by the same person or has changed since.
  public func signOff(
    _ id: String, summary: String, by author: Author
  ) async throws(EventRefusal) {
    guard let draft = try event(id).draft else { throw .notFound }
    guard draft.signedOffOn == nil else { throw .notNow("This summary is signed off already.") }
    guard draft.text.id == summary else {
      throw .notNow("The summary was changed while you read it. Read it again, then sign it off.")
    }
    guard draft.author.id != author.id else {
      throw .notNow("Somebody other than the person who wrote the summary must sign it off.")
    }
    try await record(.signedOff, about: id, by: author, token: "signed-off-" + summary)
  }

  private func text(
    _ text: String, _ field: String, _ missing: String, upTo length: Int
  ) throws(EventRefusal) -> Content {
    var faults: [FieldFault] = []
    faults.check(field, text, missing, "The text", upTo: length)
    try faults.refuse()
    return Content(text, kind: "event-\(field)")
  }
}
