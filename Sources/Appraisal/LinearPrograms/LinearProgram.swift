// SPDX-License-Identifier: Apache-2.0

/// A linear program: the lowest `costs · x` over `x >= 0` that satisfies every row.
package struct LinearProgram {
  /// What one unit of each variable costs.
  package let costs: [Double]
  /// What must hold.
  package private(set) var rows: [Row] = []

  /// One condition: `coefficients · x` compared with a bound.
  package struct Row {
    package let coefficients: [Double]
    package let relation: Relation
    package let bound: Double
  }

  /// How the two sides of a row compare.
  package enum Relation { case atMost, equal, atLeast }

  /// What solving a program comes to.
  package enum Outcome {
    case solved(Solution)
    case infeasible
    /// Unbounded or without progress; programs over weights are bounded, so neither is expected.
    case unsettled
  }

  /// The cheapest point.
  package struct Solution {
    /// The value of each variable.
    package let point: [Double]
    /// The cost of the point.
    package let cost: Double
    /// How much the cost would rise for each unit of each row's bound.
    package let prices: [Double]
  }

  /// A program without conditions.
  package init(costs: [Double]) { self.costs = costs }

  /// Adds a condition; variables beyond the coefficients have none.
  package mutating func require(_ coefficients: [Double], _ relation: Relation, _ bound: Double) {
    let padding = Array(repeating: 0.0, count: costs.count - coefficients.count)
    rows.append(Row(coefficients: coefficients + padding, relation: relation, bound: bound))
  }

  /// Solves the program by the simplex method in two phases.
  ///
  /// The steps are the same every time, so that the same one of several equally cheap points is
  /// found. References: G. B. Dantzig, Linear Programming and Extensions (1963); R. G. Bland, "New
  /// finite pivoting rules for the simplex method", Mathematics of Operations Research 2 (1977).
  package func solve() -> Outcome {
    var tableau = Tableau(self)
    guard tableau.minimise(tableau.artificialCosts, over: tableau.width) else {
      return .unsettled
    }
    guard tableau.cost <= Tableau.feasibility else { return .infeasible }
    tableau.removeArtificials()
    guard tableau.minimise(tableau.padded(costs), over: tableau.realWidth) else {
      return .unsettled
    }
    return .solved(tableau.solution(of: self))
  }
}
