// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

/// A write that waits for its group.
protocol PendingWrite: Sendable {
  var clearsLog: Bool { get }
  /// Does the write in a savepoint; throws only what ends the whole transaction.
  func run(_ database: Database, file: String, seconds: Double) throws
  /// Puts a failure in place of the outcome.
  func fail(_ problem: LedgerError)
  /// Tells the task that waits.
  func answer()
}

final class QueuedWrite<Value: Sendable>: PendingWrite {
  let clearsLog: Bool
  private let work: @Sendable (Database) throws -> Value
  private let continuation: CheckedContinuation<Result<Value, LedgerError>, Never>
  private let outcome = Mutex<Result<Value, LedgerError>>(
    .failure(.failed("the write was not done")))

  init(
    clearsLog: Bool, work: @escaping @Sendable (Database) throws -> Value,
    continuation: CheckedContinuation<Result<Value, LedgerError>, Never>
  ) {
    self.clearsLog = clearsLog
    self.work = work
    self.continuation = continuation
  }

  func run(_ database: Database, file: String, seconds: Double) throws {
    do {
      var value: Value?
      try database.inSavepoint {
        value = try work(database)
        return .commit
      }
      if let value { outcome.withLock { $0 = .success(value) } }
    } catch {
      // A full or faulty disk may have ended the transaction; a refused row has not.
      guard database.isInsideTransaction, isRefusal(error) else { throw error }
      fail(LedgerError.of(error, file: file, seconds: seconds))
    }
  }

  func fail(_ problem: LedgerError) { outcome.withLock { $0 = .failure(problem) } }

  func answer() { continuation.resume(returning: outcome.withLock { $0 }) }

  /// Whether an error speaks of this write alone, and not of the file or the disk.
  private func isRefusal(_ error: any Error) -> Bool {
    guard let fault = error as? DatabaseError else { return true }
    return switch fault.resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH: true
    default: false
    }
  }
}
