// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Works on passwords beside the threads that answer pages, a few at a time.
///
/// One hash takes about a tenth of a second and 32 MB: without a bound, many attempts at once
/// would stop the site.
final class PasswordWork: Sendable {
  private let queues: [DispatchQueue]
  private let waiting = Mutex((count: 0, next: 0))
  private let longestLine: Int

  /// A number of hashes at once, and how many may wait in all.
  init(atOnce: Int = 2, longestLine: Int = 40) {
    queues = (0..<max(1, atOnce)).map { DispatchQueue(label: "password-\($0)") }
    self.longestLine = longestLine
  }

  /// Runs work when its turn has come.
  ///
  /// - Throws: `PeopleError.busy` when too many wait already.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws(PeopleError) -> Value
  ) async throws(PeopleError) -> Value {
    let turn = waiting.withLock { state -> Int? in
      guard state.count < longestLine else { return nil }
      state.count += 1
      state.next = (state.next + 1) % queues.count
      return state.next
    }
    guard let turn else { throw .busy }
    defer { waiting.withLock { $0.count -= 1 } }
    let result: Result<Value, PeopleError> = await withCheckedContinuation { continuation in
      queues[turn].async {
        continuation.resume(returning: Result { () throws(PeopleError) in try work() })
      }
    }
    return try result.get()
  }
}

/// Lets one through at a time, so that what was checked is still so when it is done.
actor Turnstile {
  private var isTaken = false
  private var line: [CheckedContinuation<Void, Never>] = []

  /// Runs something with nothing else of this turnstile beside it.
  func pass<Value: Sendable, Failure: Error>(
    _ body: @Sendable () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    await enter()
    defer { leave() }
    return try await body()
  }

  private func enter() async {
    if isTaken {
      await withCheckedContinuation { line.append($0) }
    } else {
      isTaken = true
    }
  }

  private func leave() {
    if line.isEmpty { isTaken = false } else { line.removeFirst().resume() }
  }
}
