// SPDX-License-Identifier: Apache-2.0

/// A plan, what it achieves, and how far from the best plan it can be.
public struct SitingSolution: Equatable, Sendable {
  /// The open sites, by position, ascending.
  public var open: [Int]
  /// The nearest open site of each area, the first of several; nil where none has a route.
  public var assignment: [Int?]
  /// What the plan achieves in the units of the objective: minutes, sites or a share from 0 to 1.
  ///
  /// Computed from the open sites and the matrix, area by area in their order.
  public var objective: Double
  /// What no plan can better: at most the objective, or at least it for a share.
  public var bound: Double
  /// Whether no plan is better by more than a part in a thousand million.
  public var isProved: Bool
  /// The number of sets of plans that were looked at.
  public var nodes: Int
  /// The number of bounds that were computed.
  public var iterations: Int

  /// How far the bound is from the objective, as a share of the objective; zero when proved.
  public var gap: Double { relativeGap(objective: objective, bound: bound) }
}

/// The distance of a bound from an objective, as a share of the objective.
func relativeGap(objective: Double, bound: Double) -> Double {
  let distance = (objective - bound).magnitude
  guard distance > 0 else { return 0 }
  return objective == 0 ? .infinity : distance / objective.magnitude
}
