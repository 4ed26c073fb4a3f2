// SPDX-License-Identifier: Apache-2.0

/// The growth in funding that would make the system gap equal a target, or why there is none.
public enum SwitchingGrowth: Hashable, Sendable {
  /// Funding that grows by this much in every year gives the target gap.
  case found(Percent)
  /// No rate from -20% to +20% gives the target gap.
  case notFound(Reason)

  /// Why no rate was found.
  public enum Reason: Hashable, Sendable {
    /// The system has no funding line above zero, so growth changes nothing.
    case noFunding
    /// The year is the base year or outside the horizon, so growth can't reach it.
    case yearOutsideHorizon(Year)
    /// The target is infinite or not a number.
    case targetNotFinite
    /// Even 20% a year leaves this gap, which is wider than the target.
    case gapTooWideAtPlus20(MillionPounds)
    /// Even a cut of 20% a year leaves this gap, which is narrower than the target.
    case gapTooNarrowAtMinus20(MillionPounds)
  }
}

extension FinanceModel {
  /// Finds how much funding would have to grow each year for the system gap to equal a target.
  ///
  /// The rate takes the place of the rates of every funding line, whose additive steps stay:
  /// funding is `baseline x (1 + rate)^years + additive`. The gap falls as the rate rises, so the
  /// rate is found by halving -20% to +20% until the two ends are neighbouring numbers, which is
  /// closer than 1e-9 percentage points.
  /// - Parameters:
  ///   - target: the gap to reach: zero to break even.
  ///   - year: the year in which to reach it, after the base year.
  /// - Returns: the rate, or why there is none.
  /// - Complexity: O(lines x years) and at most 200 halvings.
  public func switchingGrowth(
    toReach target: MillionPounds, in year: Year
  ) -> SwitchingGrowth {
    guard target.value.isFinite else { return .notFound(.targetNotFinite) }
    guard projectedYears.contains(year) else { return .notFound(.yearOutsideHorizon(year)) }
    let question = FundingQuestion(self, year: year)
    guard question.baseline > 0 else { return .notFound(.noFunding) }
    let widest = question.gap(at: -20)
    let narrowest = question.gap(at: 20)
    if narrowest == target.value { return .found(20) }
    if widest == target.value { return .found(-20) }
    guard narrowest < target.value else {
      return .notFound(.gapTooWideAtPlus20(MillionPounds(narrowest)))
    }
    guard widest > target.value else {
      return .notFound(.gapTooNarrowAtMinus20(MillionPounds(widest)))
    }
    return .found(question.rate(toReach: target.value))
  }
}

/// The system gap of one year as a function of funding growth.
private struct FundingQuestion {
  /// The gap of the year without the funding that grows.
  let gapWithout: Double
  /// The funding of the base year.
  let baseline: Double
  /// The years over which it grows.
  let years: Int

  init(_ model: FinanceModel, year: Year) {
    let fundingLines = model.lines.filter { $0.flow == .funding }
    let offset = model.years.lowerBound.distance(to: year)
    let system = model.project().system[offset]
    let steps = fundingLines.reduce(0.0) { $0 + $1.states(over: model.years)[offset].additive }
    gapWithout = system.externalCost.value - system.externalIncome.value - steps
    baseline = fundingLines.reduce(0.0) { $0 + $1.baseline.value }
    years = offset
  }

  func gap(at rate: Double) -> Double {
    let factor = (0..<years).reduce(1.0) { product, _ in product * Percent(rate).growthFactor }
    return gapWithout - baseline * factor
  }

  /// Halves the range until its ends are neighbours; the target lies strictly inside it.
  func rate(toReach target: Double) -> Percent {
    var low = -20.0
    var high = 20.0
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { break }
      let gap = gap(at: middle)
      if gap == target { return Percent(middle) }
      if gap > target { low = middle } else { high = middle }
    }
    let highIsCloser = (gap(at: high) - target).magnitude < (gap(at: low) - target).magnitude
    return Percent(highIsCloser ? high : low)
  }
}
