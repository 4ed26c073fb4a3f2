// SPDX-License-Identifier: Apache-2.0

extension CostingInputs {
  func checkHorizon() throws(CostingErrors) {
    let limit = CostingModel.longestHorizon
    guard baseYear <= lastYear else {
      throw CostingErrors(all: [.horizonEndsBeforeBase(base: baseYear, last: lastYear)])
    }
    guard (1000...9999).contains(baseYear), (1000...9999).contains(lastYear),
      lastYear - baseYear < limit
    else {
      throw CostingErrors(all: [
        .horizonOutOfRange(base: baseYear, last: lastYear, limit: limit)
      ])
    }
  }

  /// Names and numbers, record by record.
  func checkRecords() throws(CostingErrors) {
    var mistakes = CostingMistakes()
    checkNames(&mistakes)
    for driver in drivers {
      if let reference = driver.reference {
        mistakes.require(reference, .aboveZero, CostingPlace(.driver(driver.id), .reference))
      }
    }
    for price in prices { check(price, &mistakes) }
    let names = KnownNames(self)
    for line in lines { check(line, names, &mistakes) }
    for scheme in schemes { check(scheme, names, &mistakes) }
    for pool in pools { check(pool, names, &mistakes) }
    for delivery in demandDeliveries {
      names.require(
        .scheme(delivery.scheme), CostingPlace(.mitigator(delivery.mitigator), .scheme), &mistakes)
    }
    for use in uses {
      let place = CostingPlace(.use(use.id), .scheme)
      names.require(.scheme(use.scheme), place, &mistakes)
      mistakes.require(use.amount, .zeroOrMore, CostingPlace(.use(use.id), .amount))
    }
    try mistakes.throwIfAny()
  }

  private func checkNames(_ mistakes: inout CostingMistakes) {
    let groups: [[CostingRecord]] = [
      organisations.map { .organisation($0.id) }, drivers.map { .driver($0.id) },
      prices.map { .price($0.id) }, lines.map { .line($0.id) }, schemes.map { .scheme($0.id) },
      pools.map { .pool($0.id) }, uses.map { .use($0.id) },
    ]
    for group in groups {
      for record in group.repeated() { mistakes.report(.duplicate(record)) }
      for (index, record) in group.enumerated() {
        mistakes.report(
          .blankIdentifier(record, index: index), unless: !(record.id ?? "-").isBlank)
      }
    }
  }

  private func check(_ price: PriceSeries, _ mistakes: inout CostingMistakes) {
    let record = CostingRecord.price(price.id)
    var sum = 0.0
    for (index, component) in price.components.enumerated() {
      mistakes.require(component.weight, .share, CostingPlace(record, .weight, index: index))
      sum += component.weight
      switch component.growth {
      case .rates(let rates):
        let place = CostingPlace(record, .growth, index: index)
        mistakes.report(
          .wrongCount(rates.count, at: place, expected: yearCount - 1),
          unless: rates.count == yearCount - 1)
        for rate in rates { mistakes.require(rate, .rate, place) }
      case .drawn(let position):
        mistakes.require(
          Double(position), .whole(0...100_000), CostingPlace(record, .growth, index: index))
      }
    }
    mistakes.report(
      .weightsDoNotSumToOne(price: price.id, sum: sum), unless: (sum - 1).magnitude <= 0.000_2)
  }

  private func check(_ pool: SavingsPool, _ names: KnownNames, _ mistakes: inout CostingMistakes) {
    let place = CostingPlace(.pool(pool.id), .size)
    switch pool.size {
    case .fixed(let size): mistakes.require(size, .aboveZero, place)
    case .lines(let ids):
      mistakes.report(.wrongCount(0, at: place, expected: 1), unless: !ids.isEmpty)
      for id in ids { names.require(.line(id), place, &mistakes) }
    }
    if case .capped(let share) = pool.rule {
      mistakes.require(share, .share, CostingPlace(.pool(pool.id), .rule))
    }
  }
}

extension CostingRecord {
  /// The id of a record that has one.
  var id: String? {
    switch self {
    case .organisation(let id), .driver(let id), .price(let id), .line(let id), .scheme(let id),
      .pool(let id), .use(let id), .mitigator(let id), .item(let id):
      id
    case .horizon, .draw, .stack: nil
    }
  }
}

/// The records that there are.
struct KnownNames {
  private let records: Set<CostingRecord>

  init(_ inputs: CostingInputs) {
    var records: Set<CostingRecord> = []
    records.formUnion(inputs.organisations.map { .organisation($0.id) })
    records.formUnion(inputs.drivers.map { .driver($0.id) })
    records.formUnion(inputs.prices.map { .price($0.id) })
    records.formUnion(inputs.lines.map { .line($0.id) })
    records.formUnion(inputs.schemes.map { .scheme($0.id) })
    records.formUnion(inputs.pools.map { .pool($0.id) })
    self.records = records
  }

  func require(_ record: CostingRecord, _ place: CostingPlace, _ mistakes: inout CostingMistakes) {
    mistakes.report(.unknown(record, at: place), unless: records.contains(record))
  }
}
