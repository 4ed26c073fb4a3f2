// SPDX-License-Identifier: Apache-2.0

import Dispatch
public import Linkage
import Synchronization

extension Workers {
  /// Pieces on several threads, each thread taking the next piece when it is done with one.
  ///
  /// `isStopped` is asked before every piece; once it says yes, the pieces that are left are not done, and
  /// the results have no meaning. `done` is told how many pieces of how many are done, from any thread.
  public static func threads(
    _ threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
    done: @escaping @Sendable (_ pieces: Int, _ of: Int) -> Void = { _, _ in }
  ) -> Workers {
    Workers { count, work in
      let next = Atomic<Int>(0)
      let finished = Atomic<Int>(0)
      @Sendable func take() {
        while !isStopped() {
          let piece = next.add(1, ordering: .relaxed).oldValue
          guard piece < count else { return }
          work(piece)
          done(finished.add(1, ordering: .relaxed).newValue, count)
        }
      }
      guard threads > 1, count > 1 else { return take() }
      DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in take() }
    }
  }
}
