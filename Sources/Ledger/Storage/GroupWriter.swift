// SPDX-License-Identifier: Apache-2.0

import Dispatch
import GRDB
import Synchronization

/// Gathers what many tasks write at once into one transaction, and answers each only when that
/// transaction is on disk.
///
/// The cost of waiting for the disk is shared by all that wait: group commit (DeWitt and others,
/// 1984, "Implementation techniques for main memory database systems"). Each write has a savepoint
/// of its own, so one that is refused takes nothing of the others with it.
final class GroupWriter: Sendable {
  private struct Waiting {
    var writes: [any PendingWrite] = []
    var isWriting = false
  }

  private static let largestGroup = 4096
  private let pool: DatabasePool
  private let file: String
  private let seconds: Double
  private let queue = DispatchQueue(label: "weald.ledger.writer")
  private let waiting = Mutex(Waiting())
  private let mustClearLog = Mutex(false)

  /// Whether the log is emptied after every group, so that it does not tell the order of writes.
  private let leavesNoOrder: Bool

  init(_ pool: DatabasePool, file: String, seconds: Double, leavesNoOrder: Bool = false) {
    self.leavesNoOrder = leavesNoOrder
    self.pool = pool
    self.file = file
    self.seconds = seconds
  }

  /// Does one write, all of it or nothing, and returns when it is on disk.
  ///
  /// `clearsLog` says that the write removed something private, so that the write-ahead log, which
  /// may still hold it, must be emptied too.
  func write<Value: Sendable>(
    clearsLog: Bool = false, _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(LedgerError) -> Value {
    let result: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
      enqueue(QueuedWrite(clearsLog: clearsLog, work: work, continuation: continuation))
    }
    return try result.get()
  }

  private func enqueue(_ write: any PendingWrite) {
    let mustStart = waiting.withLock { waiting in
      waiting.writes.append(write)
      defer { waiting.isWriting = true }
      return !waiting.isWriting
    }
    if mustStart { queue.async { self.writeAll() } }
  }

  private func writeAll() {
    while let group = nextGroup() {
      commit(group)
      if leavesNoOrder || group.contains(where: \.clearsLog) { mustClearLog.withLock { $0 = true } }
      clearLog()
      for write in group { write.answer() }
    }
  }

  private func nextGroup() -> [any PendingWrite]? {
    waiting.withLock { waiting in
      guard !waiting.writes.isEmpty else {
        waiting.isWriting = false
        return nil
      }
      let group = Array(waiting.writes.prefix(GroupWriter.largestGroup))
      waiting.writes.removeFirst(group.count)
      return group
    }
  }

  private func commit(_ group: [any PendingWrite]) {
    do {
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          for write in group { try write.run(database, file: file, seconds: seconds) }
          return .commit
        }
      }
    } catch {
      let problem = LedgerError.of(error, file: file, seconds: seconds)
      // What is too big for the room that is left must not take the small ones with it.
      if case .diskFull = problem, group.count > 1 {
        for write in group { commit([write]) }
      } else {
        for write in group { write.fail(problem) }
      }
    }
  }

  /// Empties the write-ahead log, now or, while somebody still reads from it, after a later group.
  private func clearLog() {
    guard mustClearLog.withLock({ $0 }) else { return }
    let isClear = pool.writeWithoutTransaction { database in
      defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Int(seconds * 1000))") }
      do {
        try database.execute(sql: "PRAGMA busy_timeout = 100")
        _ = try database.checkpoint(.truncate)
        return true
      } catch {
        return false
      }
    }
    if isClear { mustClearLog.withLock { $0 = false } }
  }
}
