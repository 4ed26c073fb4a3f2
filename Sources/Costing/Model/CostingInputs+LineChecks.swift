// SPDX-License-Identifier: Apache-2.0

extension CostingInputs {
  /// The years after the base year, in which things can start.
  var projectedYears: ClosedRange<Int>? { baseYear < lastYear ? baseYear + 1...lastYear : nil }

  func check(_ line: CostLine, _ names: KnownNames, _ mistakes: inout CostingMistakes) {
    let record = CostingRecord.line(line.id)
    names.require(
      .organisation(line.organisation), CostingPlace(record, .organisation), &mistakes)
    if let other = line.flow.counterparty {
      names.require(.organisation(other), CostingPlace(record, .counterparty), &mistakes)
      mistakes.report(.tradesWithItself(line: line.id), unless: other != line.organisation)
    }
    mistakes.require(line.baseline, .zeroOrMore, CostingPlace(record, .baseline))
    mistakes.report(
      .amountTooLarge(record, year: baseYear),
      unless: !(line.baseline > MoneyGrid.limit && line.baseline.isFinite))
    for (index, price) in line.prices.enumerated() {
      names.require(.price(price), CostingPlace(record, .prices, index: index), &mistakes)
    }
    if let driver = line.driver {
      names.require(.driver(driver), CostingPlace(record, .driver), &mistakes)
    }
    for (index, part) in line.parts.enumerated() { check(part, index, line, names, &mistakes) }
    let sum = line.parts.reduce(0) { $0 + $1.share }
    mistakes.report(.sharesAboveOne(line: line.id, sum: sum), unless: !(sum > 1 + 1e-9))
    check(line.steps, .finite, CostingPlace(record, .steps), &mistakes)
  }

  private func check(
    _ part: CostPart, _ index: Int, _ line: CostLine, _ names: KnownNames,
    _ mistakes: inout CostingMistakes
  ) {
    let record = CostingRecord.line(line.id)
    mistakes.require(part.share, .share, CostingPlace(record, .share, index: index))
    if let driver = part.driver {
      names.require(.driver(driver), CostingPlace(record, .driver, index: index), &mistakes)
    }
    if part.behaviour != .fixed, part.driver == nil, line.driver == nil {
      mistakes.report(.partWithoutDriver(line: line.id, part: index))
    }
    guard case .semiFixed(let step, let delay) = part.behaviour else { return }
    mistakes.require(step, .aboveZero, CostingPlace(record, .step, index: index))
    mistakes.require(
      Double(delay), .whole(0...1200), CostingPlace(record, .delay, index: index))
  }

  /// Checks money that starts in a year after the base year.
  func check(
    _ steps: [CostStep], _ rule: NumberRule, _ place: CostingPlace,
    _ mistakes: inout CostingMistakes
  ) {
    for (index, step) in steps.enumerated() {
      let position = CostingPlace(place.record, place.field, index: index)
      mistakes.require(step.amount, rule, position)
      requireProjected(step.year, position, &mistakes)
    }
  }

  func requireProjected(
    _ year: Int, _ place: CostingPlace, _ mistakes: inout CostingMistakes
  ) {
    mistakes.report(
      .yearOutsideHorizon(year, at: place), unless: projectedYears?.contains(year) ?? false)
  }
}
