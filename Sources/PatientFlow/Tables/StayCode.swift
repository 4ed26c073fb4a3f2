// SPDX-License-Identifier: Apache-2.0

/// A distribution of stays as plain numbers.
struct StayCode: BitwiseCopyable, Sendable {
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case none, fixed, exponential, lognormal, uniform, weibull, observed
  }

  var kind = Kind.none
  /// Of observed times: how many, and where they begin.
  var count: Int32 = 0
  var offset = 0
  var first = 0.0
  var second = 0.0

  /// The time that a share of patients does not exceed.
  @inline(__always)
  func quantile(_ share: Double, _ observed: UnsafePointer<Double>) -> Double {
    switch kind {
    case .none: 0
    case .fixed: first
    case .exponential: StayInverse.exponential(share, mean: first)
    case .lognormal: StayInverse.lognormal(share, location: first, scale: second)
    case .uniform: first + share * second
    case .weibull: StayInverse.weibull(share, inverseShape: first, scale: second)
    case .observed: StayInverse.observed(share, observed + offset, count: Int(count))
    }
  }

  /// The code of a distribution; observed times are added to a table.
  init(_ stay: StayTime?, _ observed: inout [Double]) {
    guard let stay else { return }
    switch stay {
    case .fixed(let days): (kind, first) = (.fixed, days)
    case .exponential(let mean): (kind, first) = (.exponential, mean)
    case .lognormal(let location, let scale):
      (kind, first, second) = (.lognormal, location, scale)
    case .uniform(let low, let high): (kind, first, second) = (.uniform, low, high - low)
    case .weibull(let shape, let scale): (kind, first, second) = (.weibull, 1 / shape, scale)
    case .observed(let seen):
      (kind, count, offset) = (.observed, Int32(seen.count), observed.count)
      observed += seen.sorted()
    }
  }
}
