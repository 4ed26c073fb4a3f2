// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `The bridge from do nothing to the residual gap` {
  @Test func `names activity, cost that stays, schemes in their order and what they need`() throws {
    var inputs = trust(
      lastYear: 2017,
      parts: [CostPart(share: 0.6, behaviour: .variable), CostPart(share: 0.4, behaviour: .fixed)],
      monthly: false)
    inputs.schemes = ["second", "first"].map {
      CostingScheme(
        id: $0, organisation: "trust", fullYearEffect: 3, start: StartOfSaving(year: 2017, month: 1)
      )
    }
    inputs.schemes[1].investments = [CostStep(year: 2017, amount: 1, recurrent: true)]
    let model = try CostingModel(inputs)
    let run = try model.run(CostingDraw(doNothing: [[10, 11]], withPlan: [[10, 9]]))
    let bridge = model.bridge(run, organisation: 0, year: 1)

    #expect(bridge.doNothingGap == 106)
    #expect(
      bridge.steps.map(\.kind) == [
        .activity, .costThatStays, .scheme("second"), .scheme("first"), .reinvested,
        .recurrentInvestment, .nonRecurrentInvestment, .capitalCharges,
      ])
    // All variable, 11 to 9 would take 20 away; 8 of that stays.
    #expect(bridge.steps.map(\.change) == [-20, 8, -3, -3, 0, 1, 0, 0])
    #expect(bridge.residualGap == 89)
  }

  @Test(arguments: 0..<60) func `adds up exactly, for members and for the system`(seed: Int) throws
  {
    var draws = SeededDraws(seed: seed)
    let system = AnySystem(&draws)
    let model = try CostingModel(system.inputs)
    let run = try model.run(system.draw)

    for year in 0..<run.yearCount {
      let account = run.system(year: year)
      var doNothing = 0.0
      var residual = 0.0
      for organisation in system.inputs.organisations.indices {
        let own = run.account(organisation: organisation, year: year)
        let bridge = model.bridge(run, organisation: organisation, year: year)
        let sum = bridge.steps.reduce(bridge.doNothingGap) { $0 + $1.change }
        #expect(bridge.doNothingGap == own.doNothingGap)
        #expect(sum == own.residualGap && bridge.residualGap == own.residualGap)
        doNothing += own.doNothingGap
        residual += own.residualGap
      }
      #expect(doNothing == account.doNothingGap && residual == account.residualGap)
      #expect(model.systemBridge(run, year: year).residualGap == account.residualGap)
    }
  }

  @Test func `does not depend on the order of organisations and lines`() throws {
    var draws = SeededDraws(seed: 7)
    let system = AnySystem(&draws)
    var turned = system.inputs
    turned.lines.reverse()
    turned.organisations.reverse()
    let one = try CostingModel(system.inputs).run(system.draw)
    let other = try CostingModel(turned).run(system.draw)

    for year in 0..<one.yearCount {
      #expect(one.system(year: year) == other.system(year: year))
    }
  }
}

/// A system of a commissioner and three trusts with everything in it.
struct AnySystem {
  var inputs: CostingInputs
  var draw: CostingDraw

  init(_ draws: inout SeededDraws) {
    let trusts = ["north", "east", "south"]
    let names = ["commissioner"] + trusts
    inputs = CostingInputs(
      baseYear: 2016, lastYear: 2021,
      organisations: names.map { CostingOrganisation(id: $0, label: $0) }, lines: [],
      confidence: .bernoulli, transfers: .refuse)
    inputs.prices = [
      PriceSeries(id: "pay", growth: .rates(draws.numbers(5, -1, 5))),
      PriceSeries(id: "tariff", growth: .drawn(0)),
    ]
    inputs.lines = [
      CostLine(id: "funding", organisation: "commissioner", flow: .funding, baseline: 900)
    ]
    for trust in trusts { inputs.add(trust, &draws) }
    for number in 0..<7 { inputs.addScheme(number, draws.pick(names), trusts, &draws) }
    draw = CostingDraw(doNothing: [], withPlan: [])
    for driver in inputs.drivers {
      let count = driver.resolution == .yearly ? 6 : 72
      let base = driver.resolution == .yearly ? 1 : 12
      let nothing = draws.numbers(count, 200, 500)
      let plan = draws.numbers(count, 100, 500)
      draw.doNothing.append(nothing)
      draw.withPlan.append(Array(nothing[..<base] + plan[base...]))
    }
    draw.prices = [draws.numbers(5, -2, 4)]
    draw.uniforms = draws.numbers(7, 0, 1)
    draw.effects = draws.numbers(7, 0.5, 2)
  }
}

extension CostingInputs {
  /// A trust with a block contract in part, and a cost that moves in steps.
  fileprivate mutating func add(_ trust: String, _ draws: inout SeededDraws) {
    drivers.append(CostDriver(id: "spells-\(trust)", resolution: .yearly))
    drivers.append(CostDriver(id: "beds-\(trust)", resolution: .monthly))
    var pays = CostLine(
      id: "pays-\(trust)", organisation: "commissioner", flow: .cost(to: trust),
      baseline: draws.number(100, 300))
    pays.driver = "spells-\(trust)"
    pays.parts = [CostPart(share: draws.unit(), behaviour: .variable)]
    pays.prices = ["tariff"]
    var earns = pays
    earns.id = "earns-\(trust)"
    earns.organisation = trust
    earns.flow = .income(from: "commissioner")
    var spends = CostLine(
      id: "spends-\(trust)", organisation: trust, flow: .cost(to: nil),
      baseline: draws.number(100, 300))
    spends.driver = "spells-\(trust)"
    spends.parts = [
      CostPart(share: draws.number(0, 0.3), behaviour: .variable),
      CostPart(
        share: draws.number(0, 0.3), behaviour: .semiFixed(step: 28, delay: draws.whole(0...9)),
        driver: "beds-\(trust)"),
    ]
    spends.prices = ["pay"]
    spends.steps = [CostStep(year: 2018, amount: draws.number(0, 5), recurrent: draws.unit() < 0.5)]
    lines += [pays, earns, spends]
    pools.append(
      SavingsPool(
        id: "pool-\(trust)", size: .lines(["spends-\(trust)"]),
        rule: draws.pick([.independent, .capped(0.1)])))
  }

  fileprivate mutating func addScheme(
    _ number: Int, _ owner: String, _ trusts: [String], _ draws: inout SeededDraws
  ) {
    var scheme = CostingScheme(
      id: "scheme-\(number)", organisation: owner, fullYearEffect: draws.number(0, 40),
      start: StartOfSaving(year: draws.whole(2017...2021), month: draws.whole(1...12)))
    if owner == "commissioner" {
      scheme.effect = .transfer(to: draws.pick(trusts))
    } else {
      scheme.pool = "pool-\(owner)"
    }
    scheme.recurrent = draws.unit() < 0.7
    scheme.confidence = draws.unit()
    scheme.ramp = draws.numbers(3, 0, 1)
    scheme.prices = draws.pick([[], ["pay"]])
    scheme.investments = [
      CostStep(year: 2017, amount: draws.number(0, 3), recurrent: draws.unit() < 0.5)
    ]
    scheme.capital = [
      CapitalSpend(amount: draws.number(0, 30), year: 2018, inUse: 2019, life: 7, charge: 3.5)
    ]
    schemes.append(scheme)
    uses.append(
      SavingsUse(
        id: "gap-\(number)", scheme: scheme.id, purpose: .gap, label: "gap",
        amount: scheme.fullYearEffect * 0.75))
    uses.append(
      SavingsUse(
        id: "care-\(number)", scheme: scheme.id, purpose: .investment, label: "local care",
        amount: scheme.fullYearEffect * 0.25))
  }
}
