// SPDX-License-Identifier: Apache-2.0

/// The requirement of a rule as a table, so that a run of many months costs next to nothing.
///
/// `largestMeans[n]` is the largest mean that n units can bear; the requirement of a mean is the first n
/// whose entry is not below it. Beyond the table the rule itself is asked.
struct PlacesTable: Sendable {
  let rule: PlacesRule
  /// Rising, from 0 for no units.
  private let largestMeans: [Double]
  /// For each whole number m, the first n whose entry is not below m.
  private let starts: [Int]

  /// Tabulates a rule up to a mean.
  init(_ rule: PlacesRule, upTo mean: Double) {
    self.rule = rule
    var largestMeans = [0.0]
    var step = 1.0
    while true {
      let last = largestMeans[largestMeans.count - 1]
      let next = rule.threshold(largestMeans.count, atLeast: last, step: step)
      step = max(next - last, 1e-3)
      largestMeans.append(next)
      if next >= mean { break }
    }
    var starts: [Int] = []
    var first = 0
    for whole in 0...Int(largestMeans[largestMeans.count - 1]) {
      while largestMeans[first] < Double(whole) { first += 1 }
      starts.append(first)
    }
    self.largestMeans = largestMeans
    self.starts = starts
  }

  /// The fewest units for a mean that is finite and not negative.
  func required(_ mean: Double) -> Int {
    guard mean <= largestMeans[largestMeans.count - 1] else { return rule.search(mean) }
    var units = starts[Int(mean)]
    while largestMeans[units] < mean { units += 1 }
    return units
  }
}
