// SPDX-License-Identifier: Apache-2.0

/// A measure at a point of delivery and a site: one line of the results.
public struct ResultLine: Sendable, Hashable {
  /// What is counted.
  public let measure: Measure
  /// The point of delivery.
  public let pod: String
  /// The site.
  public let site: String
  /// The count in the base year.
  public let baseline: Int
}

/// A part of a line: one sex and band of age, or one specialty.
public struct ResultPart<Group: Sendable & Hashable>: Sendable, Hashable {
  /// The place of the line.
  public let line: Int
  /// Which part of it.
  public let group: Group
  /// The count in the base year.
  public let baseline: Int
}

/// A sex and a band of age.
public struct SexAndAge: Sendable, Hashable {
  /// The sex.
  public let sex: Sex
  /// The place of the band in `AgeGroup.names`.
  public let ageGroup: Int
}

/// A cause of change in the account of a run.
public struct Cause: Sendable, Hashable {
  /// What causes are.
  public enum Kind: String, Sendable {
    /// A family of factors.
    case factor
    /// A strategy that avoids activity.
    case avoidance
    /// A strategy that shortens stays or moves care.
    case efficiency
  }

  /// The name of the family or the strategy.
  public let id: String
  /// The kind of activity that a strategy belongs to; nil for factors.
  public let activity: ActivityKind?
  /// What it is.
  public let kind: Kind
}
