// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow

/// The mean and the mean square of a time, in days.
struct StayMoments: Hashable {
  var mean: Double
  var square: Double

  var variance: Double { max(0, square - mean * mean) }

  init(mean: Double, square: Double) {
    self.mean = mean
    self.square = square
  }

  /// The moments of a time; no time at all for nil.
  init(_ stay: StayTime?) {
    switch stay {
    case nil: self.init(mean: 0, square: 0)
    case .fixed(let days): self.init(mean: days, square: days * days)
    case .exponential(let mean): self.init(mean: mean, square: 2 * mean * mean)
    case .lognormal(let location, let scale):
      let spread = scale * scale
      self.init(mean: exp(location + spread / 2), square: exp(2 * location + 2 * spread))
    case .uniform(let low, let high):
      self.init(mean: (low + high) / 2, square: (low * low + low * high + high * high) / 3)
    case .weibull(let shape, let scale):
      self.init(
        mean: scale * tgamma(1 + 1 / shape), square: scale * scale * tgamma(1 + 2 / shape))
    case .observed(let times):
      let count = Double(max(times.count, 1))
      self.init(
        mean: times.reduce(0, +) / count, square: times.reduce(0) { $0 + $1 * $1 } / count)
    }
  }

  /// The time after another, which has nothing to do with it.
  func after(_ other: StayMoments) -> StayMoments {
    StayMoments(
      mean: mean + other.mean, square: square + 2 * mean * other.mean + other.square)
  }
}

extension Journey {
  /// Time in need of care, over all routes.
  var careDays: Double {
    routes.reduce(0) { $0 + $1.chance * StayMoments($1.stay ?? stay).mean }
  }

  /// Time for which the bed is kept when the next unit has room: care and transition.
  var bedTime: StayMoments {
    var sums = StayMoments(mean: 0, square: 0)
    for route in routes {
      let time = StayMoments(route.transition).after(StayMoments(route.stay ?? stay))
      sums.mean += route.chance * time.mean
      sums.square += route.chance * time.square
    }
    return sums
  }

  /// The mean of the stay when it is exponential, the same on every route, and without transition.
  var exponentialMean: Double? {
    var found: Double?
    for route in routes where route.chance > 0 {
      guard route.transition == nil, case .exponential(let mean) = route.stay ?? stay,
        found == nil || found == mean
      else { return nil }
      found = mean
    }
    return found
  }
}
