// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Resampling

/// Times some runs of a model on some threads.
struct Timing {
  let runs: Int
  let threads: Int
  let model: ResamplingModel
  let loading: Double

  init(_ folder: String, runs: Int, threads: Int) throws {
    self.runs = runs
    self.threads = threads
    let start = Self.processor()
    model = try TrustFolder(folder).model()
    loading = Self.processor() - start
  }

  func print() {
    _ = model.run(0)
    let model = model
    let results = Results(count: runs)
    let (runs, threads) = (runs, threads)
    let processor = Self.processor()
    let clock = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for run in stride(from: thread, to: runs, by: threads) {
        results.keep(model.run(run + 1), run)
      }
    }
    let wall = (ContinuousClock.now - clock) / .seconds(1)
    Swift.print("rows", model.rowCount)
    Swift.print("classes", model.classCount)
    Swift.print("loading.cpu", loading)
    Swift.print("runs.cpu", (Self.processor() - processor) / Double(runs))
    Swift.print("runs.wall", wall)
    Swift.print("peak.mb", Self.peak())
    Swift.print("digest", results.digest)
  }

  /// Processor seconds of all threads, which the load of others hardly disturbs.
  private static func processor() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that was ever held, in MB.
  private static func peak() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return usage.ru_maxrss / 1_024
  }
}

/// Every run, kept as a command would keep them, each in its own place.
final class Results: Sendable {
  private let lock = NSLock()
  nonisolated(unsafe) private var runs: [ResamplingRun?]

  init(count: Int) { runs = [ResamplingRun?](repeating: nil, count: count) }

  func keep(_ run: ResamplingRun, _ place: Int) {
    lock.lock()
    defer { lock.unlock() }
    runs[place] = run
  }

  /// The same for the same results, whatever the number of threads.
  var digest: Int {
    var sum = 0
    for run in runs {
      for total in run?.totals ?? [] { sum = sum &* 31 &+ total }
    }
    return sum
  }
}
