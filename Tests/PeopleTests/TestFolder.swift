// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Synchronization
import Testing

@testable import Mail
@testable import People

/// A clock that stands still until it is told.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_550_000_000))

  var now: @Sendable () -> Date { { self.time.withLock { $0 } } }

  func pass(_ seconds: Double) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
}

/// A data folder that is gone after the test.
final class TestFolder: Sendable {
  let data: DataFolder
  let clock = TestClock()
  private let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: clock.now)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An outbox that sends when it is asked to, and not behind the back of a test.
  func outbox(_ server: any MailSender) -> OutboxSender {
    OutboxSender(store: data.contacts, server: server, sendsAtOnce: false, clock: clock.now)
  }

  /// People whose passwords cost little, so that tests are quick.
  func people(
    mail: (any MailSender)? = nil, cost: PasswordHash.Parameters = .cheap,
    announce: @escaping @Sendable (String) -> Void = { _ in }
  ) -> People {
    People(
      data: data, mail: mail ?? OutboxSender(store: data.contacts, clock: clock.now),
      title: "Test plan", cost: cost, clock: clock.now, announce: announce)
  }
}

extension PasswordHash.Parameters {
  static let cheap = PasswordHash.Parameters(rounds: 16, blockSize: 8, parallelism: 1)
}

/// Waits for something that happens behind the caller's back.
func until(_ condition: () async throws -> Bool) async throws {
  for _ in 0..<500 {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record("it did not happen in five seconds")
}

func token(_ link: String) -> String { String(link.split(separator: "/").last ?? "") }
