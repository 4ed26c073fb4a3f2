// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Bad input of costing` {
  private let part = CostPart(share: 1, behaviour: .variable)

  @Test func `a horizon that ends before its base is named alone`() {
    var inputs = trust(lastYear: 2015, parts: [part])
    inputs.lines[0].baseline = -1

    #expect(mistakes(inputs) == [.horizonEndsBeforeBase(base: 2016, last: 2015)])
  }

  @Test(arguments: [(2016, 2116), (12, 15), (2016, Int.max), (-5, 3000)])
  func `horizons beyond a century or four digits are refused`(base: Int, last: Int) {
    var inputs = trust(parts: [])
    inputs.baseYear = base
    inputs.lastYear = last

    #expect(mistakes(inputs) == [.horizonOutOfRange(base: base, last: last, limit: 100)])
  }

  @Test func `everything wrong with lines is said at once`() {
    var inputs = trust(parts: [
      CostPart(share: 1.2, behaviour: .semiFixed(step: 0, delay: -1)),
      CostPart(share: .nan, behaviour: .variable, driver: "elsewhere"),
    ])
    inputs.lines[0].baseline = .nan
    inputs.lines[0].prices = ["none"]
    inputs.lines[0].organisation = "nobody"
    inputs.lines[0].steps = [CostStep(year: 2016, amount: .infinity, recurrent: true)]

    let place = CostingPlace(.line("wards"), .baseline)
    #expect(mistakes(inputs).count == 10)
    #expect(
      mistakes(inputs).contains {
        if case .number(let found, place, .zeroOrMore) = $0 { found.isNaN } else { false }
      })
    #expect(mistakes(inputs).allSatisfy { $0.description.contains("'wards'") })
  }

  @Test func `everything wrong with a scheme is said at once`() {
    var inputs = trust(parts: [part])
    var scheme = CostingScheme(
      id: "", organisation: "nobody", fullYearEffect: -1,
      start: StartOfSaving(year: 2016, month: 13))
    scheme.ramp = []
    scheme.confidence = 1.1
    scheme.pool = "none"
    scheme.prices = ["none"]
    scheme.effect = .transfer(to: "nobody")
    scheme.investments = [CostStep(year: 2030, amount: -1, recurrent: true)]
    scheme.capital = [CapitalSpend(amount: .nan, year: 2017, inUse: 2016, life: 0, charge: -1)]
    inputs.schemes = [scheme, scheme]

    // One scheme is wrong 16 ways; the second time also for having the id of the first.
    #expect(mistakes(inputs).count == 33)
  }

  @Test func `parts that are more than all are refused`() {
    let inputs = trust(parts: [
      CostPart(share: 0.7, behaviour: .variable), CostPart(share: 0.4, behaviour: .fixed),
    ])

    guard case .sharesAboveOne(line: "wards", _) = mistakes(inputs).first else {
      Issue.record("found \(mistakes(inputs))")
      return
    }
  }

  @Test func `a part that moves has a driver`() {
    var inputs = trust(parts: [CostPart(share: 0.5, behaviour: .fixed), part])
    inputs.lines[0].parts[1].share = 0.5
    inputs.lines[0].driver = nil

    #expect(mistakes(inputs) == [.partWithoutDriver(line: "wards", part: 1)])
  }

  @Test func `a driver that is zero in the base year is refused where cost follows it`() throws {
    let inputs = trust(parts: [part], monthly: false)

    #expect(
      try mistakes(inputs, same([[0, 1, 1]])) == [
        .driverIsZeroInBaseYear(driver: "beds", line: "wards")
      ])
    #expect(
      try mistakes(trust(baseline: 0, parts: [part], monthly: false), same([[0, 1, 1]])).isEmpty)
  }

  @Test func `series that are too short, too long or no numbers are named`() throws {
    let inputs = trust(parts: [part], monthly: false)
    let place = CostingPlace(.driver("beds"), .doNothing)

    #expect(
      try mistakes(inputs, CostingDraw(doNothing: [[1]], withPlan: [[1, 1, 1]])) == [
        .wrongCount(1, at: place, expected: 3)
      ])
    #expect(try mistakes(inputs, same([])).count == 2)
    #expect(try mistakes(inputs, same([[1, .nan, 1]])).count == 2)
    #expect(try mistakes(inputs, same([[1, -1, 1]])).count == 2)
    #expect(try mistakes(inputs, same([[1, .infinity, 1]])).count == 2)
  }

  @Test func `draws of schemes and prices have the layout of the inputs`() throws {
    var inputs = trust(parts: [part], monthly: false)
    inputs.prices = [PriceSeries(id: "drawn", growth: .drawn(2))]
    inputs.confidence = .bernoulli
    inputs.schemes = [
      CostingScheme(
        id: "s", organisation: "trust", fullYearEffect: 1,
        start: StartOfSaving(year: 2017, month: 1))
    ]
    var draw = same([[1, 1, 1]])
    draw.effects = [1, 1]
    draw.baselines = [.nan]
    #expect(try mistakes(inputs, draw).count == 4)

    draw.effects = []
    draw.baselines = []
    draw.uniforms = [1]
    draw.prices = [[1, 1], [1], [-100, 1]]
    #expect(try mistakes(inputs, draw).count == 3)
  }

  @Test func `amounts that are not in millions are refused`() throws {
    #expect(mistakes(trust(baseline: 3.4e9, parts: [part])).count == 1)
    let inputs = trust(baseline: 1000, parts: [part], monthly: false)
    #expect(
      try mistakes(inputs, same([[1, 1, 1e9]])) == [.amountTooLarge(.line("wards"), year: 2018)])
    #expect(try mistakes(inputs, same([[1e-300, 1e300, 1]])).count == 1)
  }

  @Test func `duplicate and blank ids are all named`() {
    var inputs = trust(parts: [part])
    inputs.lines.append(inputs.lines[0])
    inputs.organisations.append(inputs.organisations[0])
    inputs.drivers += [inputs.drivers[0], CostDriver(id: " ", resolution: .yearly)]

    #expect(
      mistakes(inputs) == [
        .duplicate(.organisation("trust")), .duplicate(.driver("beds")),
        .blankIdentifier(.driver(" "), index: 2), .duplicate(.line("wards")),
      ])
  }

  @Test func `a system of nothing runs`() throws {
    var inputs = trust(parts: [])
    inputs.organisations = []
    inputs.lines = []
    inputs.drivers = []
    let run = try CostingModel(inputs).run(same([]))

    #expect(run.system(year: 2).residualGap == 0)
  }

  @Test func `a horizon of the base year alone runs`() throws {
    let inputs = trust(lastYear: 2016, parts: [part])

    #expect(try costs(inputs, same([months([(12, 3)])])) == [100])
  }
}

@Suite struct `Mistakes of sense in costing` {
  @Test func `of every kind are said at once`() {
    var inputs = trust(parts: [])
    inputs.lines.append(
      CostLine(id: "pays", organisation: "trust", flow: .cost(to: "council"), baseline: 1))
    inputs.organisations.append(CostingOrganisation(id: "council", label: "Council"))
    inputs.schemes = ["one", "two"].map {
      CostingScheme(
        id: $0, organisation: "trust", fullYearEffect: 5, start: StartOfSaving(year: 2017, month: 1)
      )
    }
    inputs.demandDeliveries = [DemandDelivery(mitigator: "falls", scheme: "one")]
    inputs.uses = [
      SavingsUse(id: "row", scheme: "two", purpose: .investment, label: "local care", amount: 5)
    ]
    let words = mistakes(inputs).map(\.description).joined(separator: " ")

    #expect(mistakes(inputs).count == 3)
    for word in ["'one'", "'falls'", "'row'", "'pays'", "'council'"] {
      #expect(words.contains(word))
    }
  }
}
