// SPDX-License-Identifier: Apache-2.0

import Sampling

extension PlacesRule {
  /// The chance of running short, without checks.
  func shortage(_ units: Int, _ mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    guard units > 0 else { return 1 }
    switch measure {
    case .allTaken:
      return OccupancyDistribution(mean: mean, variability: variability).chanceAbove(units - 1)
    case .demandAbove:
      return OccupancyDistribution(mean: mean, variability: variability).chanceAbove(units)
    case .turnedAway: return ErlangLoss.chance(units: units, demand: mean)
    }
  }

  /// The fewest units that do, without checks.
  func search(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    // Look around a first guess in steps that double, then halve what is left.
    let guess = approximation(mean)
    var (low, high) = (guess, guess)
    var step = 1
    while shortage(high, mean) > chance {
      low = high
      high += step
      step *= 2
    }
    if low == high {
      step = 1
      while low > 0 && shortage(low, mean) <= chance {
        high = low
        low = max(0, low - step)
        step *= 2
      }
    }
    // Here `low` is too few and `high` does.
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if shortage(middle, mean) <= chance { high = middle } else { low = middle }
    }
    return high
  }

  /// The units by the normal distribution corrected for skewness (Cornish and Fisher 1938, first term).
  ///
  /// Without the correction this is staffing by the square-root rule: mean + z·√variance.
  func approximation(_ mean: Double) -> Int {
    let z = -StandardNormal.quantile(chance)
    let skewness = 2 * variability - 1
    let quantile = mean + z * (variability * mean).squareRoot() + (z * z - 1) / 6 * skewness
    // The count n with P(N > n) at most the chance, half a unit for continuity; one more for P(N ≥ n).
    let extra = measure == .demandAbove ? 0.0 : 1.0
    return Int(max(1, min(1e10, (quantile - 0.5).rounded(.up) + extra)))
  }

  /// The largest mean that so many units can bear, without checks.
  func threshold(_ units: Int, atLeast low: Double = 0, step: Double = 1) -> Double {
    guard units > 0 else { return 0 }
    func excess(_ mean: Double) -> Double {
      guard mean > 0 else { return -.greatestFiniteMagnitude.squareRoot() }
      let now = max(shortage(units, mean), .leastNormalMagnitude)
      return Elementary.logarithm(now / chance)
    }
    var bottom = low
    var width = step
    while excess(bottom + width) <= 0 {
      bottom += width
      width *= 2
    }
    // From nothing, come close by halving first: the logarithm is steep there.
    var top = bottom + width
    while bottom == 0 && excess(top / 2) > 0 { top /= 2 }
    if bottom == 0 { bottom = top / 2 }
    return Crossing.between(bottom, top, excess)
  }
}
