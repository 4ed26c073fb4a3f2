// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Attribution of the change to its drivers` {
  @Test func `two equal drivers share their interaction equally`() throws {
    let part = try contributions(to: [.demographic: 10, .price: 10])

    // 100 x 1.1 x 1.1 - 100 = 21
    #expect(isClose(part.demographic, 10.5))
    #expect(isClose(part.price, 10.5))
    #expect(part.nonDemographic == 0 && part.other == 0 && part.additive == 0)
  }

  @Test func `unequal drivers take half of the interaction each`() throws {
    let part = try contributions(to: [.demographic: 10, .nonDemographic: 20])

    // alone 10 and 20, together 32: the 2 of interaction splits 1 and 1
    #expect(isClose(part.demographic, 11))
    #expect(isClose(part.nonDemographic, 21))
  }

  @Test func `three equal drivers take a third each`() throws {
    let part = try contributions(to: [.nonDemographic: 10, .price: 10, .other: 10])

    #expect(isClose(part.nonDemographic, MillionPounds(33.1 / 3)))
    #expect(isClose(part.price, MillionPounds(33.1 / 3)))
    #expect(isClose(part.other, MillionPounds(33.1 / 3)))
  }

  @Test func `a fixed share halves the demographic contribution`() throws {
    let part = try contributions(to: [.demographic: 10, .price: 20], variableShare: 0.5)

    // alone 5 and 20, together 1.05 x 1.2 = 26: 5.5 and 20.5
    #expect(isClose(part.demographic, 5.5))
    #expect(isClose(part.price, 20.5))
  }

  @Test func `additive pressure is its own contribution`() throws {
    let growth = Growth(rates: [.price: 10], additive: [2017: 4])
    let attribution = try model([cost(100, growth: growth)]).attribute()

    let part = try #require(attribution.line("cost", in: 2017)).contributions

    #expect(isClose(part.price, 10))
    #expect(part.additive == 4)
  }

  @Test func `a cost driver widens the gap and funding growth narrows it`() throws {
    let lines = [
      cost(100, growth: Growth(rates: [.price: 10])),
      funding(100, growth: Growth(rates: [.other: 3])),
    ]

    let system = try #require(try model(lines).attribute().system(in: 2017))

    #expect(isClose(system.fromCost.price, 10))
    #expect(isClose(system.fromFunding.other, -3))
    #expect(isClose(system.total.total, 7))
    #expect(isClose(system.change, 7))
  }

  @Test func `a transfer has no part in the system gap`() throws {
    let growth = Growth(rates: [.demographic: 5])
    let attribution = try model(workedSystem(purchase: growth, sale: growth)).attribute()

    #expect(attribution.system(in: 2020)?.total.total == 0)
    let ccg = try #require(attribution.organisation("ccg", in: 2017))
    let trust = try #require(attribution.organisation("trust", in: 2017))
    #expect(isClose(ccg.total.demographic, 4))
    #expect(isClose(trust.total.demographic, -4))
  }

  @Test(arguments: seeds) func `contributions sum to the change at every level`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)

    let attribution = try model(randomSystem(&draws)).attribute()

    #expect(attribution.lines.count == 14 * 5)
    #expect(attribution.lines.allSatisfy { $0.residual.magnitude.value < 1e-9 })
    #expect(attribution.organisations.allSatisfy { $0.residual.magnitude.value < 1e-9 })
    #expect(attribution.system.allSatisfy { $0.residual.magnitude.value < 1e-9 })
  }

  @Test(arguments: seeds) func `contributions are the average over every order`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let growth = randomGrowth(&draws)

    let part = try #require(
      try model([cost(250, growth: growth)]).attribute().line("cost", in: 2020)
    ).contributions

    let expected = averageOverOrders(growth, baseline: 250)
    for driver in Driver.allCases {
      #expect(isClose(part[driver], MillionPounds(expected[driver] ?? .nan)))
    }
  }

  private func contributions(
    to rates: [Driver: YearlyRate], variableShare: Share = 1
  ) throws -> Contributions {
    let growth = Growth(rates: rates, variableShare: variableShare)
    let attribution = try model([cost(100, growth: growth)]).attribute()
    return try #require(attribution.line("cost", in: 2017)).contributions
  }
}

/// The definition of the Shapley value, written out: switch drivers on one by one in each of the
/// 24 orders and average what each adds.
private func averageOverOrders(_ growth: Growth, baseline: Double) -> [Driver: Double] {
  var sums: [Driver: Double] = [:]
  for order in orders(of: Driver.allCases) {
    var factors: [Driver: Double] = [:]
    var before = baseline
    for driver in order {
      factors[driver] = (2017...2020).reduce(1.0) { product, year in
        product * (1 + (growth.rates[driver]?[Year(year)]?.value ?? 0) / 100)
      }
      let activity = (factors[.demographic] ?? 1) * (factors[.nonDemographic] ?? 1)
      let moved = 1 + growth.variableShare.value * (activity - 1)
      let after = baseline * moved * (factors[.price] ?? 1) * (factors[.other] ?? 1)
      sums[driver, default: 0] += (after - before) / 24
      before = after
    }
  }
  return sums
}

private func orders<Element: Equatable>(of items: [Element]) -> [[Element]] {
  guard !items.isEmpty else { return [[]] }
  return items.flatMap { first in
    orders(of: items.filter { $0 != first }).map { [first] + $0 }
  }
}
