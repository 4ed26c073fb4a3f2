// SPDX-License-Identifier: Apache-2.0

extension Array where Element == Double {
  /// The value below which a share of the numbers is, by linear interpolation between neighbours
  /// (Hyndman and Fan 1996, definition 7); zero when there are none.
  func quantile(_ share: Double) -> Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    let place = share * Double(count - 1)
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
