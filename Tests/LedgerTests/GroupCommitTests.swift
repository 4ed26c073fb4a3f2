// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Appending")
struct GroupCommitTests {
  @Test("waits for the disk: the write-ahead log is flushed at every commit")
  func durability() throws {
    let scratch = try Scratch()
    for pool in [try scratch.ledger().pool, try PrivateStore(file: scratch.path + "/p").pool] {
      let mode = try pool.writeWithoutTransaction { database in
        (
          try String.fetchOne(database, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(database, sql: "PRAGMA synchronous"),
          try Int.fetchOne(database, sql: "PRAGMA secure_delete")
        )
      }
      #expect(mode == ("wal", 2, 1))
    }
  }

  @Test("from many tasks loses nothing and gives each its own number")
  func manyTasks() async throws {
    let ledger = try Scratch().ledger()
    let numbers = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for task in 0..<100 {
        group.addTask {
          var numbers: [Int64] = []
          for number in 0..<5 {
            numbers.append(try await ledger.note("\(task)/\(number)").entry.sequence)
          }
          return numbers
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(numbers.sorted() == Array(1...500))
    #expect(Set(try ledger.state(NoteTexts.self).texts).count == 500)
    #expect(try ledger.verify().isSound)
  }

  @Test("the same token from 50 tasks records one event, and answers 49 repeats")
  func oneToken() async throws {
    let ledger = try Scratch().ledger()
    let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
      for task in 0..<50 {
        group.addTask { try await ledger.note("\(task)", token: "same") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.filter(\.isRepeat).count == 49)
    #expect(Set(receipts.map(\.entry)).count == 1)
    #expect(try ledger.entries().count == 1)
  }

  @Test("a repeat keeps no second text")
  func repeatedText() async throws {
    let ledger = try Scratch().ledger()
    let (first, second) = (Content("a", kind: "k"), Content("b", kind: "k"))
    try await ledger.attach(first, token: "t")
    let receipt = try await ledger.attach(second, token: "t")
    #expect(receipt.isRepeat)
    #expect(try ledger.contents([first.id, second.id]) == [first.id: "a"])
  }

  @Test("one that is refused takes none of the others with it, and leaves nothing of itself")
  func oneRefused() async throws {
    let ledger = try Scratch().ledger()
    let known = Content("known", kind: "k")
    try await ledger.attach(known)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<60 {
        group.addTask {
          do {
            guard task % 10 == 3 else { return try await ledger.note("\(task)").isRepeat == false }
            // The text is there already, so the second event of the two cannot be recorded.
            let good = try Draft(NoteEvent.written(text: "half"), subject: "s", by: .visitor)
            let bad = try Draft(
              NoteEvent.written(text: "bad"), subject: "s", by: .visitor, contents: [known])
            try await ledger.append([good, bad])
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 }.count == 54)
    let texts = try ledger.state(NoteTexts.self).texts
    #expect(texts.count == 54)
    #expect(!texts.contains("half") && !texts.contains("bad"))
    #expect(try ledger.verify().isSound)
  }

  @Test("several programs may write one file at once")
  func severalPrograms() async throws {
    let scratch = try Scratch()
    let ledgers = try (0..<3).map { _ in try scratch.ledger() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<90 {
        group.addTask { try await ledgers[task % 3].note("\(task)") }
      }
      try await group.waitForAll()
    }
    for ledger in ledgers {
      #expect(try ledger.state(NoteTexts.self).texts.count == 90)
      #expect(try ledger.verify().isSound)
    }
  }

  @Test("several programs may make one file at once")
  func makingAtOnce() async throws {
    let scratch = try Scratch()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<6 {
        group.addTask { try await scratch.ledger().note("\(task)") }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.ledger().entries().count == 6)
  }

  @Test("is done even when the task that waits for it is cancelled")
  func cancelled() async throws {
    let ledger = try Scratch().ledger()
    let task = Task { try await ledger.note("kept") }
    task.cancel()
    _ = try await task.value
    #expect(try ledger.entries().count == 1)
  }

  @Test("nothing appends nothing")
  func nothing() async throws {
    let ledger = try Scratch().ledger()
    #expect(try await ledger.append([]).isEmpty)
    #expect(try ledger.anchor() == Anchor(sequence: 0, digest: ChainDigest.origin))
  }
}
