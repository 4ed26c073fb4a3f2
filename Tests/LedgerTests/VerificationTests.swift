// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization
import Testing

@testable import Ledger

@Suite("Verifying")
struct VerificationTests {
  private func written() async throws -> (scratch: Scratch, content: Content) {
    let scratch = try Scratch()
    let clock = SetClock("2019-02-14T12:00:00.000Z")
    let ledger = try scratch.ledger(clock: { clock.time })
    let content = Content("private", kind: "k")
    for number in 1...3 { try await ledger.note("\(number)") }
    try await ledger.attach(content)
    clock.set("2019-02-14T13:00:00.000Z")
    for number in 5...6 { try await ledger.note("\(number)") }
    return (scratch, content)
  }

  @Test("counts what is right")
  func sound() async throws {
    let (scratch, _) = try await written()
    let outcome = try Ledger.verify(file: scratch.file)
    #expect(outcome.isSound)
    #expect(outcome.entries == 6 && outcome.contents == 1 && outcome.erased == 0)
    #expect(outcome.first == LedgerTime.date("2019-02-14T12:00:00.000Z"))
    #expect(outcome.last == LedgerTime.date("2019-02-14T13:00:00.000Z"))
    #expect(try outcome.end == scratch.ledger().anchor())
  }

  @Test("an empty ledger is sound")
  func empty() throws {
    let outcome = try Scratch().ledger().verify()
    #expect(outcome.isSound && outcome.entries == 0 && outcome.first == nil)
  }

  @Test(
    "names the first entry that is wrong, and how",
    arguments: [
      (
        "UPDATE entry SET payload = '{\"written\":{\"text\":\"x\"}}' WHERE sequence = 3", 3,
        "digest"
      ),
      ("UPDATE entry SET author = 'somebody' WHERE sequence = 2", 2, "digest"),
      ("UPDATE entry SET digest = 'x' WHERE sequence = 5", 5, "digest"),
      ("UPDATE entry SET previous = 'x' WHERE sequence = 5", 5, "previous"),
      ("DELETE FROM entry WHERE sequence = 2", 3, "gap"),
      ("DELETE FROM entry WHERE sequence = 1", 2, "gap"),
      ("UPDATE content SET text = 'changed'", 4, "content"),
      ("UPDATE content SET salt = 'changed'", 4, "content"),
      ("UPDATE content SET salt = NULL, text = NULL", 4, "contentMissing"),
      ("UPDATE content SET salt = NULL, text = NULL, erased = 5", 4, "contentMissing"),
      ("DELETE FROM content", 4, "contentMissing"),
    ])
  func wrong(sql: String, sequence: Int64, kind: String) async throws {
    let (scratch, _) = try await written()
    try scratch.tamper(sql)
    let problem = try #require(try Ledger.verify(file: scratch.file).problem)
    #expect(problem.sequence == sequence)
    #expect(problem.kind.rawValue == kind)
    #expect(problem.description.hasPrefix("Entry \(sequence): "))
  }

  @Test("sees a time that goes backwards though every digest was made to fit")
  func backwards() async throws {
    let (scratch, _) = try await written()
    let rows = try scratch.ledger().read { try Array(EntryRange().cursor($0)) }
    let draft = try Draft(NoteEvent.written(text: "6"), subject: "s", by: .visitor)
    let forged = EntryRow(
      draft, sequence: 6, time: "2019-02-14T11:00:00.000Z", previous: rows[4].digest)
    try scratch.tamper(
      "UPDATE entry SET time = ?, digest = ? WHERE sequence = 6",
      arguments: [forged.time, forged.digest])
    let problem = try #require(try Ledger.verify(file: scratch.file).problem)
    #expect(problem.kind == .time && problem.sequence == 6)
  }

  @Test("with an anchor sees that the end was cut off or made anew")
  func anchors() async throws {
    let (scratch, _) = try await written()
    let anchor = try scratch.ledger().anchor()
    #expect(try Ledger.verify(file: scratch.file, against: anchor).isSound)
    try scratch.tamper("DELETE FROM entry WHERE sequence > 4")
    #expect(try Ledger.verify(file: scratch.file).isSound)
    let cut = try #require(try Ledger.verify(file: scratch.file, against: anchor).problem)
    #expect(cut.kind == .cutOff && cut.sequence == 5)
    let ledger = try scratch.ledger()
    for number in 5...7 { try await ledger.note("again \(number)") }
    let anew = try #require(try ledger.verify(against: anchor).problem)
    #expect(anew.kind == .anchor && anew.sequence == 6)
  }

  @Test("anchors are read as they are written, and nothing else is")
  func anchorTexts() {
    let anchor = Anchor(sequence: 12, digest: String(repeating: "0a", count: 32))
    #expect(Anchor(anchor.description) == anchor)
    for text in [
      "", "12", "12:", "x:\(anchor.digest)", "12:\(anchor.digest)0", "-1:\(anchor.digest)",
    ] {
      #expect(Anchor(text) == nil)
    }
  }

  @Test("a page at a time tells how far it is, and never looks at half of what is being written")
  func pages() async throws {
    let ledger = try Scratch().ledger()
    let drafts = try (0..<4100).map {
      try Draft(NoteEvent.written(text: "\($0)"), subject: "s", by: .visitor)
    }
    try await ledger.append(drafts)
    let heard = Mutex<[Int]>([])
    async let more: Receipt = ledger.note("more")
    let outcome = try ledger.verify { done, _ in heard.withLock { $0.append(done) } }
    _ = try await more
    #expect(outcome.isSound && outcome.entries >= 4100)
    #expect(heard.withLock { $0.starts(with: [0, 2000, 4000]) })
  }

  @Test("finds references wherever they are in an event, and not in texts that look like them")
  func references() {
    let one = Content("a", kind: "k").reference
    let other = Content("b", kind: "k").reference
    func json(_ reference: ContentReference) -> String {
      #"{"digest":"\#(reference.digest)","id":"\#(reference.id)"}"#
    }
    let escaped = json(other).replacingOccurrences(of: "\"", with: "\\\"")
    let payload = #"{"x":{"a":[\#(json(one)),\#(json(other))],"t":"\#(escaped)","e":{}}}"#
    #expect(ReferenceScanner.references(payload) == [one, other])
    #expect(ReferenceScanner.references(String(payload.prefix(60))) == [])
  }
}

@Suite("Erasing")
struct ErasureTests {
  @Test("removes the bytes from the files, and the chain stays sound")
  func gone() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let secret = "Erase-me-\(RandomID.make())"
    let contents = [Content(secret, kind: "k"), Content(secret + "-2", kind: "k")]
    for content in contents { try await ledger.attach(content) }
    #expect(try scratch.holds(secret))
    let count = try await ledger.erase(
      contents.map(\.id),
      saying: Draft(NoteEvent.written(text: "erased"), subject: "s", by: .program))
    #expect(count == 2)
    #expect(try ledger.contents(contents.map(\.id)).isEmpty)
    #expect(try !scratch.holds(secret))
    let outcome = try ledger.verify()
    #expect(outcome.isSound && outcome.erased == 2 && outcome.contents == 0)
    #expect(try ledger.entries().map(\.type) == ["attached", "attached", "written", "erased"])
    try await ledger.pool.vacuum()
    #expect(try !scratch.holds(secret))
    #expect(try ledger.verify().isSound)
  }

  @Test("twice is the same as once; with a token it is recorded once")
  func twice() async throws {
    let ledger = try Scratch().ledger()
    let content = Content("text", kind: "k")
    try await ledger.attach(content)
    let draft = try Draft(
      NoteEvent.written(text: "erased"), subject: "s", by: .program, token: "certificate")
    #expect(try await ledger.erase([content.id, content.id], saying: draft) == 1)
    let anchor = try ledger.anchor()
    #expect(try await ledger.erase([content.id, "unknown"], saying: draft) == 0)
    #expect(try ledger.anchor() == anchor)
    #expect(try ledger.verify().isSound)
  }

  @Test("waits for nobody who reads, and clears the log once they are done")
  func whileReading() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let secret = "Erase-me-\(RandomID.make())"
    let content = Content(secret, kind: "k")
    try await ledger.attach(content)
    let reader = try ledger.pool.makeSnapshot()
    _ = try await reader.read { try ChainEnd.sequence($0) }
    let draft = try Draft(NoteEvent.written(text: "erased"), subject: "s", by: .program)
    try await ledger.erase([content.id], saying: draft)
    #expect(try ledger.content(content.id) == nil)
    try reader.close()
    try await ledger.note("later")
    #expect(try !scratch.holds(secret))
  }
}
