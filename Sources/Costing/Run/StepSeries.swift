// SPDX-License-Identifier: Apache-2.0

/// How many whole steps (beds, wards, sites) are in place in each month.
///
/// A step opens in the month that needs it, and closes when it has not been needed for `delay`
/// whole months. So the number in place is the greatest need of this month and the `delay` months
/// before it:
///
///     need(m)    = amount(m) / size, rounded up
///     inPlace(m) = max of need(m - delay) ... need(m)
///
/// Before the base year, each year was like it: nothing is about to close when it starts.
struct StepSeries {
  /// The number in place by month, after a call of ``fill(size:delay:_:_:)``.
  private(set) var inPlace: [Double]
  /// The need by month, after as many months as the base year has, which are like it.
  private var need: [Double]
  /// Months whose need may be the greatest of a window to come, with falling needs.
  private var candidates: [Int]
  private let months: Int

  init(months: Int) {
    self.months = months
    inPlace = Array(repeating: 0, count: months)
    need = Array(repeating: 0, count: months + 12)
    candidates = Array(repeating: 0, count: months + 12)
  }

  /// Works out the steps in place for a series of amounts that covers the months.
  /// - Complexity: O(months), by a queue of falling needs.
  mutating func fill(
    size: Double, delay: Int, _ amounts: [Double], _ resolution: CostDriver.Resolution
  ) {
    Self.setNeed(&need, size, amounts, resolution)
    if delay == 0 {
      for month in 0..<months { inPlace[month] = need[month + 12] }
    } else {
      Self.slide(need, delay, &candidates, &inPlace)
    }
  }

  private static func slide(
    _ need: [Double], _ delay: Int, _ candidates: inout [Int], _ inPlace: inout [Double]
  ) {
    let need = need.span
    var candidates = candidates.mutableSpan
    var inPlace = inPlace.mutableSpan
    var first = 0
    var end = 0
    for month in 12 - min(delay, 12)..<need.count {
      let wanted = need[month]
      while end > first, need[candidates[end - 1]] <= wanted { end -= 1 }
      candidates[end] = month
      end += 1
      while candidates[first] < month - delay { first += 1 }
      if month >= 12 { inPlace[month - 12] = need[candidates[first]] }
    }
  }

  private static func setNeed(
    _ need: inout [Double], _ size: Double, _ amounts: [Double],
    _ resolution: CostDriver.Resolution
  ) {
    let amounts = amounts.span
    var need = need.mutableSpan
    switch resolution {
    case .monthly:
      for month in 12..<need.count { need[month] = steps(for: amounts[month - 12] / size) }
    case .yearly:
      for year in 1..<need.count / 12 {
        let steps = steps(for: amounts[year - 1] / size)
        for month in 0..<12 { need[year * 12 + month] = steps }
      }
    }
    for month in 0..<12 { need[month] = need[month + 12] }
  }

  /// Whole steps for a number of them that need not be whole.
  ///
  /// A hair above a whole number (1e-9 of it) does not need one more, so that 75 beds that came
  /// out of a sum as 75.00000000001 fill three wards of 25.
  @inline(__always)
  static func steps(for quotient: Double) -> Double {
    // Above 2⁵² every number is whole; below it, this is much faster than rounding.
    guard quotient < 0x1p52 else { return quotient }
    let below = Double(Int(quotient))
    return quotient - below <= 1e-9 * max(1, below) ? below : below + 1
  }
}
