// SPDX-License-Identifier: Apache-2.0

/// Which way a measure should go.
public enum BetterDirection: String, Sendable, CaseIterable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
  /// Neither way is better in itself.
  case neither
}

/// What was measured in order, and how it is to be judged.
public struct ControlSeries: Equatable, Sendable {
  /// One place in the series, such as a month.
  public struct Place: Equatable, Sendable {
    /// What was measured, or nil when nothing was.
    public var value: Double?
    /// Whether it is shown and left out of limits and rules, by a recorded decision.
    public var isGhosted: Bool

    /// A place with what was measured there.
    public init(_ value: Double?, isGhosted: Bool = false) {
      self.value = value
      self.isGhosted = isGhosted
    }

    /// The value, when it is there and counts.
    var counted: Double? { isGhosted ? nil : value }
  }

  /// The places in order.
  public var places: [Place]
  /// Which way is better.
  public var better: BetterDirection
  /// The target now, if there is one.
  public var target: Double?
  /// The first places of later phases, each with limits of its own.
  public var rebasedAt: [Int]
  /// Whether moving ranges above their upper limit are left out of the mean moving range.
  public var screensRanges: Bool
  /// A phase with fewer points than this has no limits, and nothing is said of it.
  public var minimumPoints: Int

  /// A series.
  public init(
    _ places: [Place], better: BetterDirection, target: Double? = nil, rebasedAt: [Int] = [],
    screensRanges: Bool, minimumPoints: Int
  ) {
    self.places = places
    self.better = better
    self.target = target
    self.rebasedAt = rebasedAt
    self.screensRanges = screensRanges
    self.minimumPoints = minimumPoints
  }
}
