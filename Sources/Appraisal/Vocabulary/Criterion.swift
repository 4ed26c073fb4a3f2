// SPDX-License-Identifier: Apache-2.0

/// One thing by which options are judged.
public struct Criterion: Hashable, Sendable {
  /// The id that scores refer to.
  public let id: CriterionID
  /// The name a reader sees.
  public let label: String
  /// The group it belongs to; required when weights are set in two levels.
  public let group: GroupID?
  /// How a score becomes a value from 0 to 1, which also says whether more is better.
  public let scale: Scale
  /// How much the step from worst to best on the scale matters.
  public let weight: SwingWeight

  /// Creates a criterion.
  public init(
    id: CriterionID, label: String, group: GroupID?, scale: Scale, weight: SwingWeight
  ) {
    self.id = id
    self.label = label
    self.group = group
    self.scale = scale
    self.weight = weight
  }
}

/// Criteria that are weighed as one at the upper level, such as quality, access or workforce.
public struct CriterionGroup: Hashable, Sendable {
  /// The id that criteria refer to.
  public let id: GroupID
  /// The name a reader sees.
  public let label: String
  /// The weight of the group among groups; unused when weighting is flat.
  public let weight: SwingWeight

  /// Creates a group.
  public init(id: GroupID, label: String, weight: SwingWeight) {
    self.id = id
    self.label = label
    self.weight = weight
  }
}

/// How the weights of criteria are set.
public enum Weighting: Hashable, Sendable {
  /// Each criterion is weighed against all others; groups only gather contributions.
  ///
  ///     weight(c) = swing(c) / sum of all swings
  case flat
  /// Groups are weighed against groups, and criteria against the others of their group.
  ///
  ///     weight(c) = swing(group of c) / sum over groups x swing(c) / sum within the group of c
  case twoLevels
}
