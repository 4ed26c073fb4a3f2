// SPDX-License-Identifier: Apache-2.0

/// The mean of a phase and how far its points usually lie from it, in the unit of the measure.
///
/// The individuals and moving range chart of Shewhart (1931) in the form of Wheeler and Chambers,
/// "Understanding Statistical Process Control" (1992): limits three standard deviations from the
/// mean, with the deviation estimated from the mean moving range.
public struct ControlLimits: Equatable, Sendable {
  /// Limits lie this many mean moving ranges from the mean.
  ///
  /// The mean range of two normal values is 1.128 standard deviations (the constant d2 for samples
  /// of two), so that three deviations are 3 / 1.128 = 2.66 of it. The rounded constant is used, as
  /// published charts use it.
  public static let factor = 2.66
  /// A moving range above this many mean moving ranges is out of the ordinary: D4 for samples of
  /// two, 1 + 3 × 0.8525 / 1.128.
  public static let rangeFactor = 3.267

  /// The mean of the points that count.
  public let mean: Double
  /// The mean of the moving ranges that count.
  public let meanMovingRange: Double
  /// The upper limit of moving ranges, from the mean of all moving ranges of the phase.
  public let upperRangeLimit: Double
  /// How many moving ranges lay above that limit and were left out of the mean.
  public let rangesLeftOut: Int

  /// The lower limit: mean − 2.66 mean moving ranges.
  ///
  /// It is not cut off at zero or 100%.
  public var lower: Double { mean - Self.factor * meanMovingRange }
  /// The upper limit: mean + 2.66 mean moving ranges.
  public var upper: Double { mean + Self.factor * meanMovingRange }
  /// Points below this and not below the lower limit are near that limit: its outer third.
  public var nearLower: Double { mean - Self.factor * 2 / 3 * meanMovingRange }
  /// Points above this and not above the upper limit are near that limit: its outer third.
  public var nearUpper: Double { mean + Self.factor * 2 / 3 * meanMovingRange }

  /// The limits of values in order, at least two.
  ///
  /// With `screening`, moving ranges above the upper limit of ranges are left out once, and the
  /// mean moving range is taken of the others.
  init(values: [Double], screening: Bool) {
    mean = values.reduce(0, +) / Double(values.count)
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let first = ranges.reduce(0, +) / Double(max(ranges.count, 1))
    let limit = Self.rangeFactor * first
    let kept = screening ? ranges.filter { $0 <= limit } : ranges
    upperRangeLimit = limit
    rangesLeftOut = ranges.count - kept.count
    meanMovingRange = kept.reduce(0, +) / Double(max(kept.count, 1))
  }

  /// What counts as equal: a billionth of the size of the numbers, for the rounding of sums.
  var tolerance: Double { 1e-9 * max(abs(mean), meanMovingRange, 1e-300) }

  /// Which side of the mean a value is on: 1 above, -1 below, 0 on it.
  func side(_ value: Double) -> Int {
    if value > mean + tolerance { return 1 }
    return value < mean - tolerance ? -1 : 0
  }

  /// Whether a value is beyond a limit; one that is exactly on it is not.
  func isOutside(_ value: Double) -> Bool {
    value > upper + tolerance || value < lower - tolerance
  }

  /// Whether a value is in the outer third between mean and limit, the limit included.
  func isNear(_ value: Double) -> Bool {
    !isOutside(value) && (value > nearUpper + tolerance || value < nearLower - tolerance)
  }
}
