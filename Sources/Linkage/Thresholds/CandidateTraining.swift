// SPDX-License-Identifier: Apache-2.0

/// Trains a model without labels on the pairs of all its blocking rules.
public struct CandidateTraining: Sendable {
  /// The engine of the trained model.
  public let engine: LinkageEngine
  /// Pairs of people of one household; nil where they cannot be told.
  public let related: RelatedPeople?
  /// Pairs of one person that are expected among the candidates.
  public let expectedMatches: Double
  /// Pairs of the blocking rules, each counted once.
  public let candidates: Int
  /// How many pairs of records the scope allows.
  public let possiblePairs: Double

  /// Finds u from random pairs, m from the candidates, and the prior from both.
  ///
  /// - Parameters:
  ///   - table: The records.
  ///   - model: What is compared; probabilities are replaced.
  ///   - roles: What people of one household share, by comparison; empty to leave households out.
  ///   - most: The most candidates that are counted; of more, a part is picked by a hash.
  ///   - workers: Who does the pieces.
  /// - Throws: `LinkageError` where the model does not fit the records.
  public init(
    _ table: RecordTable, _ model: LinkageModel, roles: [ComparisonRole] = [],
    most: Int = 8_000_000, _ workers: Workers = .serial
  ) throws(LinkageError) {
    var plan = TrainingPlan()
    plan.mostRandomPairs = 2_500_000
    let training = try Training(table, model, plan)
    var trained = TrainedModel(
      model: model, randomPairs: [], certainPairs: 0, sessions: [], warnings: [])
    training.setUnlike(&trained, workers)
    Self.fillIn(&trained)
    possiblePairs = training.possiblePairs
    let counted = training.engine.candidatePatterns(most: most, workers)
    let fit = try MixtureFit(
      counted.patterns, trained.model.comparisons, roles: roles,
      possiblePairs: possiblePairs * counted.share,
      prior: min(0.1, Double(table.count) / 2 / max(1, possiblePairs)))
    related = fit.related
    candidates = Int((Double(counted.patterns.pairs) / counted.share).rounded())
    expectedMatches = fit.matches / counted.share
    for index in trained.model.comparisons.indices {
      for level in trained.model.comparisons[index].levels.indices
      where !trained.model.comparisons[index].levels[level].isMissing {
        trained.model.comparisons[index].levels[level].m = fit.m[index][level]
      }
    }
    trained.model.prior = fit.prior
    engine = try training.engine.with(probabilitiesOf: trained.model)
  }

  /// A level that no random pair reached is taken to be as rare as that allows.
  private static func fillIn(_ trained: inout TrainedModel) {
    for index in trained.model.comparisons.indices {
      let pairs = Double(max(1, trained.randomPairs[index]))
      for level in trained.model.comparisons[index].levels.indices
      where !trained.model.comparisons[index].levels[level].isMissing {
        let found = trained.model.comparisons[index].levels[level].u ?? 0
        trained.model.comparisons[index].levels[level].u = max(found, 0.5 / pairs)
      }
    }
  }
}

extension LinkageEngine {
  /// Counts the pairs of all rules by pattern over all comparisons.
  func candidatePatterns(most: Int, _ workers: Workers) -> (patterns: PatternCounts, share: Double)
  {
    var counts = PatternCounts(levels: model.comparisons.map(\.levels.count))
    let sizes = compiled.rules.indices.map { blocks(rule: $0) }
    let total = sizes.reduce(0) { $0 + $1.pairs }
    let share = total > most ? Double(most) / Double(total) : 1
    for blocks in sizes {
      let pieces = blocks.pieces(ofAbout: 500_000)
      let all = Array(model.comparisons.indices)
      for piece in workers.map(
        pieces.count,
        { index in
          patterns(pieces[index], of: blocks, comparisons: all, share: share)
        })
      {
        counts.add(piece)
      }
    }
    return (counts, share)
  }
}
