// SPDX-License-Identifier: Apache-2.0

import Sampling

extension StayTime {
  /// The mean, in days.
  public var mean: Double {
    switch self {
    case .fixed(let days): days
    case .exponential(let mean): mean
    case .lognormal(let location, let scale):
      Elementary.exponential(location + scale * scale / 2)
    case .uniform(let low, let high): (low + high) / 2
    case .weibull(let shape, let scale): scale * Elementary.gamma(1 + 1 / shape)
    case .observed(let seen): seen.reduce(0, +) / Double(seen.count)
    }
  }

  /// The mean of the square, in days squared.
  public var meanSquare: Double {
    switch self {
    case .fixed(let days): days * days
    case .exponential(let mean): 2 * mean * mean
    case .lognormal(let location, let scale): Elementary.exponential(2 * (location + scale * scale))
    case .uniform(let low, let high): (low * low + low * high + high * high) / 3
    case .weibull(let shape, let scale): scale * scale * Elementary.gamma(1 + 2 / shape)
    case .observed(let seen): seen.reduce(0) { $0 + $1 * $1 } / Double(seen.count)
    }
  }

  /// The time that a share of patients does not exceed, in days; it grows with the share.
  ///
  /// - Parameter share: strictly between 0 and 1.
  /// - Returns: the time.
  public func quantile(_ share: Double) -> Double {
    switch self {
    case .fixed(let days): days
    case .exponential(let mean): StayInverse.exponential(share, mean: mean)
    case .lognormal(let location, let scale):
      StayInverse.lognormal(share, location: location, scale: scale)
    case .uniform(let low, let high): low + share * (high - low)
    case .weibull(let shape, let scale):
      StayInverse.weibull(share, inverseShape: 1 / shape, scale: scale)
    case .observed(let seen):
      seen.sorted().withUnsafeBufferPointer { sorted in
        sorted.baseAddress.map { StayInverse.observed(share, $0, count: sorted.count) } ?? 0
      }
    }
  }

  /// The share of patients who stay longer than a time.
  public func share(longerThan time: Double) -> Double {
    guard time > 0 else { return 1 }
    switch self {
    case .fixed(let days): return time < days ? 1 : 0
    case .exponential(let mean): return Elementary.exponential(-time / mean)
    case .lognormal(let location, let scale):
      guard scale > 0 else { return time < mean ? 1 : 0 }
      return StandardNormal.cumulative((location - Elementary.logarithm(time)) / scale)
    case .uniform(let low, let high):
      guard high > low else { return time < low ? 1 : 0 }
      return min(1, max(0, (high - time) / (high - low)))
    case .weibull(let shape, let scale):
      return Elementary.exponential(-Elementary.power(time / scale, shape))
    case .observed(let seen): return ObservedStays(seen).share(longerThan: time)
    }
  }
}
