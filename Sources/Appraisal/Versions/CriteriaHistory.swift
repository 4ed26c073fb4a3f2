// SPDX-License-Identifier: Apache-2.0

/// What each change of the criteria did to the ranking, and whether scores had been seen by then.
///
/// A change after the scores were seen may be right; what a reader is owed is to know that it
/// happened then and whom it helped.
public struct CriteriaHistory: Hashable, Sendable {
  /// The day on which the scores were first seen by those who decide the criteria.
  public let scoresSeen: Day
  /// The appraisal under each version, in their order.
  public let versions: [VersionAppraisal]
  /// The step from each version to the next.
  public let steps: [VersionStep]

  /// The steps that change something and were not taken before the scores were seen.
  public var flagged: [VersionStep] {
    steps.filter { !$0.changes.isEmpty && $0.timing != .beforeScoresWereSeen }
  }
}

/// The appraisal under one version.
public struct VersionAppraisal: Hashable, Sendable {
  /// The version.
  public let version: VersionID
  /// The day it was adopted.
  public let date: Day
  /// Whether the scores had been seen by then.
  public let timing: ChangeTiming
  /// The conclusion under this version, with every step.
  public let result: AppraisalResult
}

/// The step from one version to the next.
public struct VersionStep: Hashable, Sendable {
  /// The version before.
  public let from: VersionID
  /// The version after.
  public let to: VersionID
  /// The day of the version after.
  public let date: Day
  /// Whether the scores had been seen by then.
  public let timing: ChangeTiming
  /// What is different, in the order of the criteria; empty if nothing is.
  public let changes: [CriteriaChange]
  /// What all changes together did to each option, in the order of the options.
  public let effects: [VersionEffect]
  /// Who led before.
  public let leadersBefore: [OptionID]
  /// Who leads after.
  public let leadersAfter: [OptionID]

  /// Whether the step changed who leads.
  public var changedLeaders: Bool { leadersBefore != leadersAfter }
}

/// What one step did to one option.
public struct VersionEffect: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// Its rank before.
  public let rankBefore: Int
  /// Its rank after.
  public let rankAfter: Int
  /// Its total before.
  public let totalBefore: Double
  /// Its total after.
  public let totalAfter: Double
  /// Its total less that of the best other option, before.
  public let leadBefore: Double
  /// Its total less that of the best other option, after.
  public let leadAfter: Double

  /// How much the step raised its standing against the best other option.
  ///
  /// Totals under two versions are in different units of worth; leads are the fairer comparison.
  public var gain: Double { leadAfter - leadBefore }
}
