// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Processor seconds of the whole process, and seconds by the clock.
struct Stopwatch {
  private let start = (processor: time(CLOCK_PROCESS_CPUTIME_ID), clock: time(CLOCK_MONOTONIC))

  /// Processor seconds since the start.
  var processorSeconds: Double { Self.time(CLOCK_PROCESS_CPUTIME_ID) - start.processor }
  /// Seconds by the clock since the start.
  var clockSeconds: Double { Self.time(CLOCK_MONOTONIC) - start.clock }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// One line of JSON of numbers.
func printJSON(_ fields: [(name: String, value: Double)]) {
  let parts = fields.map { "\"\($0.name)\": \($0.value)" }
  print("{\(parts.joined(separator: ", "))}")
}
