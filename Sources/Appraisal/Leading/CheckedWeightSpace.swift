// SPDX-License-Identifier: Apache-2.0

/// A space of weights known to hold at least one weighting, by position of criteria.
struct CheckedWeightSpace {
  /// The lowest share of each criterion.
  let lows: [Double]
  /// The highest share of each criterion.
  let highs: [Double]
  /// The criteria by falling importance.
  let order: [Int]

  /// - Throws: unknown or repeated criteria, bad ranges, or a space without a weighting.
  init(_ space: WeightSpace, of criteria: [CriterionID]) throws(AppraisalErrors) {
    var mistakes = MistakeList()
    var lows = [Double](repeating: 0, count: criteria.count)
    var highs = [Double](repeating: 1, count: criteria.count)
    for id in space.ranges.map(\.criterion).repeated() { mistakes.report(.duplicateRange(id)) }
    for id in space.order.repeated() { mistakes.report(.duplicateInOrder(id)) }
    for range in space.ranges {
      guard let column = criteria.firstIndex(of: range.criterion) else {
        mistakes.report(.unknownCriterion(range.criterion))
        continue
      }
      let isRange = range.low >= 0 && range.low <= range.high && range.high <= 1
      mistakes.report(.rangeNotWithinZeroToOne(range.criterion), unless: isRange)
      (lows[column], highs[column]) = (range.low, range.high)
    }
    for id in space.order where !criteria.contains(id) { mistakes.report(.unknownCriterion(id)) }
    try mistakes.throwIfAny()
    self.lows = lows
    self.highs = highs
    order = space.order.compactMap { criteria.firstIndex(of: $0) }
    try requireWeighting()
  }

  /// Adds what weights must satisfy; they are the first variables of the program.
  func addRows(to program: inout LinearProgram) {
    program.require(lows.map { _ in 1 }, .equal, 1)
    for column in lows.indices {
      if lows[column] > 0 { program.require(unit(column), .atLeast, lows[column]) }
      if highs[column] < 1 { program.require(unit(column), .atMost, highs[column]) }
    }
    for (first, second) in zip(order, order.dropFirst()) {
      var row = unit(first)
      row[second] = -1
      program.require(row, .atLeast, 0)
    }
  }

  private func unit(_ column: Int) -> [Double] {
    lows.indices.map { $0 == column ? 1 : 0 }
  }

  private func requireWeighting() throws(AppraisalErrors) {
    let (lowest, highest) = (lows.reduce(0, +), highs.reduce(0, +))
    guard lowest <= 1 + tieTolerance && highest >= 1 - tieTolerance else {
      throw AppraisalErrors(.rangesExcludeEveryWeighting(lowest: lowest, highest: highest))
    }
    var program = LinearProgram(costs: lows.map { _ in 0 })
    addRows(to: &program)
    guard case .infeasible = program.solve() else { return }
    throw AppraisalErrors(.orderContradictsRanges)
  }
}
