// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a network, all of it at once.
public struct FlowProblems: Error, Hashable, Sendable {
  /// Each problem.
  public let all: [FlowProblem]
}

/// One thing that is wrong with a network.
public struct FlowProblem: Hashable, Sendable {
  /// What part of the network it concerns, so that a reader of tables can find the row.
  public enum Part: Hashable, Sendable {
    /// A class, by its place.
    case patientClass(Int)
    /// A unit, by its place.
    case unit(Int)
    /// A stream of arrivals, by its place.
    case arrivals(Int)
    /// A journey, by its place.
    case journey(Int)
    /// A route of a journey, by their places.
    case route(journey: Int, route: Int)
    /// An entry of the census, by its place.
    case census(Int)
    /// The horizon.
    case horizon
  }

  /// What part it concerns.
  public let part: Part
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// What to do.
  public let remedy: String
}
