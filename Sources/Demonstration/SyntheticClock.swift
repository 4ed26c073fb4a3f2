// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Synchronization

/// A clock that is set by hand, so that made-up events can lie in the past.
public final class SyntheticClock: Sendable {
  private let time: Mutex<Date>

  /// A clock that stands at a time.
  public init(_ start: Date) { time = Mutex(start) }

  /// The time at which it stands.
  public var now: Date { time.withLock { $0 } }

  /// Moves it on; it never goes back, as the ledger would not either.
  public func set(_ date: Date) { time.withLock { $0 = max($0, date) } }
}
