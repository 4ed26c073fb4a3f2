// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// Shares runs out over threads in blocks whose bounds depend on nothing but the runs.
///
/// Results are put together in the order of the blocks, so that the number of threads changes nothing.
public enum RunBlocks {
  /// Works out every block and gives the results in order; the first failure by order is thrown.
  ///
  /// - Parameters:
  ///   - runs: The numbers of the runs.
  ///   - size: Runs of one block: enough to hide the cost of handing it out, few enough to share
  ///     evenly.
  ///   - threads: How many threads share the work; nil for one a core.
  ///   - progress: Told how many runs are done; may be called on any thread.
  ///   - body: What is worked out of a block.
  /// - Returns: What was worked out, in the order of the blocks.
  /// - Throws: What the body throws.
  public static func map<Result: Sendable, Failure: Error>(
    _ runs: Range<Int>, size: Int = 25, threads: Int?, progress: (@Sendable (Int) -> Void)?,
    _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let blocks = stride(from: runs.lowerBound, to: runs.upperBound, by: size).map {
      $0..<min($0 + size, runs.upperBound)
    }
    let found = Mutex<[Swift.Result<Result, Failure>?]>(Array(repeating: nil, count: blocks.count))
    let done = Mutex(0)
    let workers = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, blocks.count))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for index in stride(from: worker, to: blocks.count, by: workers) {
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
          result = .success(try body(blocks[index]))
        } catch {
          result = .failure(error)
        }
        found.withLock { $0[index] = result }
        guard let progress else { continue }
        progress(
          done.withLock { done in
            done += blocks[index].count
            return done
          })
      }
    }
    var results: [Result] = []
    for result in found.withLock({ $0 }) {
      if let result { results.append(try result.get()) }
    }
    return results
  }
}
