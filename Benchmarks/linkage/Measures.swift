// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Processor and wall seconds of stages, and the most memory held.
struct Measures {
  private(set) var lines: [(name: String, processor: Double, wall: Double)] = []

  mutating func time<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = (Self.processor, Self.wall)
    defer { lines.append((name, Self.processor - start.0, Self.wall - start.1)) }
    return try work()
  }

  static var processor: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
  }

  static var wall: Double { ProcessInfo.processInfo.systemUptime }

  static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
