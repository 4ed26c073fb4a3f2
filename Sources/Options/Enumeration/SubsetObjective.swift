// SPDX-License-Identifier: Apache-2.0

/// Whether low or high values are wanted.
public enum SubsetGoal: Hashable, Sendable {
  /// The lower the better.
  case lowest
  /// The higher the better.
  case highest
}

/// A column and which end of it is wanted.
public struct SubsetObjective: Equatable, Sendable {
  /// A value for each mask.
  public let column: [Double]
  /// Which end is wanted.
  public let goal: SubsetGoal

  /// Makes an objective.
  public init(_ goal: SubsetGoal, _ column: [Double]) {
    self.goal = goal
    self.column = column
  }

  /// The value as a cost: the lower the better.
  @inline(__always)
  func cost(_ row: Int) -> Double { goal == .lowest ? column[row] : -column[row] }
}

/// The values of a column that are acceptable.
public struct SubsetBound: Equatable, Sendable {
  /// A value for each mask.
  public let column: [Double]
  /// The least value accepted.
  public let least: Double
  /// The greatest value accepted.
  public let greatest: Double

  /// Accepts values from `least` to `greatest`, both included.
  public init(
    _ column: [Double], atLeast least: Double = -.infinity, atMost greatest: Double = .infinity
  ) {
    self.column = column
    self.least = least
    self.greatest = greatest
  }

  /// Whether a row's value is accepted; a value that isn't a number never is.
  @inline(__always)
  func accepts(_ row: Int) -> Bool { column[row] >= least && column[row] <= greatest }
}

/// How far from the best a value may be.
public enum SubsetMargin: Hashable, Sendable {
  /// In the unit of the column.
  case absolute(Double)
  /// As a share of the best value's size.
  case relative(Double)

  var size: Double {
    switch self {
    case .absolute(let size), .relative(let size): size
    }
  }

  /// The worst cost still near enough.
  func limit(from best: Double) -> Double {
    switch self {
    case .absolute(let size): best + size
    case .relative(let share): best + share * best.magnitude
    }
  }
}
