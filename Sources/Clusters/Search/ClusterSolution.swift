// SPDX-License-Identifier: Apache-2.0

/// How hard to search.
public struct ClusterEffort: Sendable, Equatable {
  /// How many times to start anew; the best result is kept.
  public var starts: Int
  /// How many changes to try for each unit in one start.
  public var stepsPerUnit: Int
  /// How many partial groupings to look at for a proof, where there are few units.
  public var proofSteps: Int

  /// Sets the effort.
  public init(starts: Int, stepsPerUnit: Int, proofSteps: Int = 400_000) {
    self.starts = max(1, starts)
    self.stepsPerUnit = max(1, stepsPerUnit)
    self.proofSteps = max(0, proofSteps)
  }

  /// A first look, while somebody waits for a page.
  public static let quick = ClusterEffort(starts: 1, stepsPerUnit: 400, proofSteps: 50_000)
  /// What the command does unless told otherwise.
  public static let standard = ClusterEffort(starts: 8, stepsPerUnit: 4_000)
  /// For the last hundredth of a kilometre.
  public static let thorough = ClusterEffort(starts: 32, stepsPerUnit: 10_000)
}

/// One start of the search, before starts are merged.
public struct ClusterAttempt: Sendable, Equatable {
  /// Which start it was, from zero.
  public let start: Int
  /// The best grouping of this start.
  public let grouping: Grouping
  /// Its cost, without what broken rules cost.
  public let cost: Double
  /// People too few and too many, over all groups.
  public let peopleOutsideBand: Int
  /// How it came about: each improvement worth telling.
  public let trail: [Improvement]
  /// Whether the search was told to stop early.
  public let wasStopped: Bool
}

/// A better grouping that a search came upon.
public struct Improvement: Sendable, Equatable {
  /// The start, from zero.
  public let start: Int
  /// How many changes it had tried.
  public let step: Int
  /// The cost of the grouping.
  public let cost: Double
  /// People too few and too many, over all groups.
  public let peopleOutsideBand: Int
}

/// How sure a solution is.
public enum Proof: String, Sendable {
  /// Every grouping that the rules allow was looked at or ruled out: none is cheaper.
  case exact
  /// None can be cheaper than the bound.
  case bound
  /// Every grouping was ruled out: none keeps the rules.
  case impossible
  /// No grouping was found that keeps the rules, and none was proved not to be there.
  case notFound = "not-found"
}

/// The best grouping that was found, and how good it is known to be.
public struct ClusterSolution: Sendable {
  /// The grouping.
  public let grouping: Grouping
  /// What it is worth.
  public let judgement: Judgement
  /// No grouping that keeps the rules costs less.
  public let bound: Double
  /// How sure it is.
  public let proof: Proof
  /// How the search came to it.
  public let trail: [Improvement]
  /// Whether the search was told to stop early.
  public let wasStopped: Bool

  /// How far the cost is above the bound, as a share of the cost.
  public var gap: Double {
    judgement.cost > 0 ? max(0, (judgement.cost - bound) / judgement.cost) : 0
  }
}

/// How far a search has come.
public struct ClusterProgress: Sendable {
  /// Which start it is, from zero.
  public let start: Int
  /// From 0 to 1 within this start.
  public let share: Double
  /// The cost of the best so far.
  public let cost: Double
  /// People too few and too many, over all of its groups.
  public let peopleOutsideBand: Int
}
