// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

private let wasInterrupted = Atomic<Bool>(false)

/// Ctrl-C while files are being put in place.
enum Interruption {
  /// Does something whole: an interruption that comes meanwhile ends the program afterwards.
  static func heldBack(_ body: () throws -> Void) rethrows {
    let note: @convention(c) (Int32) -> Void = { _ in
      wasInterrupted.store(true, ordering: .relaxed)
    }
    let before = [SIGINT, SIGTERM].map { ($0, signal($0, note)) }
    defer {
      for (number, handler) in before { signal(number, handler) }
      if wasInterrupted.load(ordering: .relaxed) { exit(130) }
    }
    try body()
  }

  /// Does something that can stop early: the first Ctrl-C is only noticed, the second ends the program.
  static func noticed(_ body: (_ isOver: @escaping @Sendable () -> Bool) throws -> Void) rethrows {
    let note: @convention(c) (Int32) -> Void = { number in
      wasInterrupted.store(true, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
    // Whoever started the program may have blocked both for all that it starts.
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for number in [SIGINT, SIGTERM] { sigaddset(&awaited, number) }
    pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
    let before = [SIGINT, SIGTERM].map { ($0, signal($0, note)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    try body { wasInterrupted.load(ordering: .relaxed) }
  }
}
