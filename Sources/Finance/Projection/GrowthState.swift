// SPDX-License-Identifier: Apache-2.0

/// How far each driver of a line has gone since the base year.
///
/// With `d`, `n`, `p` and `o` the cumulative factors of the four drivers, for example
/// `d(t) = (1 + d₁)(1 + d₂)...(1 + d_t)`, `v` the variable share, `B` the baseline and `a` the sum
/// of the additive steps so far:
///
///     activity = d x n
///     amount   = B x (1 + v x (activity - 1)) x p x o + a
struct GrowthState {
  var demographic = 1.0
  var nonDemographic = 1.0
  var price = 1.0
  var other = 1.0
  var additive = 0.0

  /// The factor on the baseline, leaving out what is added.
  func scale(variableShare: Share) -> Double {
    (1 + variableShare.value * (demographic * nonDemographic - 1)) * price * other
  }

  /// The same state with only the drivers whose bit is set in `mask`; bit 0 is the first case.
  func keeping(_ mask: Int) -> Self {
    func kept(_ driver: Driver, _ factor: Double) -> Double {
      mask & (1 << driver.rawValue) == 0 ? 1 : factor
    }
    return Self(
      demographic: kept(.demographic, demographic),
      nonDemographic: kept(.nonDemographic, nonDemographic),
      price: kept(.price, price), other: kept(.other, other))
  }
}

extension Line {
  /// The state of the line in each of `years`, of which the first is the base year.
  func states(over years: ClosedRange<Year>) -> [GrowthState] {
    func factors(_ driver: Driver) -> [Double] {
      (growth.rates[driver] ?? 0).growthFactors(over: years)
    }
    let demographic = factors(.demographic)
    let nonDemographic = factors(.nonDemographic)
    let price = factors(.price)
    let other = factors(.other)
    var additive = 0.0
    return years.enumerated().map { index, year in
      additive += growth.additive[year]?.value ?? 0
      return GrowthState(
        demographic: demographic[index], nonDemographic: nonDemographic[index],
        price: price[index], other: other[index], additive: additive)
    }
  }

  /// The amount of the line in each of `years`, in millions of pounds.
  func amounts(over years: ClosedRange<Year>) -> [Double] {
    states(over: years).map { state in
      baseline.value * state.scale(variableShare: growth.variableShare) + state.additive
    }
  }
}
