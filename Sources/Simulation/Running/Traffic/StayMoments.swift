// SPDX-License-Identifier: Apache-2.0

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
    self.init(mean: stay?.mean ?? 0, square: stay?.meanSquare ?? 0)
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
