// SPDX-License-Identifier: Apache-2.0

extension AppraisalError: CustomStringConvertible {
  /// The mistake as a sentence that says where it is; the edges may word it their own way.
  ///
  /// Longer than other functions because it has one line for each case and no default: a new case
  /// does not compile without its words.
  public var description: String {
    switch self {
    case .blankIdentifier(let kind): "the id of a \(kind) has no visible character: give it one"
    case .duplicateOption(let id): "option '\(id)' is defined twice"
    case .duplicateCriterion(let id): "criterion '\(id)' is defined twice"
    case .duplicateGroup(let id): "group '\(id)' is defined twice"
    case .duplicateScenario(let id): "scenario '\(id)' is defined twice"
    case .duplicateHurdle(let id): "hurdle '\(id)' is defined twice"
    case .duplicateStage(let id): "stage '\(id)' is defined twice"
    case .duplicateVersion(let id): "version '\(id)' of the criteria is defined twice"
    case .unknownOption(let id): "there is no option '\(id)'"
    case .unknownCriterion(let id): "there is no criterion '\(id)'"
    case .unknownGroup(let id): "there is no group '\(id)'"
    case .unknownHurdle(let id): "there is no hurdle '\(id)'"
    case .noOptions: "there is no option: add at least one"
    case .noCriteria: "there is no criterion: add at least one"
    case .criterionWithoutGroup(let id):
      "criterion '\(id)' has no group: weights in two levels need one"
    case .emptyGroup(let id): "group '\(id)' has no criterion: remove it or move one into it"
    case .weightNotFinite(let place): "the weight of \(place) is not a finite number"
    case .negativeWeight(let place): "the weight of \(place) is below zero"
    case .weightOutsideItsRange(let place, let low, let points, let high):
      "the weight \(points) of \(place) is not within its range from \(low) to \(high)"
    case .allWeightsZero(let among): "the weights of \(among) are all zero: one must be above zero"
    case .scaleNotFinite(let id): "criterion '\(id)': the scale has a point that is not finite"
    case .tooFewPoints(let id): "criterion '\(id)': a scale needs a worst and a best point"
    case .pointsNotRising(let id):
      "criterion '\(id)': the scale needs points by rising score, and a worst unlike its best"
    case .valueOutsideZeroToOne(let id): "criterion '\(id)': a value lies from 0 to 1"
    case .noSymbols(let id): "criterion '\(id)': the scale has no symbol"
    case .duplicateSymbol(let symbol, let id):
      "criterion '\(id)': symbol '\(symbol)' has two values"
    case .missingScore(let cell):
      "\(cell): there is no score; add one, or ask for an appraisal with intervals"
    case .duplicateScore(let cell): "\(cell): there are two scores"
    case .unknownSymbol(let symbol, let expected, let cell):
      "\(cell): '\(symbol)' is not one of \(expected.joined(separator: " "))"
    case .scoreNotFinite(let cell): "\(cell): the score is not a finite number"
    case .numberOnSymbolScale(let cell): "\(cell): a number is given where a symbol is expected"
    case .symbolOnMeasuredScale(let symbol, let cell):
      "\(cell): '\(symbol)' is given where a number is expected"
    case .scoreOutsideScale(let score, let lowest, let highest, let cell):
      "\(cell): \(score) is not on the scale from \(lowest) to \(highest); widen it or allow clipping"
    case .rangeNotWithinZeroToOne(let id):
      "criterion '\(id)': a range of weights runs from 0 or more up to 1 or less"
    case .duplicateRange(let id): "criterion '\(id)' has two ranges of weights"
    case .duplicateInOrder(let id): "criterion '\(id)' is twice in the order of importance"
    case .rangesExcludeEveryWeighting(let lowest, let highest):
      "weights sum to 1, but the ranges only allow sums from \(lowest) to \(highest)"
    case .orderContradictsRanges:
      "no weights within the ranges follow the order of importance"
    case .weightSpaceTooNarrow(let tries):
      "\(tries) tries found too few weights that fit: widen the ranges, or fix a weight exactly"
    case .tooFewDraws(let draws): "\(draws) draws are too few: use two or more"
    case .exactNeedsTwoCriteria(let found):
      "exact acceptabilities are for two criteria, not \(found): simulate instead"
    case .marginNotZeroOrMore: "a margin is a finite number of zero or more"
    case .programNotSolved: "the linear program did not settle: check the size of the numbers"
    case .noScenarios: "there is no scenario: add at least one"
    case .probabilityOutsideZeroToOne(let id):
      "the probability of scenario '\(id)' does not lie from 0 to 1"
    case .probabilitiesDoNotSumToOne(let sum):
      "the probabilities of the scenarios sum to \(sum), not 1"
    case .noHurdles: "there is no hurdle: add at least one"
    case .missingVerdict(let option, let hurdle):
      "option '\(option)' reaches hurdle '\(hurdle)' but has no verdict on it"
    case .duplicateVerdict(let option, let hurdle):
      "option '\(option)' has two verdicts on hurdle '\(hurdle)'"
    case .noVersions: "there is no version of the criteria"
    case .versionsOutOfOrder(let id): "version '\(id)' is dated before the one listed before it"
    case .noSuchDay(let year, let month, let day): "there is no day \(year)-\(month)-\(day)"
    case .inVersion(let id, let error): "under version '\(id)': \(error)"
    case .inScenario(let id, let error): "in scenario '\(id)': \(error)"
    }
  }
}

extension AppraisalErrors: CustomStringConvertible {
  /// Every mistake on a line of its own.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension Cell: CustomStringConvertible {
  /// The option and the criterion in words.
  public var description: String { "option '\(option)', criterion '\(criterion)'" }
}

extension WeightPlace: CustomStringConvertible {
  /// Whose weight it is, in words.
  public var description: String {
    switch self {
    case .criterion(let id): "criterion '\(id)'"
    case .group(let id): "group '\(id)'"
    }
  }
}

extension AmongWhat: CustomStringConvertible {
  /// Which weights, in words.
  public var description: String {
    switch self {
    case .criteria: "the criteria"
    case .groups: "the groups"
    case .criteriaOf(let id): "the criteria of group '\(id)'"
    }
  }
}
