// SPDX-License-Identifier: Apache-2.0

// Rounding calls the C library's mathematics, which has to be linked.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A grid of equal steps on which numbers become integers, so that their sums are exact.
///
/// Sums of integers don't depend on the order, and taking a term away leaves no trace. Numbers that
/// are counts, parts of a dozen or decimals of up to six places lie on the grid exactly; any others
/// are rounded once, to a step so small that their sum just fits.
struct FixedPoint: Sendable {
  /// The number of steps in one.
  let stepsPerUnit: Double

  /// Finds a grid for numbers whose sum, or whatever else is bounded by `bound`, stays below `limit`
  /// steps.
  init(for values: [Double], bound: Double, limit: Double) {
    let denominators = (1...12).map(Double.init) + [60, 100, 1_000, 10_000, 100_000, 1_000_000]
    let exact = denominators.first { denominator in
      bound * denominator <= limit && values.allSatisfy { Self.isWhole($0 * denominator) }
    }
    stepsPerUnit = exact ?? Self.powerOfTwo(notAbove: limit / max(bound, .leastNormalMagnitude))
  }

  /// A number in steps, rounded to the nearest.
  func steps(_ value: Double) -> Double { (value * stepsPerUnit).rounded() }

  /// The smallest whole number of steps that isn't below a value.
  func stepsReaching(_ value: Double, atMost limit: Int64) -> Int64 {
    let steps = value * stepsPerUnit
    let reached = Self.isWhole(steps) ? steps.rounded() : steps.rounded(.up)
    return reached < Double(limit) ? Int64(reached) : limit
  }

  private static func isWhole(_ value: Double) -> Bool {
    abs(value - value.rounded()) <= 1e-13 * abs(value)
  }

  private static func powerOfTwo(notAbove value: Double) -> Double {
    value.isFinite ? value.binade : Double.greatestFiniteMagnitude.binade
  }
}
