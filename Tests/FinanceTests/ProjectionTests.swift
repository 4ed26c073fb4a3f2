// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Do-nothing projection by hand` {
  @Test func `activity and price compound on the baseline`() throws {
    let growth = Growth(rates: [.demographic: 2, .nonDemographic: 1, .price: 3])

    let projection = try model([cost(100, growth: growth)]).project()

    // 100 x 1.02 x 1.01 x 1.03 = 106.1106; squared growth 1.061106^2 = 1.125945943236
    #expect(try isClose(#require(projection.amount(of: "cost", in: 2017)), 106.1106))
    #expect(try isClose(#require(projection.amount(of: "cost", in: 2018)), 112.594_594_323_6))
    #expect(projection.amount(of: "cost", in: 2016) == 100)
  }

  @Test func `a fixed share of cost does not follow activity`() throws {
    let growth = Growth(
      rates: [.demographic: 2, .nonDemographic: 1, .price: 3], variableShare: 0.5)

    let projection = try model([cost(100, growth: growth)]).project()

    // activity 1.0302; 1 + 0.5 x 0.0302 = 1.0151; x 1.03 = 1.045553
    #expect(try isClose(#require(projection.amount(of: "cost", in: 2017)), 104.5553))
  }

  @Test func `a block contract ignores activity but not price`() throws {
    let growth = Growth(rates: [.demographic: 5, .price: 1], variableShare: 0)

    let projection = try model([cost(200, growth: growth)]).project()

    #expect(try isClose(#require(projection.amount(of: "cost", in: 2017)), 202))
  }

  @Test func `additive pressures are recurrent steps that accumulate`() throws {
    let growth = Growth(additive: [2017: 2, 2019: 3])

    let projection = try model([cost(100, growth: growth)]).project()

    let amounts = (2016...2020).map { projection.amount(of: "cost", in: Year($0)) }
    #expect(amounts == [100, 102, 102, 105, 105])
  }

  @Test func `rates may differ by year`() throws {
    let growth = Growth(rates: [.other: .byYear([2017: 10, 2018: 0, 2019: -50, 2020: 100])])

    let projection = try model([cost(100, growth: growth)]).project()

    let amounts = try (2016...2020).map {
      try #require(projection.amount(of: "cost", in: Year($0)))
    }
    #expect(zip(amounts, [100, 110, 110, 55, 110]).allSatisfy { isClose($0, $1) })
  }

  @Test func `one cost line and one funding line have a closed form`() throws {
    let lines = [
      cost(110, growth: Growth(rates: [.price: 5])),
      funding(100, growth: Growth(rates: [.other: 2])),
    ]

    let projection = try model(lines).project()

    // gap(t) = 110 x 1.05^n - 100 x 1.02^n: 10, 13.5, 17.235, 21.218, 25.462...
    for (years, expected) in [10.0, 13.5, 17.235, 21.217_95, 25.462_471_5].enumerated() {
      let gap = try #require(projection.system(in: base.advanced(by: years))).gap
      #expect(isClose(gap, MillionPounds(expected)))
    }
  }

  @Test func `each member and the system have their own gap`() throws {
    let projection = try model(workedSystem()).project()

    #expect(projection.organisation("ccg", in: 2016)?.gap == 5)
    #expect(projection.organisation("trust", in: 2016)?.gap == 10)
    #expect(projection.organisation("council", in: 2016)?.gap == 0)
    let system = try #require(projection.system(in: 2016))
    #expect(system.gap == 15)
    #expect(system.externalCost == 125)
    #expect(system.funding == 110)
    #expect(system.externalIncome == 0)
  }

  @Test func `a year or a line that is not in the model has no amount`() throws {
    let projection = try model(workedSystem()).project()

    #expect(projection.amount(of: "ccg-acute", in: 2021) == nil)
    #expect(projection.amount(of: "nobody", in: 2016) == nil)
    #expect(projection.organisation("nobody", in: 2016) == nil)
    #expect(projection.system(in: 2015) == nil)
  }

  /// The bits were worked out apart, by the same equations in Python.
  @Test func `results have the same bits on every machine`() throws {
    var draws = SeededDraws(seed: 7)

    let gap = try model(randomSystem(&draws)).project().system(in: 2020)?.gap

    #expect(gap?.value.bitPattern == 0x4088_D58F_7C61_1574)
  }
}
