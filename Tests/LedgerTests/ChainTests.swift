// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Testing

@testable import Ledger

@Suite("The chain")
struct ChainTests {
  @Test("has the digests that a second, plain implementation gives")
  func goldenDigests() async throws {
    let scratch = try Scratch()
    let clock = SetClock("2019-02-14T18:30:00.250Z")
    let ledger = try scratch.ledger(clock: { clock.time })
    try await ledger.note("one")
    clock.set("2019-02-14T18:30:01.000Z")
    try await ledger.append(
      NoteEvent.written(text: "two: “ü”\n"), subject: "consultation-1",
      by: Author(id: "a1", role: "analyst"))
    let zeroes = "0000000000000000000000000000000000000000000000000000000000000000"
    let first = plain([
      "1", "2019-02-14T18:30:00.250Z", "visitor", "public", "note", "written", "1", "s",
      #"{"written":{"text":"one"}}"#, zeroes,
    ])
    let second = plain([
      "2", "2019-02-14T18:30:01.000Z", "a1", "analyst", "note", "written", "1", "consultation-1",
      #"{"written":{"text":"two: “ü”\n"}}"#, first,
    ])
    #expect(try ledger.entries().map(\.digest) == [first, second])
    #expect(try ledger.entries().map(\.previous) == [zeroes, first])
    // Worked out with another program (Python's hashlib), so that the rule cannot drift unseen.
    #expect(first == "a343fea02b96ef97047a5e4e0212cc3eceb16054045900f399dbb62926e16502")
    #expect(second == "d513778f0d4bad894384c0ae45a3f9bcd85a6c0e4068064a1992c0c7b2195cf7")
  }

  private func plain(_ fields: [String]) -> String {
    var text = ""
    for field in fields { text += "\(Array(field.utf8).count):\(field)\n" }
    return SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
  }

  @Test("numbers entries from 1 without gaps, each with the digest of the one before")
  func numbers() async throws {
    let ledger = try Scratch().ledger()
    for number in 0..<20 { try await ledger.note("\(number)") }
    let entries = try ledger.entries()
    #expect(entries.map(\.sequence) == Array(1...20))
    for (before, after) in zip(entries, entries.dropFirst()) {
      #expect(after.previous == before.digest)
      #expect(after.time >= before.time)
    }
  }

  @Test("gives back what was appended, whatever the texts are", arguments: [1, 2, 3] as [UInt64])
  func anyTexts(seed: UInt64) async throws {
    let ledger = try Scratch().ledger()
    var chance = SeededChance(state: seed)
    let letters = Array("aé“\"\\\n\u{0}{},:[]/😀 ".unicodeScalars)
    var texts: [String] = []
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &chance) {
        text.unicodeScalars.append(letters[Int.random(in: 0..<letters.count, using: &chance)])
      }
      texts.append(text)
    }
    for text in texts { try await ledger.note(text) }
    #expect(try ledger.state(NoteTexts.self).texts == texts)
    #expect(try ledger.verify().isSound)
  }

  @Test("keeps times in events to the second")
  func datedEvents() throws {
    let time = LedgerTime.date("2019-02-14T18:30:05Z")
    let (type, payload) = try EventCoding.encode(NoteEvent.dated(time: time))
    #expect(type == "dated")
    #expect(payload == #"{"dated":{"time":"2019-02-14T18:30:05Z"}}"#)
  }

  @Test("refuses an event that is not one named case")
  func shapes() {
    #expect(JSONShape.soleKey(Array(#"{"a":{"b":[1,2],"c":"},\""}}"#.utf8)) == "a")
    #expect(JSONShape.soleKey(Array(#"{"a":1,"b":2}"#.utf8)) == nil)
    for text in ["", "{}", "[1]", "1", #"{"a":1"#, #"{"a"#] {
      #expect(JSONShape.soleKey(Array(text.utf8)) == nil)
    }
  }
}

@Suite("Times of the ledger")
struct LedgerTimeTests {
  @Test(
    "are written in UTC to the millisecond",
    arguments: [
      (0.0, "1970-01-01T00:00:00.000Z"), (951_782_400.0, "2000-02-29T00:00:00.000Z"),
      (-0.001, "1969-12-31T23:59:59.999Z"), (1_550_169_000.25, "2019-02-14T18:30:00.250Z"),
      (4_107_542_399.999, "2100-02-28T23:59:59.999Z"),
    ])
  func text(seconds: Double, expected: String) {
    #expect(LedgerTime.text(Date(timeIntervalSince1970: seconds)) == expected)
    #expect(LedgerTime.parsed(expected) == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "agree with Foundation where both use the Gregorian calendar, and come back as they were",
    arguments: [7, 8] as [UInt64])
  func agreement(seed: UInt64) throws {
    var chance = SeededChance(state: seed)
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for _ in 0..<500 {
      let seconds = Double(Int.random(in: -12_000_000_000...250_000_000_000, using: &chance))
      let whole = Date(timeIntervalSince1970: seconds)
      #expect(LedgerTime.text(whole) == whole.formatted(style))
      let fine = whole.addingTimeInterval(Double.random(in: 0..<1, using: &chance))
      let text = LedgerTime.text(fine)
      #expect(try #require(LedgerTime.parsed(text)) <= fine.addingTimeInterval(0.0001))
      #expect(LedgerTime.text(LedgerTime.date(text)) == text)
    }
  }

  @Test(
    "are not read from anything else",
    arguments: ["", "2019", "2019-02-14 18:30:00Z", "2019-13-01T00:00:00Z", "2019-02-14T18:30:00"])
  func nonsense(text: String) {
    #expect(LedgerTime.parsed(text) == nil)
  }

  @Test("are never out of range")
  func extremes() {
    for date in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan)] {
      #expect(LedgerTime.text(date).utf8.count == 24)
    }
  }
}
