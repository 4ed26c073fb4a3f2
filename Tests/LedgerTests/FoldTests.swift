// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Ledger

@Suite("States of folds")
struct FoldTests {
  @Test("take in what another program wrote")
  func otherProgram() async throws {
    let scratch = try Scratch()
    let (one, other) = (try scratch.ledger(), try scratch.ledger())
    #expect(try one.state(NoteTexts.self).texts == [])
    try await other.note("a")
    #expect(try one.state(NoteTexts.self).texts == ["a"])
    try await other.append(OtherEvent.happened(number: 1), subject: "s", by: .program)
    try await one.note("b")
    #expect(try one.state(NoteTexts.self).texts == ["a", "b"])
    #expect(try other.state(NoteTexts.self).texts == ["a", "b"])
  }

  @Test("hold an event as soon as it is acknowledged, for callers at once")
  func callersAtOnce() async throws {
    let ledger = try Scratch().ledger()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<40 {
        group.addTask {
          try await ledger.note("\(task)")
          let texts = try ledger.state(NoteTexts.self).texts
          #expect(texts.contains("\(task)"))
          #expect(Set(texts).count == texts.count)
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.state(NoteTexts.self).texts == fold(try ledger.entries()).texts)
  }

  private func fold(_ entries: [Entry]) throws -> NoteTexts {
    var state = NoteTexts()
    for entry in entries { state.apply(try EventCoding.decode(NoteEvent.self, entry), entry) }
    return state
  }

  @Test("as of a time are those of a fold over the events until then, at every boundary")
  func asOf() async throws {
    let clock = SetClock("2019-02-14T12:00:00.000Z")
    let ledger = try Scratch().ledger(clock: { clock.time })
    try await ledger.note("a")
    try await ledger.note("b")
    clock.set("2019-02-14T12:00:00.001Z")
    try await ledger.note("c")
    let cases: [(String, [String])] = [
      ("2019-02-14T11:59:59.999Z", []), ("2019-02-14T12:00:00.000Z", ["a", "b"]),
      ("2019-02-14T12:00:00.001Z", ["a", "b", "c"]), ("2020-01-01T00:00:00Z", ["a", "b", "c"]),
    ]
    for isKept in [false, true] {
      if isKept { try await ledger.saveSnapshot(NoteTexts.self) }
      for (time, texts) in cases {
        #expect(try ledger.state(NoteTexts.self, asOf: LedgerTime.date(time)).texts == texts)
        #expect(try ledger.entries(asOf: LedgerTime.date(time)).count == texts.count)
      }
    }
    let fine = LedgerTime.date("2019-02-14T12:00:00.000Z").addingTimeInterval(0.0009)
    #expect(try ledger.state(NoteTexts.self, asOf: fine).texts == ["a", "b"])
  }

  @Test("stop at an event that cannot be read, say which, and go on once it can")
  func unreadable() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try await ledger.note("a")
    try await ledger.note("b")
    try scratch.tamper(#"UPDATE entry SET payload = '{"gone":{}}' WHERE sequence = 2"#)
    for _ in 0..<2 {
      let problem = #expect(throws: LedgerError.self) { try ledger.state(NoteTexts.self) }
      #expect(problem?.description.contains("entry 2 (note, written)") == true)
    }
    try scratch.tamper(#"UPDATE entry SET payload = '{"written":{"text":"b"}}' WHERE sequence = 2"#)
    #expect(try ledger.state(NoteTexts.self).texts == ["a", "b"])
  }
}

@Suite("Kept states")
struct SnapshotTests {
  /// Counts how many events it was told of since it was made or read.
  struct Counting: SnapshotFold {
    typealias Event = NoteEvent
    static let snapshotName = "counting"
    static let snapshotVersion = 3
    var count = 0
    var told = 0

    enum CodingKeys: CodingKey { case count }

    mutating func apply(_ event: NoteEvent, _ entry: Entry) {
      count += 1
      told += 1
    }
  }

  private func kept() async throws -> Scratch {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    for number in 0..<10 { try await ledger.note("\(number)") }
    try await ledger.saveSnapshot(Counting.self)
    try await ledger.note("after")
    return scratch
  }

  @Test("save a start from reading all events")
  func used() async throws {
    let state = try await kept().ledger().state(Counting.self)
    #expect(state.count == 11)
    #expect(state.told == 1)
  }

  @Test(
    "are not used when they do not fit the fold or the chain",
    arguments: [
      "UPDATE snapshot SET version = 2", "UPDATE snapshot SET digest = 'x'",
      "UPDATE snapshot SET state = '{\"count\":99}'", "UPDATE snapshot SET sequence = 12",
      "UPDATE entry SET digest = 'x' WHERE sequence = 10",
    ])
  func discarded(sql: String) async throws {
    let scratch = try await kept()
    try scratch.tamper(sql)
    let ledger = try scratch.ledger()
    let state = try ledger.state(Counting.self)
    #expect(state.count == 11)
    #expect(state.told == 11)
    try await ledger.saveSnapshot(Counting.self)
    #expect(try scratch.ledger().state(Counting.self).told == 0)
  }

  @Test("are used for a time after them only, and the newest are kept")
  func severalStates() async throws {
    let clock = SetClock("2019-01-01T00:00:00Z")
    let scratch = try Scratch()
    let ledger = try scratch.ledger(clock: { clock.time })
    for day in 1...30 {
      clock.set("2019-01-\(day < 10 ? "0" : "")\(day)T00:00:00Z")
      try await ledger.note("\(day)")
      try await ledger.saveSnapshot(Counting.self)
    }
    let late = try ledger.state(Counting.self, asOf: LedgerTime.date("2019-01-20T00:00:00Z"))
    #expect(late.count == 20 && late.told == 0)
    let early = try ledger.state(Counting.self, asOf: LedgerTime.date("2019-01-03T00:00:00Z"))
    #expect(early.count == 3 && early.told == 3)
    #expect(try ledger.verify().isSound)
  }
}
