// SPDX-License-Identifier: Apache-2.0

/// Lets one piece of work run after the other, in the order in which they came.
actor OneAtATime {
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Runs a piece of work when all that came before it are done.
  func run<Result: Sendable, Problem: Error>(
    _ work: @Sendable () async throws(Problem) -> Result
  ) async throws(Problem) -> Result {
    if isBusy {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      isBusy = true
    }
    defer { goOn() }
    return try await work()
  }

  private func goOn() {
    if waiting.isEmpty {
      isBusy = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}

/// Lets pieces of work on the same thing run one after the other, and others beside them.
///
/// A draft is read, changed and kept again; two tabs that do so at once would lose one of the
/// changes, while two people need not wait for each other.
public struct Turns: Sendable {
  private let queues = (0..<256).map { _ in OneAtATime() }

  /// Makes it from what it is made of.
  public init() {}

  /// Runs a piece of work when all that came before it for the same thing are done.
  public func run<Result: Sendable, Problem: Error>(
    for thing: String, _ work: @Sendable () async throws(Problem) -> Result
  ) async throws(Problem) -> Result {
    let place = thing.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xff_ffff } % queues.count
    return try await queues[place].run(work)
  }
}
