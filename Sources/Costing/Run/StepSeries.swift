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
  /// The number in place by month, after a call of ``fill(size:delay:amount:)``.
  private(set) var inPlace: [Double]
  private var need: [Double]
  /// Months whose need may be the greatest of a window to come, with falling needs.
  private var candidates: [Int]
  private let months: Int

  init(months: Int) {
    self.months = months
    inPlace = Array(repeating: 0, count: months)
    need = inPlace
    candidates = Array(repeating: 0, count: months + 12)
  }

  /// Works out the steps in place.
  /// - Complexity: O(months), by a queue of falling needs.
  mutating func fill(size: Double, delay: Int, amount: (Int) -> Double) {
    for month in 0..<months { need[month] = Self.steps(for: amount(month), size) }
    guard delay > 0 else {
      for month in 0..<months { inPlace[month] = need[month] }
      return
    }
    var first = 0
    var end = 0
    for month in -min(delay, 12)..<months {
      let wanted = need[month < 0 ? month + 12 : month]
      while end > first, needed(candidates[end - 1]) <= wanted { end -= 1 }
      candidates[end] = month
      end += 1
      while candidates[first] < month - delay { first += 1 }
      if month >= 0 { inPlace[month] = needed(candidates[first]) }
    }
  }

  private func needed(_ month: Int) -> Double { need[month < 0 ? month + 12 : month] }

  /// Whole steps for an amount; a hair above a whole number (1e-9 of it) does not need one more,
  /// so that 75 beds that came out of a sum as 75.00000000001 fill three wards of 25.
  static func steps(for amount: Double, _ size: Double) -> Double {
    let quotient = amount / size
    let whole = quotient.rounded()
    return (quotient - whole).magnitude <= 1e-9 * max(1, whole) ? whole : quotient.rounded(.up)
  }
}
