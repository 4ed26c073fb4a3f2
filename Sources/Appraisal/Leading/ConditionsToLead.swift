// SPDX-License-Identifier: Apache-2.0

/// What would have to be true for one option to come first.
///
/// To lead means that no other option has a higher total; at the edge the lead is shared.
public struct ConditionsToLead: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// Its rank with the weights and scores as they are.
  public let rank: Int
  /// How far its total is below the best; zero if it leads.
  public let gap: Double
  /// The smallest change of all weights together that lets it lead.
  public let allWeights: WeightRoute
  /// Its largest possible lead over the best other option, among the admitted weights.
  ///
  /// Nil when there is no other option.
  public let largestLead: LargestLead?
  /// For each criterion, then each group: the weights at which it leads, the others in proportion.
  public let singleWeights: [SingleWeightRoute]
  /// For each criterion: the smallest change of its own score that lets it lead.
  public let scores: [ScoreRoute]

  /// The answer in a word, with what shows it.
  public var verdict: LeadVerdict {
    switch allWeights {
    case .leadsNow: .leads
    case .change(let nearest): canLeadAlone ? .possible(nearest) : .level(nearest)
    case .impossible(let proof): .impossible(proof)
    }
  }

  /// Whether some admitted weights put it first without sharing.
  public var canLeadAlone: Bool { largestLead.map { $0.margin > tieTolerance } ?? true }
}

/// Whether an option can come first, in a word.
public enum LeadVerdict: Hashable, Sendable {
  /// It leads with the weights as they are.
  case leads
  /// It leads alone with some weights; these are the nearest with which it leads.
  case possible(NearestWeights)
  /// It can do no more than share the lead; these are the nearest weights with which it does.
  case level(NearestWeights)
  /// It leads with no admitted weights.
  case impossible(ImpossibilityProof)
}

/// How the distance between two sets of weights is measured.
public enum WeightDistance: Hashable, Sendable {
  /// The sum of all changes, up and down (the L1 distance); half of it changes hands.
  case total
  /// The largest change of any one weight.
  case largest
}

/// Whether some weights let an option lead.
public enum WeightRoute: Hashable, Sendable {
  /// It leads with the weights as they are.
  case leadsNow
  /// It leads with these weights, and with none that are closer.
  case change(NearestWeights)
  /// It leads with no admitted weights.
  case impossible(ImpossibilityProof)
}

/// The weights closest to those in use with which an option leads.
///
/// Other weights may be as close; which of them is reported is always the same.
public struct NearestWeights: Hashable, Sendable {
  /// How the distance is measured.
  public let measure: WeightDistance
  /// The distance from the weights in use.
  public let distance: Double
  /// Each weight, in the order of the criteria.
  public let changes: [WeightChange]
  /// The options whose totals equal that of the leading one at these weights.
  public let sharesLeadWith: [OptionID]
}

/// The change of one weight.
public struct WeightChange: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// Its share in use.
  public let before: Double
  /// Its share after the change.
  public let after: Double
}

/// The share of one criterion.
public struct CriterionWeight: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// Its share of one.
  public let weight: Double
}

/// The largest lead an option can have over the best other option.
public struct LargestLead: Hashable, Sendable {
  /// Its total less the best total of the others; below zero when it can't lead.
  public let margin: Double
  /// The weights that give it.
  public let weights: [CriterionWeight]
}

/// Why no admitted weights let an option lead.
///
/// A mixture of other options has a higher total whatever the admitted weights, and the best of its
/// members is at least as good as the mixture. With all weights admitted the mixture is better on
/// every criterion, which anyone can check in ``criteria``.
public struct ImpossibilityProof: Hashable, Sendable {
  /// The options mixed and their shares, which sum to one; a single option beats it by itself.
  public let mixture: [MixtureShare]
  /// The values of the option and of the mixture, in the order of the criteria.
  public let criteria: [ProofLine]
  /// The least by which the mixture's total is ahead, over all admitted weights; above zero.
  public let leastAdvantage: Double
}

/// The share of one option in a mixture.
public struct MixtureShare: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// Its share of one.
  public let share: Double
}

/// One criterion of a proof.
public struct ProofLine: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// The value of the option that can't lead.
  public let own: Double
  /// The value of the mixture: its members' values times their shares.
  public let mixture: Double
}

/// The weights of one criterion or group at which an option leads.
public struct SingleWeightRoute: Hashable, Sendable {
  /// Whose weight is varied; the others keep their proportions.
  public let varied: WeightPlace
  /// Its share in use.
  public let current: Double
  /// The shares at which the option leads; nil if it does at none.
  public let leading: LeadingRange?

  /// The share closest to that in use at which the option leads.
  public var nearest: Double? { leading.map { min(max(current, $0.low), $0.high) } }
}

/// What one criterion's score would have to be.
public struct ScoreRoute: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// The score in use.
  public let score: Score
  /// What would have to change.
  public let answer: Answer

  /// What would have to change on one criterion.
  public enum Answer: Hashable, Sendable {
    /// Nothing: the option leads.
    case leadsNow
    /// The closest score that suffices, the value that is needed, and the value the score gives.
    case change(to: Score, needed: Double, value: Double)
    /// Even the best score on the scale leaves the total this far behind.
    case impossible(shortBy: Double)
    /// The criterion has no weight, so its scores change nothing.
    case noWeight
  }
}
