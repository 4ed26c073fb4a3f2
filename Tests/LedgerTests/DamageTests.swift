// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Damaged files")
struct DamageTests {
  /// A ledger of 60 events, as bytes of its file and of its write-ahead log.
  private func written(
    closed: Bool
  ) async throws -> (file: Data, log: Data, anchor: Anchor, entries: [Entry]) {
    let scratch = try Scratch()
    var anchor = Anchor(sequence: 0, digest: "")
    var entries: [Entry] = []
    var log = Data()
    do {
      let ledger = try scratch.ledger()
      for number in 0..<60 {
        let text = String(repeating: "\(number) ", count: 100)
        if number % 2 == 0 {
          try await ledger.note(text)
        } else {
          try await ledger.attach(Content(text, kind: "k"))
        }
      }
      anchor = try ledger.anchor()
      entries = try ledger.entries()
      if closed {
        try ledger.pool.close()
      } else {
        log = try #require(FileManager.default.contents(atPath: scratch.file + "-wal"))
      }
    }
    // The log was read while the ledger was open, and the file too: closing would merge them.
    let file = try #require(
      closed ? FileManager.default.contents(atPath: scratch.file) : Data())
    return (file, log, anchor, entries)
  }

  @Test("a file that was cut short is called damaged, wherever it was cut")
  func cutShort() async throws {
    let (file, _, anchor, _) = try await written(closed: true)
    for part in stride(from: 1, through: 9, by: 2) {
      let scratch = try Scratch()
      try file.prefix(file.count * part / 10).write(to: URL(fileURLWithPath: scratch.file))
      do {
        #expect(try !Ledger.verify(file: scratch.file, against: anchor).isSound)
        _ = try scratch.ledger().state(NoteTexts.self)
      } catch let problem as LedgerError {
        #expect(isDamage(problem))
      }
    }
  }

  private func isDamage(_ problem: LedgerError) -> Bool {
    switch problem {
    case .damaged, .wrongFile, .unreadable, .diskFault, .failed, .newer: true
    default: false
    }
  }

  @Test(
    "a byte that was changed anywhere is found, or changes nothing",
    arguments: 1...30 as ClosedRange<UInt64>)
  func changedBytes(seed: UInt64) async throws {
    let (file, _, anchor, entries) = try await written(closed: true)
    var chance = SeededChance(state: seed)
    var bytes = file
    for _ in 0..<4 {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      bytes[place] ^= UInt8.random(in: 1...255, using: &chance)
    }
    let scratch = try Scratch()
    try bytes.write(to: URL(fileURLWithPath: scratch.file))
    do {
      let outcome = try Ledger.verify(file: scratch.file, against: anchor)
      let ledger = try scratch.ledger()
      if outcome.isSound {
        #expect(try ledger.entries() == entries)
        #expect(try ledger.state(NoteTexts.self).texts.count == 30)
      }
      _ = try? ledger.entries()
      _ = try? ledger.state(NoteTexts.self)
      _ = try? await ledger.note("after")
    } catch let problem as LedgerError {
      #expect(isDamage(problem), "\(problem)")
    }
  }

  @Test(
    "a write-ahead log that was changed or cut loses its end whole, and an anchor shows it",
    arguments: 1...12 as ClosedRange<UInt64>)
  func changedLog(seed: UInt64) async throws {
    let (_, log, anchor, entries) = try await written(closed: false)
    var chance = SeededChance(state: seed)
    var bytes = log
    let place = Int.random(in: bytes.count / 2..<bytes.count, using: &chance)
    if seed % 3 == 0 { bytes = bytes.prefix(place) } else { bytes[place] ^= 0x55 }
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: scratch.file))
    try bytes.write(to: URL(fileURLWithPath: scratch.file + "-wal"))
    let ledger = try scratch.ledger()
    let found = try ledger.entries()
    #expect(found == Array(entries.prefix(found.count)))
    #expect(try ledger.verify().isSound)
    #expect(try ledger.verify(against: anchor).isSound == (found.count == entries.count))
    try await ledger.note("after")
    #expect(try ledger.entries().count == found.count + 1)
  }
}
