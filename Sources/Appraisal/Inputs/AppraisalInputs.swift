// SPDX-License-Identifier: Apache-2.0

/// A table of options by criteria with everything needed to come to a conclusion.
public struct AppraisalInputs: Hashable, Sendable {
  /// What is compared; results keep this order.
  public var options: [Option]
  /// By what it is judged; results keep this order, and totals are summed in it.
  public var criteria: [Criterion]
  /// The groups that criteria refer to.
  public var groups: [CriterionGroup]
  /// How the weights are set.
  public var weighting: Weighting
  /// One score for each option on each criterion, in any order.
  public var scores: [ScoreEntry]

  /// Creates inputs; ``AppraisalModel`` checks them.
  public init(
    options: [Option], criteria: [Criterion], groups: [CriterionGroup], weighting: Weighting,
    scores: [ScoreEntry]
  ) {
    self.options = options
    self.criteria = criteria
    self.groups = groups
    self.weighting = weighting
    self.scores = scores
  }

  /// The position of an option.
  func index(of option: OptionID) throws(AppraisalErrors) -> Int {
    guard let index = options.firstIndex(where: { $0.id == option }) else {
      throw AppraisalErrors(.unknownOption(option))
    }
    return index
  }

  /// The position of a criterion.
  func index(of criterion: CriterionID) throws(AppraisalErrors) -> Int {
    guard let index = criteria.firstIndex(where: { $0.id == criterion }) else {
      throw AppraisalErrors(.unknownCriterion(criterion))
    }
    return index
  }
}
