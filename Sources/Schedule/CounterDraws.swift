// SPDX-License-Identifier: Apache-2.0

/// Random numbers without a state: the same key and place always give the same number, so that
/// schedules can be drawn in any order, by any number of threads.
///
/// Philox2x64 with ten rounds: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as
/// easy as 1, 2, 3", SC11.
struct CounterDraws: Sendable {
  private static let multiplier: UInt64 = 0xD2B7_4407_B1CE_6E93
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  let key: UInt64

  /// The two words at a counter of two words.
  func words(_ high: UInt64, _ low: UInt64) -> (UInt64, UInt64) {
    var left = high
    var right = low
    var key = key
    for _ in 0..<10 {
      let product = Self.multiplier.multipliedFullWidth(by: left)
      left = product.high ^ key ^ right
      right = product.low
      key &+= Self.step
    }
    return (left, right)
  }

  /// A number above 0 and below 1, for an item of a schedule.
  func unit(schedule: Int, item: Int) -> Double {
    let word = words(UInt64(truncatingIfNeeded: schedule), UInt64(truncatingIfNeeded: item)).0
    return (Double(word >> 11) + 0.5) * 0x1p-53
  }
}
