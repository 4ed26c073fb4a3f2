// SPDX-License-Identifier: Apache-2.0

/// The conclusion of an appraisal with every step that led to it.
public struct AppraisalResult: Hashable, Sendable {
  /// How each weight came about, in the order of the criteria.
  public let weights: [WeightStep]
  /// Each option, in the order of the inputs, which is not a ranking.
  public let options: [OptionResult]

  /// The options that share the first rank, in the order of the inputs.
  public var leaders: [OptionID] { options.filter { $0.rank == 1 }.map(\.option) }

  /// The options from first to last rank; equal ranks keep the order of the inputs.
  public var ranking: [OptionResult] {
    options.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  /// The result of one option; nil if there is no such option.
  public func option(_ id: OptionID) -> OptionResult? { options.first { $0.option == id } }
}

/// How the weight of one criterion came about.
public struct WeightStep: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// Its group, if any.
  public let group: GroupID?
  /// The swing weight as given.
  public let swing: SwingWeight
  /// Its share within its group when weights are set in two levels, otherwise among all criteria.
  public let shareWithin: Double
  /// The share of its group when weights are set in two levels, otherwise one.
  public let shareOfGroup: Double
  /// The weight in use: the product of both shares.
  ///
  /// Weights sum to one.
  public let weight: Double
}

/// The result of one option.
public struct OptionResult: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// What each criterion gave, in the order of the criteria.
  public let contributions: [Contribution]
  /// What each group gave, in the order of the groups; criteria without a group are in none.
  public let groups: [GroupContribution]
  /// From 0 to 1: the contributions added up in their order, exactly.
  public let total: Double
  /// One more than the number of options with a higher total, so equal options share a rank.
  public let rank: Int
  /// The other options with the same rank.
  public let sharesRankWith: [OptionID]
}

/// What one criterion gave to the total of one option.
public struct Contribution: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// The score as written and its value.
  public let valuation: Valuation
  /// The weight of the criterion.
  public let weight: Double
  /// The value times the weight.
  public let amount: Double
}

/// What one group of criteria gave to the total of one option.
public struct GroupContribution: Hashable, Sendable {
  /// The group.
  public let group: GroupID
  /// The weights of its criteria together.
  public let weight: Double
  /// The contributions of its criteria together.
  public let amount: Double
}
