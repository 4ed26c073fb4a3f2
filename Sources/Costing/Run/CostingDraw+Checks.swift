// SPDX-License-Identifier: Apache-2.0

extension CostingModel {
  /// Checks that a draw has the layout of the inputs and numbers that can be used.
  func check(_ draw: CostingDraw) throws(CostingErrors) {
    var mistakes = CostingMistakes()
    check(draw.doNothing, .doNothing, &mistakes)
    check(draw.withPlan, .withPlan, &mistakes)
    checkPrices(draw, &mistakes)
    let schemeCount = inputs.schemes.count
    if inputs.confidence == .bernoulli || !draw.uniforms.isEmpty {
      check(draw.uniforms, .uniforms, count: schemeCount, .uniform, &mistakes)
    }
    if !draw.effects.isEmpty {
      check(draw.effects, .effects, count: schemeCount, .zeroOrMore, &mistakes)
    }
    if !draw.baselines.isEmpty {
      check(draw.baselines, .baselines, count: inputs.lines.count, .zeroOrMore, &mistakes)
    }
    try mistakes.throwIfAny()
    for (driver, line) in needsBase.enumerated() {
      guard let line else { continue }
      let values = draw.doNothing[driver]
      let baseMonths = inputs.drivers[driver].resolution == .yearly ? 1 : 12
      mistakes.report(
        .driverIsZeroInBaseYear(driver: inputs.drivers[driver].id, line: inputs.lines[line].id),
        unless: values[..<baseMonths].contains { $0 > 0 })
    }
    try mistakes.throwIfAny()
  }

  private func check(
    _ series: [[Double]], _ field: CostingPlace.Field, _ mistakes: inout CostingMistakes
  ) {
    guard series.count == inputs.drivers.count else {
      return mistakes.report(
        .wrongCount(
          series.count, at: CostingPlace(.draw, field), expected: inputs.drivers.count))
    }
    for (driver, values) in zip(inputs.drivers, series) {
      let expected = driver.resolution.count(years: yearCount)
      guard values.count == expected else {
        mistakes.report(
          .wrongCount(
            values.count, at: CostingPlace(.driver(driver.id), field), expected: expected))
        continue
      }
      // A sum is cheap to judge; only one that is no number or below zero is searched.
      var lowest = 0.0
      var sum = 0.0
      for value in values {
        sum += value
        lowest = value < lowest ? value : lowest
      }
      if sum < .infinity && lowest >= 0 { continue }
      guard let bad = values.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) else { continue }
      mistakes.report(
        .number(
          values[bad], at: CostingPlace(.driver(driver.id), field, index: bad),
          expected: .zeroOrMore))
    }
  }

  private func checkPrices(_ draw: CostingDraw, _ mistakes: inout CostingMistakes) {
    guard draw.prices.count >= drawnSeriesCount else {
      return mistakes.report(
        .wrongCount(
          draw.prices.count, at: CostingPlace(.draw, .prices), expected: drawnSeriesCount))
    }
    for (index, series) in draw.prices.enumerated() {
      let place = CostingPlace(.draw, .prices, index: index)
      mistakes.report(
        .wrongCount(series.count, at: place, expected: yearCount - 1),
        unless: series.count == yearCount - 1)
      for rate in series { mistakes.require(rate, .rate, place) }
    }
  }

  private func check(
    _ values: [Double], _ field: CostingPlace.Field, count: Int, _ rule: NumberRule,
    _ mistakes: inout CostingMistakes
  ) {
    guard values.count == count else {
      return mistakes.report(
        .wrongCount(values.count, at: CostingPlace(.draw, field), expected: count))
    }
    for (index, value) in values.enumerated() {
      mistakes.require(value, rule, CostingPlace(.draw, field, index: index))
    }
  }
}
