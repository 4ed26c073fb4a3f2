// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("On a bad day")
struct BadDayTests {
  @Test("a full disk refuses what has no room, records what has, and goes on when there is room")
  func fullDisk() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try await ledger.note("first")
    try limit(ledger.pool, more: 8)
    let big = String(repeating: "x", count: 200_000)
    let outcomes = await withTaskGroup(of: (isBig: Bool, problem: LedgerError?).self) { group in
      for task in 0..<12 {
        group.addTask {
          let isBig = task % 3 == 0
          do throws(LedgerError) {
            try await ledger.note(isBig ? big : "small")
            return (isBig, nil)
          } catch {
            return (isBig, error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for outcome in outcomes {
      #expect(outcome.problem == (outcome.isBig ? .diskFull(file: scratch.file) : nil))
    }
    #expect(
      try ledger.state(NoteTexts.self).texts == ["first"] + Array(repeating: "small", count: 8))
    #expect(try ledger.verify().isSound)
    try limit(ledger.pool, more: 1000)
    try await ledger.note(big)
    #expect(try ledger.entries().count == 10)
  }

  private func limit(_ pool: DatabasePool, more: Int) throws {
    try pool.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + more)")
    }
  }

  @Test("a full disk never leaves a part of several events")
  func fullDiskBatch() async throws {
    let ledger = try Scratch().ledger()
    try limit(ledger.pool, more: 8)
    let texts = ["small", String(repeating: "x", count: 200_000)]
    let drafts = try texts.map {
      try Draft(NoteEvent.written(text: $0), subject: "s", by: .visitor)
    }
    await #expect(throws: LedgerError.self) { try await ledger.append(drafts) }
    #expect(try ledger.entries().isEmpty)
  }

  @Test("a file that is no database is named and not touched")
  func noDatabase() throws {
    let scratch = try Scratch()
    for text in ["hello", String(repeating: "not a database ", count: 500)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.file))
      #expect(throws: LedgerError.wrongFile(file: scratch.file, expected: "a ledger")) {
        try scratch.ledger()
      }
      #expect(FileManager.default.contents(atPath: scratch.file) == Data(text.utf8))
    }
  }

  @Test("a store of records is not taken for a ledger, nor a ledger for a store")
  func wrongKind() async throws {
    let scratch = try Scratch()
    let store = scratch.path + "/store"
    do { try await PrivateStore(file: store).put("x", kind: "k", id: "1") }
    do { try await scratch.ledger().note("a") }
    #expect(throws: LedgerError.wrongFile(file: store, expected: "a ledger")) {
      try Ledger(file: store)
    }
    #expect(
      throws: LedgerError.wrongFile(file: scratch.file, expected: "a store of private records")
    ) {
      try PrivateStore(file: scratch.file)
    }
  }

  @Test("a file of a later program is named with its layout and not touched")
  func newer() throws {
    let scratch = try Scratch()
    do { _ = try scratch.ledger() }
    try scratch.tamper("PRAGMA user_version = 9")
    let before = FileManager.default.contents(atPath: scratch.file)
    #expect(throws: LedgerError.newer(file: scratch.file, found: 9, known: 2)) {
      try scratch.ledger()
    }
    #expect(FileManager.default.contents(atPath: scratch.file) == before)
  }

  @Test("a file of the first layout is brought to the present one, with all that is in it")
  func older() async throws {
    let scratch = try Scratch()
    do {
      let ledger = try scratch.ledger()
      try await ledger.attach(Content("text", kind: "k"))
    }
    try scratch.tamper(
      """
      ALTER TABLE content DROP COLUMN erased; DROP TABLE snapshot;
      PRAGMA user_version = 0; PRAGMA application_id = 0;
      """)
    let ledger = try scratch.ledger()
    #expect(try ledger.verify().contents == 1)
    try await ledger.saveSnapshot(NoteTexts.self)
  }

  @Test("another program that holds the lock is waited for, then named")
  func locked() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger(patience: 0.2)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: scratch.file, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    await #expect(throws: LedgerError.busy(file: scratch.file, seconds: 0.2)) {
      try await ledger.note("a")
    }
    #expect(try ledger.entries().isEmpty)
    async let patient = scratch.ledger().note("b")
    try await Task.sleep(for: .milliseconds(50))
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(try await patient.entry.sequence == 1)
  }

  @Test("a clock that is put back never makes the chain go back, and is named once")
  func clockBack() async throws {
    let scratch = try Scratch()
    let clock = SetClock("2019-02-14T12:00:00.000Z")
    let notes = HeardNotes()
    let ledger = try Ledger(file: scratch.file, clock: { clock.time }, note: notes.hear)
    try await ledger.note("a")
    clock.set("2019-02-14T11:00:00.000Z")
    try await ledger.note("b")
    try await ledger.note("c")
    #expect(notes.all == [.clockIsBehind(file: scratch.file, seconds: 3600)])
    clock.set("2019-02-14T12:00:01.000Z")
    try await ledger.note("d")
    clock.set("2019-02-14T12:00:00.500Z")
    try await ledger.note("e")
    #expect(notes.all.map { "\($0)" }.last?.contains("0.5 seconds behind") == true)
    #expect(notes.all.count == 2)
    let times = try ledger.entries().map { LedgerTime.text($0.time) }
    #expect(
      times == [
        "2019-02-14T12:00:00.000Z", "2019-02-14T12:00:00.000Z", "2019-02-14T12:00:00.000Z",
        "2019-02-14T12:00:01.000Z", "2019-02-14T12:00:01.000Z",
      ])
    #expect(try ledger.verify().isSound)
  }

  @Test("every message says what is wrong and what to do", arguments: BadDayTests.problems)
  func messages(problem: LedgerError) {
    #expect(problem.description.count > 20)
    #expect(problem.description.hasSuffix("."))
    #expect(!problem.description.contains(".."))
  }

  static let problems: [LedgerError] = [
    .unavailable(file: "f", reason: "no such file"), .diskFull(file: "f"), .readOnly(file: "f"),
    .busy(file: "f", seconds: 10), .wrongFile(file: "f", expected: "a ledger"),
    .damaged(file: "f", reason: "malformed"), .newer(file: "f", found: 3, known: 2),
    .diskFault(file: "f", reason: "disk I/O error"), .lookupTaken(kind: "account"),
    .refused("f is there already. Nothing was changed."), .failed("it did not work"),
    .unreadable("not JSON"),
  ]
}

/// The right to write is not refused to the superuser, so these run for anybody else.
@Suite("Where nothing may be written", .enabled(if: geteuid() != 0))
struct ReadOnlyTests {
  @Test("a file is named, and opens neither a ledger nor a store")
  func file() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try await ledger.note("a")
    try ledger.pool.close()
    #expect(chmod(scratch.file, 0o400) == 0)
    #expect(throws: LedgerError.readOnly(file: scratch.file)) { try scratch.ledger() }
    #expect(try Ledger.verify(file: scratch.file).entries == 1)
  }

  @Test("a folder is named, whether the file is there or not")
  func folder() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try await ledger.note("a")
    // While it is open its log is there, and needs no right to the folder.
    try ledger.pool.close()
    #expect(chmod(scratch.path, 0o500) == 0)
    defer { chmod(scratch.path, 0o700) }
    #expect(throws: LedgerError.readOnly(file: scratch.file)) { try scratch.ledger() }
    let new = scratch.path + "/new.sqlite"
    #expect(throws: LedgerError.readOnly(file: new)) { try PrivateStore(file: new) }
    let folder = scratch.path + "/data"
    #expect(throws: LedgerError.readOnly(file: folder)) { try DataFolder(path: folder) }
  }

  @Test("a file that cannot be read is named")
  func unreadable() async throws {
    let scratch = try Scratch()
    do { try await scratch.ledger().note("a") }
    #expect(chmod(scratch.file, 0) == 0)
    #expect(throws: LedgerError.self) { try scratch.ledger() }
    #expect(throws: LedgerError.self) { try Ledger.verify(file: scratch.file) }
  }
}
