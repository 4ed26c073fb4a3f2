// SPDX-License-Identifier: Apache-2.0

/// Who leads for every weight that one criterion, or one group, could have.
public struct WeightSensitivity: Hashable, Sendable {
  /// Whose weight is varied.
  public let varied: WeightPlace
  /// Its weight now, as a share of one.
  public let current: Double
  /// For each option that leads now, the whole range of the weight over which it leads.
  public let leaderRanges: [LeadingRange]
  /// The leaders over the whole range from 0 to 1, by rising weight and without gaps.
  public let segments: [LeaderSegment]

  /// The weights at which the lead passes from one option to another, by rising weight.
  public var crossings: [LeaderCrossing] {
    zip(segments, segments.dropFirst()).map {
      LeaderCrossing(weight: $0.high, below: $0.leaders, above: $1.leaders)
    }
  }
}

/// The weights over which one option leads, alone or jointly.
public struct LeadingRange: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// The lowest weight at which it leads.
  public let low: Double
  /// The highest weight at which it leads; at both ends inside 0 to 1 it shares the lead.
  public let high: Double
}

/// A range of weights with the same leaders throughout.
public struct LeaderSegment: Hashable, Sendable {
  /// Where it starts.
  public let low: Double
  /// Where it ends.
  public let high: Double
  /// Who leads between the two; several when their totals stay equal.
  public let leaders: [OptionID]
}

/// A weight at which the lead passes on.
public struct LeaderCrossing: Hashable, Sendable {
  /// The weight.
  public let weight: Double
  /// Who leads at slightly lower weights.
  public let below: [OptionID]
  /// Who takes over at slightly higher weights.
  public let above: [OptionID]
}

/// The weight at which one option overtakes another.
public enum SwitchingWeight: Hashable, Sendable {
  /// Their totals are equal at this weight; each is ahead on one side of it.
  case at(Double, aheadBelow: OptionID, aheadAbove: OptionID)
  /// This option is never behind and somewhere ahead, whatever the weight.
  case neverBehind(OptionID)
  /// Their totals are equal whatever the weight.
  case alwaysEqual
}
