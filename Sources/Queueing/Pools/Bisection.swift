// SPDX-License-Identifier: Apache-2.0

/// Halving an interval until it cannot be halved.
enum Bisection {
  /// The largest number of a range for which a rule holds that holds at first and later does not.
  static func largest(in range: ClosedRange<Double>, _ holds: (Double) -> Bool) -> Double {
    if holds(range.upperBound) { return range.upperBound }
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<70 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
