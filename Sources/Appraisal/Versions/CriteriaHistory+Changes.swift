// SPDX-License-Identifier: Apache-2.0

extension CriteriaHistory {
  /// What is different between two models of the same options: criteria kept or gone in the order
  /// before, then new ones in the order after.
  static func changes(_ before: AppraisalModel, _ after: AppraisalModel) -> [CriteriaChange] {
    var changes: [CriteriaChange] = []
    for (column, criterion) in before.inputs.criteria.enumerated() {
      if let position = after.criterionIDs.firstIndex(of: criterion.id) {
        changes += definitionChanges(criterion, after.inputs.criteria[position])
        changes += weightChange(before, column, after, position)
        changes += scoreChanges(before, column, after, position)
      } else {
        changes.append(.removed(criterion.id, weight: before.weights[column]))
      }
    }
    for (column, id) in after.criterionIDs.enumerated() where !before.criterionIDs.contains(id) {
      changes.append(.added(id, weight: after.weights[column]))
    }
    return changes
  }

  private static func definitionChanges(
    _ before: Criterion, _ after: Criterion
  ) -> [CriteriaChange] {
    var changes: [CriteriaChange] = []
    if before.label != after.label {
      changes.append(.relabelled(before.id, before: before.label, after: after.label))
    }
    if before.group != after.group {
      changes.append(.regrouped(before.id, before: before.group, after: after.group))
    }
    if before.scale.isReversed(in: after.scale) {
      changes.append(.directionReversed(before.id, before: before.scale, after: after.scale))
    } else if before.scale != after.scale {
      changes.append(.redefined(before.id, before: before.scale, after: after.scale))
    }
    return changes
  }

  private static func weightChange(
    _ before: AppraisalModel, _ old: Int, _ after: AppraisalModel, _ new: Int
  ) -> [CriteriaChange] {
    let (was, becomes) = (before.weights[old], after.weights[new])
    guard (was - becomes).magnitude > tieTolerance else { return [] }
    let isOwn =
      before.inputs.weighting != after.inputs.weighting
      || before.inputs.criteria[old].group != after.inputs.criteria[new].group
      || before.inputs.ownWeights(old) != after.inputs.ownWeights(new)
    return [
      .reweighted(
        before.criterionIDs[old], before: was, after: becomes,
        cause: isOwn ? .ownWeight : .otherWeights)
    ]
  }

  private static func scoreChanges(
    _ before: AppraisalModel, _ old: Int, _ after: AppraisalModel, _ new: Int
  ) -> [CriteriaChange] {
    before.optionIDs.indices.compactMap { row in
      let (was, becomes) = (before.valuations[row][old].score, after.valuations[row][new].score)
      guard was != becomes else { return nil }
      return .rescored(
        Cell(before.optionIDs[row], before.criterionIDs[old]), before: was, after: becomes)
    }
  }
}

extension Scale {
  /// Whether another scale counts as worse what this one counts as better.
  fileprivate func isReversed(in other: Scale) -> Bool {
    guard case .measured(let mine) = self, case .measured(let theirs) = other else { return false }
    return (mine.direction, theirs.direction) == (.higherIsBetter, .lowerIsBetter)
      || (mine.direction, theirs.direction) == (.lowerIsBetter, .higherIsBetter)
  }
}

extension AppraisalInputs {
  /// The points that set the share of a criterion directly: its own and, in two levels, its group's.
  fileprivate func ownWeights(_ column: Int) -> [Double] {
    let criterion = criteria[column]
    guard weighting == .twoLevels else { return [criterion.weight.points] }
    return [criterion.weight.points]
      + groups.filter { $0.id == criterion.group }.map(\.weight.points)
  }
}
