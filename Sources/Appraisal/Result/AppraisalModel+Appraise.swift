// SPDX-License-Identifier: Apache-2.0

extension AppraisalModel {
  /// Values, weighs and ranks all options.
  ///
  ///     total(option) = sum over criteria of weight(criterion) x value(option, criterion)
  ///
  /// Adding up assumes that the worth of a step on one criterion doesn't depend on the others
  /// (mutual preference independence) and that a strength makes up for a weakness; what must not
  /// be made up for belongs among the hurdles. Reference: R. L. Keeney and H. Raiffa, Decisions
  /// with Multiple Objectives (1976).
  /// - Complexity: O(options x (options + criteria)).
  public func appraise() -> AppraisalResult {
    let totals = totals
    let ranks = ranks(of: totals)
    let options = optionIDs.indices.map { row in
      let contributions = contributions(of: row)
      return OptionResult(
        option: optionIDs[row], contributions: contributions,
        groups: groupContributions(contributions), total: totals[row], rank: ranks[row],
        sharesRankWith: optionIDs.indices.filter { $0 != row && ranks[$0] == ranks[row] }
          .map { optionIDs[$0] })
    }
    return AppraisalResult(weights: weightSteps(), options: options)
  }

  private func contributions(of row: Int) -> [Contribution] {
    criterionIDs.indices.map { column in
      let valuation = valuations[row][column]
      return Contribution(
        criterion: criterionIDs[column], valuation: valuation, weight: weights[column],
        amount: valuation.value * weights[column])
    }
  }

  private func groupContributions(_ contributions: [Contribution]) -> [GroupContribution] {
    inputs.groups.map { group in
      let members = zip(inputs.criteria, contributions).filter { $0.0.group == group.id }
      return GroupContribution(
        group: group.id, weight: members.reduce(0) { $0 + $1.1.weight },
        amount: members.reduce(0) { $0 + $1.1.amount })
    }
  }

  /// How each weight came about.
  func weightSteps() -> [WeightStep] {
    guard let shares = inputs.weightShares() else { return [] }
    return inputs.criteria.indices.map { column in
      let criterion = inputs.criteria[column]
      return WeightStep(
        criterion: criterion.id, group: criterion.group, swing: criterion.weight,
        shareWithin: shares.within[column], shareOfGroup: shares.ofGroup[column],
        weight: shares.overall[column])
    }
  }
}
