// SPDX-License-Identifier: Apache-2.0

extension AppraisalInputs {
  /// Checks everything but the scores.
  func checkStructure(_ mistakes: inout MistakeList) {
    mistakes.report(.noOptions, unless: !options.isEmpty)
    mistakes.report(.noCriteria, unless: !criteria.isEmpty)
    mistakes.requireIdentifiers(options.map(\.id), of: "option") { .duplicateOption($0) }
    mistakes.requireIdentifiers(criteria.map(\.id), of: "criterion") { .duplicateCriterion($0) }
    mistakes.requireIdentifiers(groups.map(\.id), of: "group") { .duplicateGroup($0) }
    checkGroups(&mistakes)
    checkWeights(&mistakes)
    for criterion in criteria { criterion.scale.check(of: criterion.id, &mistakes) }
  }

  private func checkGroups(_ mistakes: inout MistakeList) {
    let known = Set(groups.map(\.id))
    for criterion in criteria {
      if let group = criterion.group {
        mistakes.report(.unknownGroup(group), unless: known.contains(group))
      } else {
        mistakes.report(.criterionWithoutGroup(criterion.id), unless: weighting == .flat)
      }
    }
    guard weighting == .twoLevels else { return }
    let used = Set(criteria.compactMap(\.group))
    for group in groups { mistakes.report(.emptyGroup(group.id), unless: used.contains(group.id)) }
  }

  private func checkWeights(_ mistakes: inout MistakeList) {
    for criterion in criteria {
      criterion.weight.check(at: .criterion(criterion.id), &mistakes)
    }
    switch weighting {
    case .flat: checkSum(of: criteria.map(\.weight), among: .criteria, &mistakes)
    case .twoLevels:
      for group in groups { group.weight.check(at: .group(group.id), &mistakes) }
      checkSum(of: groups.map(\.weight), among: .groups, &mistakes)
      for group in groups {
        let members = criteria.filter { $0.group == group.id }.map(\.weight)
        checkSum(of: members, among: .criteriaOf(group.id), &mistakes)
      }
    }
  }

  private func checkSum(
    of weights: [SwingWeight], among: AmongWhat, _ mistakes: inout MistakeList
  ) {
    guard !weights.isEmpty else { return }
    mistakes.report(.allWeightsZero(among), unless: weights.contains { $0.points != 0 })
  }
}

extension SwingWeight {
  fileprivate func check(at place: WeightPlace, _ mistakes: inout MistakeList) {
    guard points.isFinite && low.isFinite && high.isFinite else {
      return mistakes.report(.weightNotFinite(place))
    }
    guard points >= 0 && low >= 0 && high >= 0 else {
      return mistakes.report(.negativeWeight(place))
    }
    mistakes.report(
      .weightOutsideItsRange(place, low: low, points: points, high: high),
      unless: low <= points && points <= high)
  }
}

extension Scale {
  fileprivate func check(of id: CriterionID, _ mistakes: inout MistakeList) {
    switch self {
    case .symbols(let scale):
      mistakes.report(.noSymbols(id), unless: !scale.symbols.isEmpty)
      for symbol in scale.symbols.map(\.symbol).repeated() {
        mistakes.report(.duplicateSymbol(symbol, id))
      }
      checkValues(scale.symbols.map(\.value), of: id, &mistakes)
    case .measured(let function):
      let scores = function.points.map(\.score)
      guard scores.count >= 2 else { return mistakes.report(.tooFewPoints(id)) }
      guard scores.allSatisfy(\.isFinite) else { return mistakes.report(.scaleNotFinite(id)) }
      let isRising = zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 }
      mistakes.report(.pointsNotRising(id), unless: isRising)
      checkValues(function.points.map(\.value), of: id, &mistakes)
    }
  }

  private func checkValues(
    _ values: [Double], of id: CriterionID, _ mistakes: inout MistakeList
  ) {
    let areShares = values.allSatisfy { $0 >= 0 && $0 <= 1 }
    mistakes.report(.valueOutsideZeroToOne(id), unless: areShares)
  }
}
