// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Ledger

/// Compares how many events a second are acknowledged with how many single rows a second SQLite
/// commits durably on the same disk; in turn, several times over, so that a busy moment of the
/// machine falls on both.
struct Measuring {
  let folder: String
  let appenders: Int
  let eventsEach = 10
  let singleRows = 1000
  let rounds = 5

  func run() async throws {
    var grouped: [Double] = []
    var single: [Double] = []
    for round in 1...rounds {
      single.append(try await singleCommits(round))
      grouped.append(try await groupCommits(round))
    }
    let ratio = median(grouped) / median(single)
    print("| what is measured (median of \(rounds), least, most) | a second |")
    print("|---|---|")
    print("| single-row commits of SQLite, WAL, synchronous FULL | \(line(single)) |")
    print("| events acknowledged to \(appenders) appenders at once | \(line(grouped)) |")
    print("| events for each single-row commit | \(String(format: "%.2f", ratio)) |")
    try await states()
  }

  private func singleCommits(_ round: Int) async throws -> Double {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(
      path: folder + "/single-\(round).sqlite", configuration: configuration)
    try await queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")
    }
    let text = String(repeating: "x", count: 300)
    let rows = singleRows
    let start = ContinuousClock.now
    try await queue.writeWithoutTransaction { database in
      let statement = try database.cachedStatement(sql: "INSERT INTO line (text) VALUES (?)")
      for _ in 0..<rows { try statement.execute(arguments: [text]) }
    }
    return Double(rows) / seconds(since: start)
  }

  private func groupCommits(_ round: Int) async throws -> Double {
    let ledger = try Ledger(file: folder + "/grouped-\(round).sqlite")
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<appenders {
        group.addTask {
          for number in 0..<eventsEach {
            let content = Content("text \(number)", kind: "load")
            try await ledger.append(
              LoadEvent.written(worker: worker, number: number, text: content.reference),
              subject: "worker-\(worker)", by: .program, token: "\(worker)-\(number)",
              contents: [content])
          }
        }
      }
      try await group.waitForAll()
    }
    let rate = Double(appenders * eventsEach) / seconds(since: start)
    let count = try ledger.anchor().sequence
    guard count == appenders * eventsEach, try ledger.verify().isSound else {
      throw LedgerError.failed("\(count) events are there, or the chain is not sound")
    }
    return rate
  }

  private func states() async throws {
    let ledger = try Ledger(file: folder + "/grouped-1.sqlite")
    var start = ContinuousClock.now
    let count = try ledger.state(LoadCount.self).events
    print("| events folded for a first state (\(count)) | \(rate(count, start)) |")
    start = ContinuousClock.now
    for _ in 0..<10_000 { _ = try ledger.state(LoadCount.self) }
    print("| states asked for while nothing changes | \(rate(10_000, start)) |")
    start = ContinuousClock.now
    let entries = try ledger.verify().entries
    print("| entries verified (with their texts) | \(rate(entries, start)) |")
  }

  private func rate(_ count: Int, _ start: ContinuousClock.Instant) -> String {
    String(Int(Double(count) / seconds(since: start)))
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func line(_ values: [Double]) -> String {
    let sorted = values.sorted().map { Int($0) }
    return "\(sorted[sorted.count / 2]) (\(sorted[0]) to \(sorted[sorted.count - 1]))"
  }
}
