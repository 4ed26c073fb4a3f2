// SPDX-License-Identifier: Apache-2.0

/// When a search gives up looking for a proof.
public struct SearchLimits: Equatable, Sendable {
  /// The most sets of plans to look at.
  ///
  /// The search counts work and never reads a clock, so that it ends alike on every machine; a
  /// caller with a clock can stop it from the progress callback.
  public var maximumNodes: Int
  /// Chooses the random exchanges with which the search tries to leave a good plan for a better
  /// one; the same seed gives the same result.
  public var seed: UInt64

  /// Makes limits; without arguments, the search runs until it has a proof.
  public init(maximumNodes: Int = .max, seed: UInt64 = 1) {
    self.maximumNodes = maximumNodes
    self.seed = seed
  }
}

/// How far a search has come.
public struct SearchProgress: Equatable, Sendable {
  /// What the best plan so far achieves, in the units of the objective.
  public var best: Double
  /// What no plan can better.
  public var bound: Double
  /// The number of sets of plans looked at so far.
  public var nodes: Int
  /// The number of bounds computed so far.
  public var iterations: Int

  /// How far the bound is from the best plan, as a share of it.
  public var gap: Double { relativeGap(objective: best, bound: bound) }
}

/// What a caller wants after a report of progress.
public enum SearchDecision: Equatable, Sendable {
  /// To go on.
  case goOn
  /// To have the best plan so far, with its bound.
  case stop
}
