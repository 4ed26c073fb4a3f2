// SPDX-License-Identifier: Apache-2.0

import Linkage

/// The weights of a model, with the same last digits as those of the native engine.
struct ModelWeights {
  /// How a rare value counts for more at a level.
  struct Term {
    let column: String
    let weight: Double
    let minimumShare: Double
    /// log2 of the chance that two people agree exactly.
    let base: Double

    /// What a value of a share adds.
    func addition(share: Double) -> Double {
      weight * (base - Base2.log(max(share, minimumShare)))
    }
  }

  private static let least = 1e-300

  /// log2 of the odds that two records drawn at random are of one person.
  static func prior(_ model: LinkageModel) throws(DistributedLinkageError) -> Double {
    guard model.prior > 0, model.prior < 1 else {
      throw .notWhole("its prior is \(model.prior); it has to be above 0 and below 1")
    }
    return Base2.log(model.prior / (1 - model.prior))
  }

  /// log2(m / u) of each level, 0 for what is missing.
  static func levels(_ comparison: Comparison) throws(DistributedLinkageError) -> [Double] {
    let probabilities = try probabilities(comparison)
    return comparison.levels.indices.map { place in
      guard !comparison.levels[place].isMissing else { return 0 }
      return Base2.log(max(probabilities.m[place], least) / max(probabilities.u[place], least))
    }
  }

  /// The adjustment of a level; nil where it has none.
  static func term(
    _ comparison: Comparison, _ place: Int
  ) throws(DistributedLinkageError) -> Term? {
    let level = comparison.levels[place]
    guard let wanted = level.termFrequency, wanted.weight != 0, !level.isMissing,
      level.condition != .otherwise
    else { return nil }
    let exact = comparison.levels.firstIndex { $0.condition == .equal(FieldPart(wanted.column)) }
    let base = Base2.log(max(try probabilities(comparison).u[exact ?? place], least))
    return Term(
      column: wanted.column, weight: wanted.weight, minimumShare: wanted.minimumShare, base: base)
  }

  private static func probabilities(
    _ comparison: Comparison
  ) throws(DistributedLinkageError) -> StartingProbabilities {
    do { return try StartingProbabilities(comparison) } catch {
      throw .notWhole(error.description)
    }
  }
}
