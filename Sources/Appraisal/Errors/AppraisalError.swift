// SPDX-License-Identifier: Apache-2.0

/// A mistake in the inputs, named for what the user wrote.
public enum AppraisalError: Error, Hashable, Sendable {
  // MARK: Names

  /// An id has no visible character; the text says which kind of thing it names.
  case blankIdentifier(of: String)
  /// Two options have this id.
  case duplicateOption(OptionID)
  /// Two criteria have this id.
  case duplicateCriterion(CriterionID)
  /// Two groups have this id.
  case duplicateGroup(GroupID)
  /// Two scenarios have this id.
  case duplicateScenario(ScenarioID)
  /// Two hurdles have this id.
  case duplicateHurdle(HurdleID)
  /// Two stages have this id.
  case duplicateStage(StageID)
  /// Two versions of the criteria have this id.
  case duplicateVersion(VersionID)
  /// No option has this id.
  case unknownOption(OptionID)
  /// No criterion has this id.
  case unknownCriterion(CriterionID)
  /// No group has this id.
  case unknownGroup(GroupID)
  /// No hurdle has this id.
  case unknownHurdle(HurdleID)

  // MARK: What is there

  /// There is nothing to compare.
  case noOptions
  /// There is nothing to judge by.
  case noCriteria
  /// Weights are set in two levels but this criterion has no group.
  case criterionWithoutGroup(CriterionID)
  /// Weights are set in two levels but this group has no criterion.
  case emptyGroup(GroupID)

  // MARK: Weights

  /// A weight or an end of its range is infinite or not a number.
  case weightNotFinite(WeightPlace)
  /// A weight or an end of its range is below zero.
  case negativeWeight(WeightPlace)
  /// A weight does not lie within its own range.
  case weightOutsideItsRange(WeightPlace, low: Double, points: Double, high: Double)
  /// All weights that are weighed against each other are zero.
  case allWeightsZero(AmongWhat)

  // MARK: Scales

  /// A point of a scale is infinite or not a number.
  case scaleNotFinite(CriterionID)
  /// A scale needs two points with different scores, worst and best.
  case tooFewPoints(CriterionID)
  /// The points of a scale are not by rising score, or its worst and best are equal.
  case pointsNotRising(CriterionID)
  /// A value is not from 0 to 1.
  case valueOutsideZeroToOne(CriterionID)
  /// A scale of symbols has none.
  case noSymbols(CriterionID)
  /// A symbol has two values.
  case duplicateSymbol(String, CriterionID)

  // MARK: Scores

  /// A cell has no score.
  case missingScore(Cell)
  /// A cell has two scores.
  case duplicateScore(Cell)
  /// A symbol is not of the criterion's scale.
  case unknownSymbol(String, expected: [String], Cell)
  /// A score is infinite or not a number.
  case scoreNotFinite(Cell)
  /// A number is written where symbols are asked for.
  case numberOnSymbolScale(Cell)
  /// A symbol is written where a number is asked for.
  case symbolOnMeasuredScale(String, Cell)
  /// A score lies beyond a scale that refuses such scores.
  case scoreOutsideScale(Double, lowest: Double, highest: Double, Cell)

  // MARK: Spaces of weights and draws

  /// A range of weights is not from 0 to 1, or its low end is above its high end.
  case rangeNotWithinZeroToOne(CriterionID)
  /// A criterion has two ranges of weights.
  case duplicateRange(CriterionID)
  /// A criterion is named twice in the order of importance.
  case duplicateInOrder(CriterionID)
  /// No weights that sum to one lie within all ranges.
  case rangesExcludeEveryWeighting(lowest: Double, highest: Double)
  /// No weights within the ranges are in the order of importance.
  case orderContradictsRanges
  /// So few weights satisfy the ranges and the order that drawing them gave up.
  case weightSpaceTooNarrow(tries: Int)
  /// A simulation needs at least two draws.
  case tooFewDraws(Int)
  /// Exact acceptabilities are for two criteria.
  case exactNeedsTwoCriteria(found: Int)
  /// A margin is below zero, infinite or not a number.
  case marginNotZeroOrMore
  /// The linear program did not settle; rescale the inputs and report it.
  case programNotSolved

  // MARK: Scenarios

  /// There is no scenario.
  case noScenarios
  /// A probability is not from 0 to 1.
  case probabilityOutsideZeroToOne(ScenarioID)
  /// Probabilities sum to something else than one.
  case probabilitiesDoNotSumToOne(sum: Double)

  // MARK: Hurdles and versions

  /// There is no hurdle.
  case noHurdles
  /// An option still in the running has no verdict on a hurdle.
  case missingVerdict(OptionID, HurdleID)
  /// An option has two verdicts on a hurdle.
  case duplicateVerdict(OptionID, HurdleID)
  /// There is no version of the criteria.
  case noVersions
  /// A version is dated before the one listed before it.
  case versionsOutOfOrder(VersionID)
  /// A day does not exist.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A mistake that shows under one version of the criteria only.
  indirect case inVersion(VersionID, AppraisalError)
  /// A mistake in the scores of one scenario.
  indirect case inScenario(ScenarioID, AppraisalError)
}

/// Whose weight a mistake is about.
public enum WeightPlace: Hashable, Sendable {
  /// The weight of a criterion.
  case criterion(CriterionID)
  /// The weight of a group.
  case group(GroupID)
}

/// Which weights are weighed against each other.
public enum AmongWhat: Hashable, Sendable {
  /// All criteria.
  case criteria
  /// All groups.
  case groups
  /// The criteria of one group.
  case criteriaOf(GroupID)
}

/// Every mistake found, in the order of the inputs.
public struct AppraisalErrors: Error, Hashable, Sendable {
  /// The mistakes; never empty.
  public let all: [AppraisalError]

  init(_ error: AppraisalError) { all = [error] }

  init(all: [AppraisalError]) { self.all = all }
}
