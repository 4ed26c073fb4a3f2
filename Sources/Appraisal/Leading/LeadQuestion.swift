// SPDX-License-Identifier: Apache-2.0

/// The linear programs behind "with which weights does this option lead?".
struct LeadQuestion {
  /// The values of all options.
  let table: ValueTable
  /// The position of the option.
  let option: Int
  /// The weights that are admitted.
  let space: CheckedWeightSpace

  /// The largest lead, the weights that give it, and the mixture of others that limits it.
  struct Limit {
    let margin: Double
    let weights: [Double]
    /// One share for each other option, in their order.
    let mixture: [Double]
  }

  /// The positions of the other options.
  var others: [Int] { table.rows.indices.filter { $0 != option } }

  private var criteria: Int { space.lows.count }

  /// Finds the largest lead over the best other option.
  ///
  ///     maximise d  so that  sum of w(c) (own(c) - value(j, c)) >= d  for every other option j
  ///
  /// over admitted weights `w`. The prices of the rows of the options sum to one: they are the
  /// mixture of options that keeps the lead at `d`, by the duality of linear programs (which for
  /// all weights is von Neumann's minimax theorem for matrix games, 1928).
  func largestLead() throws(AppraisalErrors) -> Limit {
    // The free lead d is the difference of two variables of zero or more.
    var program = LinearProgram(costs: Array(repeating: 0, count: criteria) + [-1, 1])
    space.addRows(to: &program)
    let firstOptionRow = program.rows.count
    for other in others { program.require(advantage(over: other) + [-1, 1], .atLeast, 0) }
    guard case .solved(let solution) = program.solve() else {
      throw AppraisalErrors(.programNotSolved)
    }
    return Limit(
      margin: -solution.cost, weights: Array(solution.point.prefix(criteria)),
      mixture: solution.prices[firstOptionRow...].map { max(0, $0) })
  }

  /// Finds the admitted weights closest to `weights` with which the option leads.
  ///
  ///     minimise the sum (or the largest) of e(c)  so that  -e(c) <= w(c) - weights(c) <= e(c)
  ///     and  sum of w(c) (own(c) - value(j, c)) >= least  for every other option j
  ///
  /// `least` is zero, or what rounding leaves of it.
  func nearest(
    to weights: [Double], measuring measure: WeightDistance, least: Double
  ) throws(AppraisalErrors) -> (weights: [Double], distance: Double) {
    let deviations = measure == .total ? criteria : 1
    let costs = (0..<(criteria + deviations)).map { $0 < criteria ? 0.0 : 1.0 }
    var program = LinearProgram(costs: costs)
    space.addRows(to: &program)
    for column in 0..<criteria {
      var row = costs.map { _ in 0.0 }
      row[column] = 1
      let deviation = criteria + (measure == .total ? column : 0)
      row[deviation] = -1
      program.require(row, .atMost, weights[column])
      row[deviation] = 1
      program.require(row, .atLeast, weights[column])
    }
    for other in others { program.require(advantage(over: other), .atLeast, least) }
    guard case .solved(let solution) = program.solve() else {
      throw AppraisalErrors(.programNotSolved)
    }
    return (Array(solution.point.prefix(criteria)), max(0, solution.cost))
  }

  /// The least, over admitted weights, of the lead of some values over the option's.
  func leastAdvantage(of values: [Double]) throws(AppraisalErrors) -> Double {
    var program = LinearProgram(costs: zip(values, table.rows[option]).map { $0 - $1 })
    space.addRows(to: &program)
    guard case .solved(let solution) = program.solve() else {
      throw AppraisalErrors(.programNotSolved)
    }
    return solution.cost
  }

  private func advantage(over other: Int) -> [Double] {
    zip(table.rows[option], table.rows[other]).map { $0 - $1 }
  }
}
