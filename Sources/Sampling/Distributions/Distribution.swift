// SPDX-License-Identifier: Apache-2.0

/// How likely each value of an uncertain input is.
///
/// Every distribution is checked when it is made, so that nothing after that can fail.
public struct Distribution: Hashable, Sendable {
  /// The kinds of distribution, with their numbers in the unit of the input.
  public enum Shape: Hashable, Sendable {
    /// One value, which never varies.
    case fixed(Double)
    /// Any value from low to high, all as likely.
    case uniform(low: Double, high: Double)
    /// From low to high, and most likely at the mode.
    case triangular(low: Double, mode: Double, high: Double)
    /// The normal distribution.
    case normal(mean: Double, standardDeviation: Double)
    /// A normal distribution of which 80% lies from low to high, clamped to a range.
    case interval(low: Double, high: Double, within: ClosedRange<Double>)
  }

  /// The kind and its numbers.
  public let shape: Shape

  /// A distribution of a kind.
  /// - Throws: `SamplingError` when a number is not finite, the order is wrong, a mode lies outside,
  ///   or a standard deviation is below 0.
  public init(_ shape: Shape) throws(SamplingError) {
    try Self.check(shape)
    self.shape = shape
  }

  /// One value, which never varies.
  public static func fixed(_ value: Double) throws(SamplingError) -> Distribution {
    try Distribution(.fixed(value))
  }

  /// Any value from low to high, all as likely.
  public static func uniform(low: Double, high: Double) throws(SamplingError) -> Distribution {
    try Distribution(.uniform(low: low, high: high))
  }

  /// A triangle from low to high with its peak at the mode.
  public static func triangular(
    low: Double, mode: Double, high: Double
  ) throws(SamplingError) -> Distribution {
    try Distribution(.triangular(low: low, mode: mode, high: high))
  }

  /// The normal distribution.
  public static func normal(
    mean: Double, standardDeviation: Double
  ) throws(SamplingError) -> Distribution {
    try Distribution(.normal(mean: mean, standardDeviation: standardDeviation))
  }

  /// A normal distribution of which 80% lies from low to high: its mean is in the middle and its
  /// standard deviation is the distance divided by 2.5631.
  ///
  /// Values outside `within` become its nearer end, so that a share never leaves 0 to 1. `mean` and
  /// `standardDeviation` are those before that; `clampedMean` and `clampedStandardDeviation` are
  /// those of the values drawn.
  public static func interval(
    low: Double, high: Double, within: ClosedRange<Double>? = nil
  ) throws(SamplingError) -> Distribution {
    try Distribution(
      .interval(low: low, high: high, within: within ?? -Double.infinity...Double.infinity))
  }

  /// Whether it has one value only.
  public var isFixed: Bool {
    switch shape {
    case .fixed: true
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .interval(let low, let high, _):
      low == high
    case .normal(_, let standardDeviation): standardDeviation == 0
    }
  }

  /// The value below which a share of draws lies; shares outside 0 to 1 are taken as the nearer end.
  ///
  /// The ends of a normal distribution are infinite; draws are strictly between 0 and 1.
  public func quantile(_ share: Double) -> Double {
    let share = min(max(share, 0), 1)
    switch shape {
    case .fixed(let value): return value
    case .uniform(let low, let high): return Self.between(low, high, share)
    case .triangular(let low, let mode, let high):
      return Self.triangle(low, mode, high, share)
    case .normal, .interval:
      return isFixed ? centre : value(atNormal: StandardNormal.quantile(share))
    }
  }

  /// The value as many standard deviations above the middle as a standard normal number says: the
  /// quantile of the share below that number.
  public func value(atNormal z: Double) -> Double {
    switch shape {
    case .fixed(let value): return value
    case .normal(let mean, let deviation): return deviation == 0 ? mean : mean + deviation * z
    case .interval(let low, let high, let within):
      if low == high { return low }
      return Self.clamped(mean + (high - low) / StandardNormal.widthOfEightyPercent * z, within)
    case .uniform, .triangular: return quantile(StandardNormal.cumulative(z))
    }
  }

  static func clamped(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }

  // Of the form that gives both ends exactly and cannot overflow.
  private static func between(_ low: Double, _ high: Double, _ share: Double) -> Double {
    min(max(low * (1 - share) + high * share, low), high)
  }

  private static func triangle(
    _ low: Double, _ mode: Double, _ high: Double, _ share: Double
  ) -> Double {
    let width = high - low
    guard width > 0 else { return low }
    let below = (mode - low) / width
    if share <= below {
      return min(low + width * (share * below).squareRoot(), mode)
    }
    return max(high - width * ((1 - share) * (1 - below)).squareRoot(), mode)
  }
}
