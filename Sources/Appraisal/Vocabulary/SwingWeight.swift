// SPDX-License-Identifier: Apache-2.0

/// How much it matters to go from the worst to the best end of a scale, with the range in doubt.
///
/// A swing weight holds both how important a criterion is and how far apart the ends of its scale
/// are: a criterion everybody cares about deserves little weight if all options are alike on it.
/// The unit is free, such as points with 100 for the swing that matters most; only ratios count.
public struct SwingWeight: Hashable, Sendable {
  /// The weight in use.
  public let points: Double
  /// The lowest weight anyone argues for; used by the tornado and by ranges of weights.
  public let low: Double
  /// The highest weight anyone argues for.
  public let high: Double

  /// Creates a weight that is not in doubt.
  public init(_ points: Double) { self.init(points, low: points, high: points) }

  /// Creates a weight with the range in doubt; `low` is at most `points` and `high` at least.
  public init(_ points: Double, low: Double, high: Double) {
    self.points = points
    self.low = low
    self.high = high
  }
}
