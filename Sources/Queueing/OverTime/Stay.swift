// SPDX-License-Identifier: Apache-2.0

/// How long people stay.
public enum Stay: Equatable, Sendable {
  /// Exponential, by its mean.
  case exponential(mean: Double)
  /// The same for all.
  case fixed(Double)
  /// Lognormal: the mean and standard deviation of the logarithm of the stay.
  case lognormal(location: Double, scale: Double)

  /// A lognormal stay by its mean and standard deviation.
  public static func lognormal(
    mean: Double, standardDeviation: Double
  ) throws(QueueError) -> Stay {
    try Check.positive(mean, "the mean stay")
    try Check.range(
      standardDeviation, "the standard deviation of stays", (mean * 1e-3)...(mean * 1e3))
    let ratio = standardDeviation / mean
    let square = Elementary.logarithmOfOnePlus(ratio * ratio)
    return .lognormal(
      location: Elementary.logarithm(mean) - square / 2, scale: square.squareRoot())
  }

  /// A lognormal stay by its mean and median; the mean must be the larger.
  public static func lognormal(mean: Double, median: Double) throws(QueueError) -> Stay {
    try Check.positive(median, "the median stay")
    try Check.range(
      mean, "the mean stay, beside its median,", (median * 1.000_001)...(median * 1e3))
    let location = Elementary.logarithm(median)
    return .lognormal(
      location: location, scale: (2 * (Elementary.logarithm(mean) - location)).squareRoot())
  }

  func check() throws(QueueError) {
    switch self {
    case .exponential(let mean): try Check.positive(mean, "the mean stay")
    case .fixed(let stay): try Check.positive(stay, "the stay")
    case .lognormal(let location, let scale):
      try Check.range(location, "the mean of the logarithm of stays", -20...20)
      try Check.range(scale, "the standard deviation of the logarithm of stays", 1e-3...5)
    }
  }

  /// The mean stay.
  public var mean: Double {
    switch self {
    case .exponential(let mean): mean
    case .fixed(let stay): stay
    case .lognormal(let location, let scale):
      Elementary.exponential(location + scale * scale / 2)
    }
  }

  /// The share of people who stay longer than a time.
  public func share(longerThan time: Double) -> Double {
    guard time > 0 else { return 1 }
    switch self {
    case .exponential(let mean): return Elementary.exponential(-time / mean)
    case .fixed(let stay): return time < stay ? 1 : 0
    case .lognormal(let location, let scale):
      return Elementary.normalAbove((Elementary.logarithm(time) - location) / scale)
    }
  }

  /// The mean of the part of stays that is before a time: the integral of `share(longerThan:)`.
  public func mean(upTo time: Double) -> Double {
    guard time > 0 else { return 0 }
    switch self {
    case .exponential(let mean): return -mean * Elementary.exponentialLessOne(-time / mean)
    case .fixed(let stay): return min(stay, time)
    case .lognormal(let location, let scale):
      let z = (Elementary.logarithm(time) - location) / scale
      return mean * Elementary.normalAbove(scale - z) + time * Elementary.normalAbove(z)
    }
  }
}
