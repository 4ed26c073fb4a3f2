// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Bridge from the do-nothing gap` {
  @Test func `each step leads from one gap to the next`() throws {
    var second = scheme("b", saves: 2)
    second.investment = Investment(recurrent: [2017: 0.5], nonRecurrent: [2017: 1])

    let bridge = try model(workedSystem()).bridge(
      Solutions(schemes: [scheme("a", saves: 4), second]))

    let year = try #require(bridge.year(2017, .system, .full))
    // 15 - 4 - 2 + 0.5 + 1 = 10.5
    #expect(year.doNothingGap == 15)
    #expect(
      year.steps.map(\.kind) == [
        .scheme("a"), .scheme("b"), .recurrentInvestment, .nonRecurrentInvestment,
      ])
    #expect(year.steps.map(\.change) == [-4, -2, 0.5, 1])
    #expect(year.steps.map(\.gapAfter) == [11, 9, 9.5, 10.5])
    #expect(year.doSomethingGap == 10.5)
  }

  @Test func `recurrent investment goes on and non-recurrent investment does not`() throws {
    var only = scheme("a", saves: 4)
    only.investment = Investment(
      recurrent: [2017: 0.5, 2018: 0.25], nonRecurrent: [2017: 1])

    let bridge = try model(workedSystem()).bridge(Solutions(schemes: [only]))

    let investment = try (2016...2020).map { year in
      try #require(bridge.year(Year(year), .system, .full)).steps.suffix(2).map(\.change)
    }
    #expect(investment == [[0, 0], [0.5, 1], [0.75, 0], [0.75, 0], [0.75, 0]])
  }

  @Test func `confidence weighs savings and leaves investment whole`() throws {
    var only = scheme("a", saves: 4)
    only.confidence = 0.5
    only.investment = Investment(nonRecurrent: [2017: 1])

    let bridge = try model(workedSystem()).bridge(Solutions(schemes: [only]))

    #expect(bridge.year(2017, .system, .full)?.doSomethingGap == 12)
    #expect(bridge.year(2017, .system, .confidenceWeighted)?.doSomethingGap == 14)
  }

  @Test func `a transfer moves the gap between members and leaves the system's alone`() throws {
    var demand = scheme("qipp", saves: 6, of: "ccg")
    demand.effect = .transfer(to: "trust")

    let bridge = try model(workedSystem()).bridge(Solutions(schemes: [demand]))

    #expect(bridge.year(2017, .organisation("ccg"), .full)?.doSomethingGap == -1)
    #expect(bridge.year(2017, .organisation("trust"), .full)?.doSomethingGap == 16)
    #expect(bridge.year(2017, .system, .full)?.doSomethingGap == 15)
    let check = try #require(bridge.scheme("qipp", in: 2017, .full))
    #expect(check.net == 6 && check.systemSaving == 0)
    #expect(check.verdict == .movesGap(from: "ccg", to: "trust"))
  }

  @Test func `a claimed gap shows what the schemes leave unexplained`() throws {
    let solutions = Solutions(schemes: [scheme("a", saves: 4)], claimedGaps: [2020: 2])

    let bridge = try model(workedSystem()).bridge(solutions)

    #expect(bridge.year(2020, .system, .full)?.residualGap == 11)
    #expect(bridge.year(2020, .system, .full)?.claimedGap == 2)
    #expect(bridge.year(2020, .system, .full)?.unexplained == 9)
    #expect(bridge.year(2019, .system, .full)?.unexplained == nil)
    #expect(bridge.year(2020, .organisation("ccg"), .full)?.unexplained == nil)
  }

  @Test func `the underlying gap leaves out what does not recur`() throws {
    var once = Scheme(
      id: "once", label: "Land sale", workstream: "estates", organisation: "trust",
      delivery: Delivery(fullYearEffect: 5, start: april2017, recurrence: .nonRecurrent))
    once.investment = Investment(nonRecurrent: [2017: 1])

    let bridge = try model(workedSystem()).bridge(
      Solutions(schemes: [once, scheme("a", saves: 4)]))

    let year = try #require(bridge.year(2017, .system, .full))
    #expect(year.doSomethingGap == 7)
    #expect(year.underlyingGap == 11)
  }

  @Test func `the published savings leave 296 of 486 unexplained`() throws {
    let lines = [cost(3_886), funding(3_400)]
    let productivity = scheme(
      "productivity", saves: 190, from: StartMonth(year: 2020, month: .april))

    let bridge = try model(lines).bridge(
      Solutions(schemes: [productivity], claimedGaps: [2020: 0]))

    #expect(bridge.year(2020, .system, .full)?.unexplained == 296)
  }

  @Test func `savings beyond an organisation's outside spending are a warning`() throws {
    let bridge = try model(workedSystem()).bridge(
      Solutions(schemes: [scheme("qipp", saves: 40, of: "ccg")]))

    #expect(
      bridge.warnings.first
        == .savingsExceedExternalCost("ccg", 2017, savings: 40, externalCost: 25))
  }

  @Test func `transfers that do not match are a warning`() throws {
    let lines = workedSystem(purchase: Growth(additive: [2020: 4]))

    let bridge = try model(lines).bridge(Solutions(schemes: []))

    #expect(bridge.warnings == [.transfersDoNotCancel(2020, difference: 4)])
  }

  @Test(arguments: seeds) func `the steps sum exactly and agree with the pools`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)

    let bridge = try model(randomSystem(&draws)).bridge(randomSolutions(&draws))

    for view in bridge.views {
      for year in view.years {
        let walked = year.steps.reduce(year.doNothingGap) { $0 + $1.change }
        #expect(walked == year.doSomethingGap)
        #expect(walked == (year.steps.last?.gapAfter ?? year.doNothingGap))
      }
    }
    for pool in bridge.pools {
      let shares = bridge.schemes.filter {
        $0.year == pool.year && $0.weighting == pool.weighting && $0.pool == pool.pool
      }
      #expect(isClose(shares.map(\.net).reduce(0, +), pool.net))
    }
  }

  @Test(arguments: seeds) func `organisations' bridges sum to the system's`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)

    let bridge = try model(randomSystem(&draws)).bridge(randomSolutions(&draws))

    for weighting in Weighting.allCases {
      for year in 2016...2020 {
        let parts = try members.map {
          try #require(bridge.year(Year(year), .organisation($0.id), weighting))
        }
        let whole = try #require(bridge.year(Year(year), .system, weighting))
        #expect(isClose(parts.map(\.doSomethingGap).reduce(0, +), whole.doSomethingGap))
        #expect(isClose(parts.map(\.underlyingGap).reduce(0, +), whole.underlyingGap))
      }
    }
  }

  @Test(arguments: seeds) func `the order of the schemes changes nothing`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let system = try model(randomSystem(&draws))
    let solutions = randomSolutions(&draws)
    let shuffled = Solutions(
      schemes: draws.shuffled(solutions.schemes), pools: draws.shuffled(solutions.pools))

    #expect(try system.bridge(solutions) == system.bridge(shuffled))
  }

  @Test(arguments: seeds) func `another scheme never widens the system gap`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let system = try model(randomSystem(&draws))
    let all = randomSolutions(&draws)
    let saving = all.schemes.map { scheme in
      var scheme = scheme
      scheme.investment = Investment()
      return scheme
    }

    let fewest = try system.bridge(
      Solutions(schemes: Array(saving.dropFirst()), pools: all.pools))
    let everything = try system.bridge(Solutions(schemes: saving, pools: all.pools))

    for (fewer, more) in zip(fewest.views[0].years, everything.views[0].years) {
      #expect(more.doSomethingGap.value <= fewer.doSomethingGap.value + 1e-9)
    }
  }
}

/// Eight schemes: five on two pools, two without, one transfer.
private func randomSolutions(_ draws: inout SeededDraws) -> Solutions {
  var schemes = (0..<8).map { number in
    var one = scheme(
      SchemeID("s\(number)"), saves: MillionPounds(draws.number(0, 20)),
      from: StartMonth(
        year: Year(2017 + Int(draws.next() % 3)),
        month: FinancialMonth.allCases[Int(draws.next() % 12)]),
      of: members[number % 3].id)
    one.confidence = Share(draws.number(0, 1))
    one.investment = Investment(
      recurrent: [2018: MillionPounds(draws.number(0, 2))],
      nonRecurrent: [2017: MillionPounds(draws.number(0, 2))])
    return one
  }
  for number in 0..<5 { schemes[number].pool = number < 3 ? "a" : "b" }
  schemes[7].effect = .transfer(to: "ccg")
  return Solutions(
    schemes: schemes,
    pools: [
      CostPool(id: "a", label: "Beds", size: .fixed(25)),
      CostPool(id: "b", label: "Back office", size: .fixed(40)),
    ])
}
