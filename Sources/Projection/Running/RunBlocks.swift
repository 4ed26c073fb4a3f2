// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// Shares work out over threads in blocks whose bounds depend on nothing but the work.
///
/// Results are put together in the order of the blocks, so that the number of threads changes nothing.
enum RunBlocks {
  /// Runs of one block: enough to hide the cost of handing it out, few enough to share evenly.
  static let size = 25

  /// Works out every block and gives the results in order; the first failure by order is thrown.
  static func map<Result: Sendable>(
    _ runs: Range<Int>, threads: Int?, progress: (@Sendable (Int) -> Void)?,
    _ body: @Sendable (Range<Int>) throws(ProjectionError) -> Result
  ) throws(ProjectionError) -> [Result] {
    let blocks = stride(from: runs.lowerBound, to: runs.upperBound, by: size).map {
      $0..<min($0 + size, runs.upperBound)
    }
    let found = Mutex<[Swift.Result<Result, ProjectionError>?]>(
      Array(repeating: nil, count: blocks.count))
    let done = Mutex(0)
    let workers = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, blocks.count))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for index in stride(from: worker, to: blocks.count, by: workers) {
        let result: Swift.Result<Result, ProjectionError>
        do throws(ProjectionError) {
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
      switch result {
      case .success(let value): results.append(value)
      case .failure(let error): throw error
      case nil: throw .engine("a block of runs was not worked out")
      }
    }
    return results
  }
}
