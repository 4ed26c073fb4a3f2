// SPDX-License-Identifier: Apache-2.0

/// The requirement of a rule as a table, so that a run of many months costs next to nothing.
///
/// The requirement of a mean is the first number of units whose largest mean is not below it. Where the table cannot
/// tell, and beyond it, the rule itself is asked, so that the answer is always the rule's.
struct PlacesTable: Sendable {
  let rule: PlacesRule
  /// By units, rising.
  private let largestMeans: [Double]
  /// The number of units up to which the table can always tell.
  private let solved: Int
  /// For each whole number m, the first number of units whose largest mean is not below m.
  private let starts: [Int]

  /// Tabulates a rule up to a mean.
  init(_ rule: PlacesRule, upTo mean: Double) {
    self.rule = rule
    let means = LargestMeans(rule, upTo: mean)
    let values = means.values
    var starts: [Int] = []
    var first = 0
    for whole in 0...Int(values[values.count - 1]) {
      while values[first] < Double(whole) { first += 1 }
      starts.append(first)
    }
    largestMeans = values
    solved = means.solved
    self.starts = starts
  }

  /// The fewest units for a mean that is finite and not negative.
  func required(_ mean: Double) -> Int {
    guard mean < largestMeans[largestMeans.count - 1] else { return rule.search(mean) }
    var units = starts[Int(mean)]
    while largestMeans[units] < mean { units += 1 }
    guard units > solved else { return units }
    if largestMeans[units] - mean < LargestMeans.margin {
      return rule.shortage(units, mean) <= rule.chance ? units : units + 1
    }
    if mean - largestMeans[units - 1] < LargestMeans.margin {
      return rule.shortage(units - 1, mean) <= rule.chance ? units - 1 : units
    }
    return units
  }

  /// The fewest units for several means, each at its own index.
  func require(_ means: ArraySlice<Double>, into units: inout [Double]) {
    precondition(means.endIndex <= units.count, "a month outside the run")
    // All indexes are within what was just checked.
    units.withUnsafeMutableBufferPointer { units in
      for month in means.indices { units[month] = Double(required(means[month])) }
    }
  }
}
