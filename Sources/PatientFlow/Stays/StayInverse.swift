// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Inverses of distribution functions: the time that a share of patients does not exceed.
///
/// Each grows with the share, so that a share drawn for a patient means the same good or bad luck
/// whatever the distribution.
enum StayInverse {
  /// Of the exponential distribution.
  @inline(__always)
  static func exponential(_ share: Double, mean: Double) -> Double {
    -mean * Elementary.logarithm(1 - share)
  }

  /// Of the lognormal distribution.
  @inline(__always)
  static func lognormal(_ share: Double, location: Double, scale: Double) -> Double {
    Elementary.exponential(location + scale * StandardNormal.quantile(share))
  }

  /// Of the Weibull distribution.
  @inline(__always)
  static func weibull(_ share: Double, inverseShape: Double, scale: Double) -> Double {
    scale * Elementary.power(-Elementary.logarithm(1 - share), inverseShape)
  }

  /// Of times that were seen, in order: each stands at the middle of its share, and between two
  /// neighbours the time grows evenly, so that the mean is the mean of what was seen (Hazen 1914).
  @inline(__always)
  static func observed(_ share: Double, _ sorted: UnsafePointer<Double>, count: Int) -> Double {
    let place = share * Double(count) - 0.5
    guard place > 0 else { return sorted[0] }
    let lower = Int(place)
    guard lower + 1 < count else { return sorted[count - 1] }
    return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
  }
}
