// SPDX-License-Identifier: Apache-2.0

/// A proof that no grouping keeps the rules, and what would make one possible.
public struct Obstacle: Sendable, Equatable {
  /// Why none does.
  public enum Reason: Sendable, Equatable {
    /// One unit alone has more people than the ceiling.
    case unitAboveCeiling
    /// A part that nothing joins to the rest has fewer people than the floor.
    case islandUnderFloor
    /// A part that nothing joins to the rest has a number of people that no number of groups fits.
    case islandFitsNoCount
    /// Parts behind one unit are each too small to be a group; together with it they are too large.
    case deadEnd(gate: Int)
    /// The number of groups that was asked for is not among those that the band can have; nil when there
    /// is none.
    case count(asked: Int, possible: ClosedRange<Int>?)
    /// Units that have to be together have more people than the ceiling.
    case togetherAboveCeiling
    /// Every grouping was looked at.
    case exhausted
  }

  /// Why no grouping keeps the rules.
  public let reason: Reason
  /// Exactly the units that make it impossible; none where it is the number of groups.
  public let units: [Int]
  /// Their people.
  public let people: Int
  /// A plain sentence: which units, and why.
  public let sentence: String
  /// The least change of each kind that removes it.
  public let relaxations: [RelaxationTrial]
}

/// A relaxation and whether it was seen to work.
public struct RelaxationTrial: Sendable, Hashable {
  /// What is relaxed.
  public let relaxation: Relaxation
  /// Whether a grouping of the units concerned was found that keeps the relaxed rules.
  public let isVerified: Bool
}
