// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Private records")
struct PrivateStoreTests {
  private func store(_ scratch: Scratch) throws -> PrivateStore {
    try PrivateStore(file: scratch.path + "/store.sqlite")
  }

  @Test("are found by id and by their second key, counted and replaced")
  func keeping() async throws {
    let store = try store(Scratch())
    try await store.put("one", kind: "a", id: "1", lookup: "x")
    try await store.put("other kind", kind: "b", id: "1", lookup: "x")
    try await store.put("two", kind: "a", id: "1", lookup: "y")
    #expect(try store.get(String.self, kind: "a", id: "1") == "two")
    #expect(try store.find(String.self, kind: "a", lookup: "x") == nil)
    #expect(try store.find(String.self, kind: "a", lookup: "y")?.id == "1")
    #expect(try store.count(kind: "a") == 1)
    #expect(try store.count(kind: "none") == 0)
  }

  @Test("never push each other out by a second key; of many, all are kept or none")
  func taken() async throws {
    let store = try store(Scratch())
    try await store.put("one", kind: "a", id: "1", lookup: "x")
    await #expect(throws: LedgerError.lookupTaken(kind: "a")) {
      try await store.put("two", kind: "a", id: "2", lookup: "x")
    }
    await #expect(throws: LedgerError.lookupTaken(kind: "a")) {
      try await store.put(
        [PrivateRecord("3", id: "3"), PrivateRecord("4", id: "4", lookup: "x")], kind: "a")
    }
    #expect(try store.all(String.self, kind: "a").map(\.id) == ["1"])
    try await store.put((5..<9).map { PrivateRecord("\($0)", id: "\($0)") }, kind: "a")
    #expect(try store.all(String.self, kind: "a").map(\.record) == ["one", "5", "6", "7", "8"])
  }

  @Test("from many tasks at once are all kept")
  func manyTasks() async throws {
    let store = try store(Scratch())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<100 {
        group.addTask { try await store.put(number, kind: "a", id: "\(number)") }
      }
      try await group.waitForAll()
    }
    #expect(try store.all(Int.self, kind: "a").map(\.record).sorted() == Array(0..<100))
  }

  @Test("that were removed are in no byte of the files")
  func removed() async throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let secret = "Secret-\(RandomID.make())"
    for number in 0..<8 {
      let text = secret + String(repeating: "-long", count: number * 500)
      try await store.put(text, kind: "a", id: "\(number)", lookup: "\(secret)\(number)")
    }
    #expect(try scratch.holds(secret))
    #expect(try await store.remove(kind: "a", id: "0"))
    #expect(try await store.remove(kind: "a", id: "0") == false)
    #expect(
      try await store.removeAll(String.self, kind: "a", where: { id, _ in id < "4" }) == 3)
    #expect(try store.count(kind: "a") == 4)
    #expect(try await store.removeAll(kind: "a") == 4)
    #expect(try !scratch.holds(secret))
  }

  @Test("a rule that meets a record it cannot read removes nothing")
  func unreadable() async throws {
    let store = try store(Scratch())
    try await store.put(1, kind: "a", id: "1")
    try await store.put("text", kind: "a", id: "2")
    await #expect(throws: LedgerError.self) {
      try await store.removeAll(Int.self, kind: "a", where: { _, _ in true })
    }
    #expect(try store.count(kind: "a") == 2)
  }

  @Test("a full disk is named, and nothing is half kept")
  func fullDisk() async throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    try await store.pool.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let big = String(repeating: "x", count: 100_000)
    await #expect(throws: LedgerError.diskFull(file: store.file)) {
      try await store.put([PrivateRecord("1", id: "1"), PrivateRecord(big, id: "2")], kind: "a")
    }
    #expect(try store.count(kind: "a") == 0)
  }
}
