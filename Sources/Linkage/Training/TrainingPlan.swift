// SPDX-License-Identifier: Apache-2.0

/// How the probabilities of a model are found from the records themselves, without labelled pairs.
public struct TrainingPlan: Sendable, Hashable, Codable {
  /// What fixes the random pairs.
  public var seed: UInt64 = 1
  /// The most random pairs from which u is counted.
  public var mostRandomPairs = 10_000_000
  /// Once each level of a comparison was seen so often, no more pairs are drawn for it.
  public var enoughOfEachLevel = 1_000
  /// Rules that hardly any pair of two people satisfies, from which the prior is estimated; without any,
  /// the model's prior is kept.
  public var certain: [BlockingRule] = []
  /// The share of pairs of one person that those rules are thought to find, above 0 and at most 1.
  public var recall = 0.8
  /// Rules whose pairs m is found from, one after the other.
  public var sessions: [BlockingRule] = []
  /// The most pairs that one such rule is counted over; of more, a part is picked by a hash.
  public var mostSessionPairs = 50_000_000
  /// The most rounds of expectation and maximisation.
  public var mostRounds = 25
  /// Rounds end when no probability moves by as much.
  public var convergence = 0.0001

  /// Describes a plan.
  public init(
    seed: UInt64 = 1, certain: [BlockingRule] = [], recall: Double = 0.8,
    sessions: [BlockingRule] = []
  ) {
    self.seed = seed
    self.certain = certain
    self.recall = recall
    self.sessions = sessions
  }
}

/// A model whose probabilities were found, and how.
public struct TrainedModel: Sendable, Hashable {
  /// What one session of expectation and maximisation did.
  public struct Session: Sendable, Hashable {
    /// The rule whose pairs it used.
    public let rule: BlockingRule
    /// How many pairs those were.
    public let pairs: Int
    /// The names of the comparisons whose m it found; those that the rule fixes are left out.
    public let comparisons: [String]
    /// The share of those pairs that are of one person, after each round.
    public var priors: [Double]
    /// The largest movement of any probability in each round.
    public var movements: [Double]
  }

  /// The model with m, u and the prior filled in.
  public var model: LinkageModel
  /// How many random pairs each comparison's u was counted from.
  public var randomPairs: [Int]
  /// How many pairs the certain rules found.
  public var certainPairs: Int
  /// The sessions, in order.
  public var sessions: [Session]
  /// What a careful reader should know, such as levels that were never seen.
  public var warnings: [String]
}
