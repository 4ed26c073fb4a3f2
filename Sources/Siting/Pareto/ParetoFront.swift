// SPDX-License-Identifier: Apache-2.0

/// The points of a set that no other point of it dominates.
///
/// One point dominates another when it is at least as good in every objective and better in one.
/// Points with the same values don't dominate each other, so all of them are members, or none.
///
/// ```swift
/// let front = try ParetoFront(
///   values: [20, 31.0, 24, 29.5, 25, 30.2], directions: [.minimise, .minimise])
/// front.members  // [0, 1]: 25 units at 30.2 minutes is dominated by 24 at 29.5
/// ```
public struct ParetoFront: Hashable, Sendable {
  /// The positions of the members among the points, ascending.
  public let members: [Int]

  /// Finds the members.
  ///
  /// - Parameters:
  ///   - values: the values, point after point, one for each objective.
  ///   - directions: which way each objective is better.
  /// - Complexity: O(n log n) for n points of up to three objectives (Kung, Luccio and Preparata,
  ///   J. ACM 1975;22:469, for the sweep), O(n x members) for more.
  /// - Throws: ``ParetoError`` when there is no objective, for incomplete points, or for a value
  ///   that is not a number.
  public init(values: [Double], directions: [OptimisationDirection]) throws(ParetoError) {
    guard !directions.isEmpty else { throw .noObjectives }
    guard values.count.isMultiple(of: directions.count) else {
      throw .wrongValueCount(found: values.count, objectives: directions.count)
    }
    if let index = values.firstIndex(where: \.isNaN) {
      throw .notANumber(point: index / directions.count, objective: index % directions.count)
    }
    members = CostTable(values: values, directions: directions).nonDominated()
  }

  /// Whether one point dominates another.
  ///
  /// - Throws: ``ParetoError`` when there is no objective, for incomplete points, or for a value
  ///   that is not a number.
  public static func dominates(
    _ left: [Double], _ right: [Double], directions: [OptimisationDirection]
  ) throws(ParetoError) -> Bool {
    guard !directions.isEmpty else { throw .noObjectives }
    for point in [left, right] where point.count != directions.count {
      throw .wrongValueCount(found: point.count, objectives: directions.count)
    }
    let front = try ParetoFront(values: left + right, directions: directions)
    return front.members == [0]
  }
}
