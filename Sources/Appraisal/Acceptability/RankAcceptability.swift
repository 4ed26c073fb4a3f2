// SPDX-License-Identifier: Apache-2.0

/// How much of the room for disagreement supports each option in each rank (SMAA-2).
public struct RankAcceptability: Hashable, Sendable {
  /// How the numbers were found.
  public let method: Method
  /// Each option, in the order of the inputs.
  public let options: [OptionAcceptability]
  /// How often one option is ahead of another, for every ordered pair in the order of the inputs.
  public let pairs: [PairwiseWinning]

  /// How the numbers were found.
  public enum Method: Hashable, Sendable {
    /// From the exact lengths of intervals; standard errors are zero.
    case exact
    /// By simulation.
    case simulated(draws: Int, seed: UInt64)
  }

  /// The result of one option; nil if there is no such option.
  public func option(_ id: OptionID) -> OptionAcceptability? { options.first { $0.option == id } }

  /// How often one option is ahead of another; nil if they are not two options of the model.
  public func winning(_ option: OptionID, over other: OptionID) -> Estimate? {
    pairs.first { $0.option == option && $0.other == other }?.probability
  }
}

/// A number found by simulation.
public struct Estimate: Hashable, Sendable {
  /// The number.
  public let value: Double
  /// The standard deviation of the number over repetitions with other seeds.
  ///
  /// Zero for exact numbers. It is also zero for an event that never (or always) happened in `n`
  /// draws; then the probability is below `3 / n` (or above `1 - 3 / n`) with 95% confidence.
  public let standardError: Double
}

/// How much support one option has.
public struct OptionAcceptability: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The share of weights and scenarios that give it each rank, the first rank first.
  ///
  /// They sum to one for each option. Ties share the better rank, so the shares of one rank over
  /// all options sum to one only if totals never tie.
  public let ranks: [Estimate]
  /// The typical weights of those who would put it first; nil if no draw did.
  public let central: CentralWeights?

  /// The share of weights and scenarios that put it first.
  public var first: Estimate { ranks.first ?? Estimate(value: 0, standardError: 0) }
}

/// The mean of all weights that put one option first.
public struct CentralWeights: Hashable, Sendable {
  /// The mean weight of each criterion, in the order of the criteria.
  public let weights: [WeightEstimate]
  /// The probability, over scenarios, that the option is first with these weights.
  ///
  /// Low confidence says that scores are too uncertain to prefer the option even for those whose
  /// weights suit it best.
  public let confidence: Double
}

/// The mean weight of one criterion.
public struct WeightEstimate: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// Its mean weight.
  public let weight: Estimate
}

/// How often one option has a higher total than another.
public struct PairwiseWinning: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The option it is compared with.
  public let other: OptionID
  /// The share of weights and scenarios in which it is ahead; ties count for neither.
  public let probability: Estimate
}
