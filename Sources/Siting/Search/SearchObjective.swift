// SPDX-License-Identifier: Apache-2.0

/// A measure that a search improves, and which way.
public struct SearchObjective: Hashable, Sendable {
  /// The measure.
  public let measure: Measure
  /// Which way it is better.
  public let direction: OptimisationDirection

  /// Makes an objective.
  public init(_ measure: Measure, _ direction: OptimisationDirection) {
    self.measure = measure
    self.direction = direction
  }

  /// The value as a cost: less is better.
  func cost(_ measures: ConfigurationMeasures) -> Double {
    direction == .minimise ? measures[measure] : -measures[measure]
  }
}
