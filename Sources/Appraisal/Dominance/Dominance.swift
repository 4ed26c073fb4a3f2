// SPDX-License-Identifier: Apache-2.0

/// Which options are at least as good as others on every criterion, whatever the weights.
public struct Dominance: Hashable, Sendable {
  /// Every pair of which one dominates the other, in the order of the inputs.
  public let pairs: [DominatedPair]
  /// The options that no other dominates (the Pareto front), in the order of the inputs.
  public let front: [OptionID]
}

/// Two options of which one is nowhere worse and somewhere better.
public struct DominatedPair: Hashable, Sendable {
  /// The option that is nowhere worse.
  public let better: OptionID
  /// The option that is nowhere better.
  public let worse: OptionID
  /// The criteria that tell them apart; never empty.
  public let betterOn: [CriterionID]
  /// The criteria on which their values are equal.
  public let equalOn: [CriterionID]
}

extension AppraisalModel {
  /// Compares every two options criterion by criterion.
  ///
  /// Weights play no part: a criterion of zero weight counts here. Values are compared, not
  /// scores, so two scores clipped to the same value are equal.
  /// - Complexity: O(options² x criteria).
  public func dominance() -> Dominance {
    var pairs: [DominatedPair] = []
    var isDominated = [Bool](repeating: false, count: optionIDs.count)
    for better in optionIDs.indices {
      for worse in optionIDs.indices where better != worse {
        guard let pair = dominatedPair(better, worse) else { continue }
        pairs.append(pair)
        isDominated[worse] = true
      }
    }
    let front = optionIDs.indices.filter { !isDominated[$0] }.map { optionIDs[$0] }
    return Dominance(pairs: pairs, front: front)
  }

  private func dominatedPair(_ better: Int, _ worse: Int) -> DominatedPair? {
    let (left, right) = (table.rows[better], table.rows[worse])
    guard !zip(left, right).contains(where: { $0 < $1 }) else { return nil }
    let strict = criterionIDs.indices.filter { left[$0] > right[$0] }
    guard !strict.isEmpty else { return nil }
    let equal = criterionIDs.indices.filter { left[$0] == right[$0] }
    return DominatedPair(
      better: optionIDs[better], worse: optionIDs[worse],
      betterOn: strict.map { criterionIDs[$0] }, equalOn: equal.map { criterionIDs[$0] })
  }
}
