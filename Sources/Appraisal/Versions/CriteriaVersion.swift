// SPDX-License-Identifier: Apache-2.0

/// The criteria, scales and weights as they stood from some day on.
public struct CriteriaVersion: Hashable, Sendable {
  /// The id results refer to.
  public let id: VersionID
  /// The name a reader sees.
  public let label: String
  /// The day it was adopted.
  public let date: Day
  /// The criteria, which keep their ids from version to version.
  public let criteria: [Criterion]
  /// The groups the criteria refer to.
  public let groups: [CriterionGroup]
  /// How the weights are set.
  public let weighting: Weighting
  /// The scores that differ from those of the history under this version, such as those on a
  /// redefined criterion.
  public let scores: [ScoreEntry]

  /// Creates a version.
  public init(
    id: VersionID, label: String, date: Day, criteria: [Criterion], groups: [CriterionGroup],
    weighting: Weighting, scores: [ScoreEntry]
  ) {
    self.id = id
    self.label = label
    self.date = date
    self.criteria = criteria
    self.groups = groups
    self.weighting = weighting
    self.scores = scores
  }
}

/// One difference between two versions of the criteria.
public enum CriteriaChange: Hashable, Sendable {
  /// A criterion is new, with this share of the weight.
  case added(CriterionID, weight: Double)
  /// A criterion is gone; it had this share of the weight.
  case removed(CriterionID, weight: Double)
  /// A criterion's share of the weight changed.
  case reweighted(CriterionID, before: Double, after: Double, cause: ReweightingCause)
  /// A criterion's name changed, and so perhaps what people took it to mean.
  case relabelled(CriterionID, before: String, after: String)
  /// What counted as better now counts as worse.
  case directionReversed(CriterionID, before: Scale, after: Scale)
  /// Scores turn into other values.
  case redefined(CriterionID, before: Scale, after: Scale)
  /// A criterion moved to another group.
  case regrouped(CriterionID, before: GroupID?, after: GroupID?)
  /// An option has another score.
  case rescored(Cell, before: Score, after: Score)
}

/// Why the share of a criterion changed.
public enum ReweightingCause: Hashable, Sendable {
  /// Its own swing weight, that of its group, or its group changed.
  case ownWeight
  /// Only others changed: shares sum to one, so they moved this one.
  case otherWeights
}

/// When a change was made, seen from the day the scores were seen.
public enum ChangeTiming: Hashable, Sendable {
  /// Nobody knew whom the change would help.
  case beforeScoresWereSeen
  /// On the same day; days alone can't tell which came first.
  case onTheDay
  /// Whoever made the change could know whom it would help.
  case afterScoresWereSeen

  init(_ date: Day, scoresSeen: Day) {
    if date == scoresSeen {
      self = .onTheDay
    } else {
      self = date < scoresSeen ? .beforeScoresWereSeen : .afterScoresWereSeen
    }
  }
}
