// SPDX-License-Identifier: Apache-2.0

extension CostingInputs {
  func check(_ scheme: CostingScheme, _ names: KnownNames, _ mistakes: inout CostingMistakes) {
    let record = CostingRecord.scheme(scheme.id)
    names.require(
      .organisation(scheme.organisation), CostingPlace(record, .organisation), &mistakes)
    mistakes.require(
      scheme.fullYearEffect, .zeroOrMore, CostingPlace(record, .fullYearEffect))
    mistakes.report(
      .amountTooLarge(record, year: baseYear),
      unless: !(scheme.fullYearEffect > MoneyGrid.limit && scheme.fullYearEffect.isFinite))
    requireProjected(scheme.start.year, CostingPlace(record, .start), &mistakes)
    mistakes.require(
      Double(scheme.start.month), .whole(1...12), CostingPlace(record, .start))
    mistakes.report(
      .wrongCount(0, at: CostingPlace(record, .ramp), expected: 1), unless: !scheme.ramp.isEmpty)
    for (index, share) in scheme.ramp.enumerated() {
      mistakes.require(share, .share, CostingPlace(record, .ramp, index: index))
    }
    for (index, price) in scheme.prices.enumerated() {
      names.require(.price(price), CostingPlace(record, .prices, index: index), &mistakes)
    }
    mistakes.require(scheme.confidence, .share, CostingPlace(record, .confidence))
    if let pool = scheme.pool { names.require(.pool(pool), CostingPlace(record, .pool), &mistakes) }
    if case .transfer(let receiver) = scheme.effect {
      names.require(.organisation(receiver), CostingPlace(record, .effect), &mistakes)
    }
    check(
      scheme.investments, .zeroOrMore, CostingPlace(record, .investments), &mistakes)
    for (index, capital) in scheme.capital.enumerated() {
      check(capital, CostingPlace(record, .capital, index: index), &mistakes)
    }
  }

  private func check(
    _ capital: CapitalSpend, _ place: CostingPlace, _ mistakes: inout CostingMistakes
  ) {
    mistakes.require(capital.amount, .zeroOrMore, place)
    mistakes.require(capital.charge, .zeroOrMore, place)
    mistakes.require(Double(capital.life), .whole(1...1000), place)
    requireProjected(capital.year, place, &mistakes)
    mistakes.report(
      .yearOutsideHorizon(capital.inUse, at: place),
      unless: capital.inUse >= capital.year && capital.inUse <= 9999)
  }

  /// Mistakes that names and numbers have to be sound for.
  func checkSense(_ mistakes: inout CostingMistakes) {
    for scheme in schemes { checkEffect(of: scheme, &mistakes) }
    checkPools(&mistakes)
    let effects = Dictionary(
      zip(schemes.map(\.id), schemes.map(\.fullYearEffect)), uniquingKeysWith: { first, _ in first }
    )
    for delivery in demandDeliveries where (effects[delivery.scheme] ?? 0) > 0 {
      mistakes.report(.savedTwice(scheme: delivery.scheme, mitigator: delivery.mitigator))
    }
  }

  private func checkEffect(of scheme: CostingScheme, _ mistakes: inout CostingMistakes) {
    guard case .transfer(let receiver) = scheme.effect else { return }
    mistakes.report(
      .transfersToItself(scheme: scheme.id), unless: receiver != scheme.organisation)
    if let pool = scheme.pool {
      mistakes.report(.transferDrawsOnPool(scheme: scheme.id, pool: pool))
    }
  }

  private func checkPools(_ mistakes: inout CostingMistakes) {
    let known = Dictionary(
      zip(lines.map(\.id), lines), uniquingKeysWith: { first, _ in first })
    var poolOfLine: [String: String] = [:]
    for pool in pools {
      guard case .lines(let ids) = pool.size else { continue }
      for id in ids {
        mistakes.report(
          .poolLineIsNotOutsideCost(line: id, pool: pool.id),
          unless: known[id]?.flow == .cost(to: nil))
        if let first = poolOfLine[id] {
          mistakes.report(.lineInTwoPools(line: id, first: first, second: pool.id))
        }
        poolOfLine[id] = pool.id
      }
      let owners = Set(ids.compactMap { known[$0]?.organisation })
      for scheme in schemes where scheme.pool == pool.id && !owners.contains(scheme.organisation) {
        mistakes.report(.schemeOutsidePool(scheme: scheme.id, pool: pool.id))
      }
    }
  }
}
