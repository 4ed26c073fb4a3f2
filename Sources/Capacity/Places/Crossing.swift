// SPDX-License-Identifier: Apache-2.0

/// Where a rising function crosses zero.
enum Crossing {
  /// The crossing between two ends, by false position with Illinois's correction, else by halving.
  ///
  /// - Parameters:
  ///   - low: where the function is zero or less.
  ///   - high: where it is above zero.
  ///   - rising: the function.
  /// - Returns: a place where the function is as close to zero as can be told.
  static func between(_ low: Double, _ high: Double, _ rising: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    var (atLow, atHigh) = (rising(low), rising(high))
    for step in 0..<200 where high - low > 1e-14 * high {
      var middle = high - atHigh * (high - low) / (atHigh - atLow)
      if !(middle > low && middle < high) || step % 8 == 7 { middle = low + (high - low) / 2 }
      guard middle > low && middle < high else { break }
      let value = rising(middle)
      if value <= 0 {
        (low, atLow) = (middle, value)
        atHigh /= 2
      } else {
        (high, atHigh) = (middle, value)
        atLow /= 2
      }
      // The logarithm of a chance is not known better than this.
      if abs(value) < 1e-13 { return middle }
    }
    return low
  }
}
