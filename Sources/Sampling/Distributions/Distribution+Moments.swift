// SPDX-License-Identifier: Apache-2.0

extension Distribution {
  /// The mean before any clamping: for an interval, the middle of it.
  public var mean: Double {
    switch shape {
    case .fixed(let value): value
    case .uniform(let low, let high), .interval(let low, let high, _): low / 2 + high / 2
    case .triangular(let low, let mode, let high): low / 3 + mode / 3 + high / 3
    case .normal(let mean, _): mean
    }
  }

  /// The standard deviation before any clamping: for an interval, its width divided by 2.5631.
  public var standardDeviation: Double {
    switch shape {
    case .fixed: return 0
    case .uniform(let low, let high): return (high - low) / 12.0.squareRoot()
    case .triangular(let low, let mode, let high):
      // The sum of squares of the three sides, which has no cancellation.
      let sides = [high - low, mode - low, high - mode]
      return (sides.reduce(0) { $0 + $1 * $1 } / 36).squareRoot()
    case .normal(_, let deviation): return deviation
    case .interval(let low, let high, _):
      return (high - low) / StandardNormal.widthOfEightyPercent
    }
  }

  /// The value that stands for the input when it does not vary: the mode of a triangle, and
  /// otherwise the middle.
  public var centre: Double {
    switch shape {
    case .fixed(let value): value
    case .triangular(_, let mode, _): mode
    case .uniform, .normal: mean
    case .interval(let low, let high, let within):
      low == high ? low : Self.clamped(mean, within)
    }
  }

  /// The exact mean of the values drawn, after clamping.
  public var clampedMean: Double {
    guard let ends = clampedEnds else { return mean }
    return mean + standardDeviation * Self.clampedMoments(ends.low, ends.high).mean
  }

  /// The exact standard deviation of the values drawn, after clamping.
  public var clampedStandardDeviation: Double {
    guard let ends = clampedEnds else { return standardDeviation }
    let moments = Self.clampedMoments(ends.low, ends.high)
    return standardDeviation * max(moments.square - moments.mean * moments.mean, 0).squareRoot()
  }

  /// The ends of the range in standard deviations from the mean, where there is a range.
  private var clampedEnds: (low: Double, high: Double)? {
    guard case .interval(_, _, let within) = shape, !isFixed else { return nil }
    let deviation = standardDeviation
    return ((within.lowerBound - mean) / deviation, (within.upperBound - mean) / deviation)
  }

  /// The mean and the mean square of a standard normal number clamped to a range: the two ends with
  /// their chances, and the integrals of `z φ(z)` and `z² φ(z)` between them.
  private static func clampedMoments(
    _ low: Double, _ high: Double
  ) -> (mean: Double, square: Double) {
    let below = StandardNormal.cumulative(low)
    let above = StandardNormal.cumulative(-high)
    let (atLow, atHigh) = (StandardNormal.density(low), StandardNormal.density(high))
    // An infinite end has no chance: nothing times infinity is nothing here.
    func times(_ end: Double, _ chance: Double) -> Double { end.isInfinite ? 0 : end * chance }
    let mean = times(low, below) + times(high, above) + atLow - atHigh
    let inside = 1 - below - above + times(low, atLow) - times(high, atHigh)
    return (mean, inside + times(low, times(low, below)) + times(high, times(high, above)))
  }
}
