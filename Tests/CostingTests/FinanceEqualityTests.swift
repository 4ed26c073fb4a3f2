// SPDX-License-Identifier: Apache-2.0

import Costing
import Finance
import TestKit
import Testing

@Suite struct `Costing where all is variable and certain` {
  @Test(arguments: 0..<25) func `is the projection of Finance`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let system = RandomSystem(&draws)
    let projection = try FinanceModel(system.finance).project()
    let run = try CostingModel(system.costing).run(system.draw)

    for (number, line) in system.costing.lines.enumerated() {
      for year in 0..<run.yearCount {
        let amount = projection.amount(of: LineID(line.id), in: Year(2016 + year))
        #expect(agree(amount?.value ?? .nan, run.line(number, year: year).doNothing))
      }
    }
    for year in 0..<run.yearCount {
      let finance = projection.system(in: Year(2016 + year))
      let system = run.system(year: year)
      #expect(agree(finance?.gap.value ?? .nan, system.doNothingGap))
      #expect(system.doNothingTransferDifference == 0)
    }
  }
}

/// One system in the terms of both engines: a commissioner, two providers, what they pay each
/// other, funding and cost outside, with rates for every driver.
private struct RandomSystem {
  var finance: FinanceInputs
  var costing: CostingInputs
  var draw: CostingDraw
  private static let years = 2017...2021

  init(_ draws: inout SeededDraws) {
    let names = ["commissioner", "north", "south"]
    var finances: [Line] = []
    var costings: [CostLine] = []
    var inputs = CostingInputs(
      baseYear: 2016, lastYear: 2021,
      organisations: names.map { CostingOrganisation(id: $0, label: $0) }, lines: [],
      confidence: .expected, transfers: .refuse)
    var series: [[Double]] = []
    func add(_ id: String, _ owner: String, _ flow: MoneyFlow, _ other: Flow, _ kind: Kind) {
      finances.append(kind.line(id, owner, other))
      var line = CostLine(id: id, organisation: owner, flow: flow, baseline: kind.baseline)
      line.driver = kind.name
      line.parts = [CostPart(share: kind.variable, behaviour: .variable)]
      line.prices = [kind.name, kind.name + "-other"]
      line.steps = kind.additive.map { CostStep(year: $0.year, amount: $0.amount, recurrent: true) }
      costings.append(line)
    }
    func kind(_ name: String) -> Kind {
      let kind = Kind(name, &draws)
      inputs.drivers.append(CostDriver(id: name, resolution: .yearly))
      inputs.prices.append(PriceSeries(id: name, growth: .rates(kind.price)))
      inputs.prices.append(PriceSeries(id: name + "-other", growth: .rates(kind.other)))
      series.append(kind.activity)
      return kind
    }
    add("funding", "commissioner", .funding, .funding, kind("funding"))
    for trust in ["north", "south"] {
      let paid = kind("care-\(trust)")
      add(
        "buys-\(trust)", "commissioner", .cost(to: trust),
        .cost(to: .member(OrganisationID(trust))), paid)
      add(
        "earns-\(trust)", trust, .income(from: "commissioner"),
        .income(from: .member("commissioner")), paid)
      add("spends-\(trust)", trust, .cost(to: nil), .cost(to: .outside), kind("spends-\(trust)"))
      add(
        "earns-else-\(trust)", trust, .income(from: nil), .income(from: .outside),
        kind("else-\(trust)"))
    }
    inputs.lines = costings
    costing = inputs
    draw = same(series)
    finance = FinanceInputs(
      baseYear: 2016, lastYear: 2021,
      organisations: names.map { Organisation(id: OrganisationID($0), name: $0, kind: .provider) },
      lines: finances)
  }

  private struct Kind {
    let name: String
    let baseline: Double
    let variable: Double
    let demographic: [Double]
    let nonDemographic: [Double]
    let price: [Double]
    let other: [Double]
    let additive: [(year: Int, amount: Double)]

    init(_ name: String, _ draws: inout SeededDraws) {
      self.name = name
      baseline = draws.number(1, 900)
      variable = draws.unit()
      demographic = draws.numbers(5, -2, 4)
      nonDemographic = draws.numbers(5, -1, 3)
      price = draws.numbers(5, -2, 5)
      other = draws.numbers(5, -1, 1)
      additive = [(2018, draws.number(0, 9)), (2020, draws.number(0, 9))]
    }

    /// Activity relative to the base year.
    var activity: [Double] {
      var level = 1.0
      return [1]
        + zip(demographic, nonDemographic).map { one, other in
          level *= (1 + one / 100) * (1 + other / 100)
          return level
        }
    }

    func line(_ id: String, _ owner: String, _ flow: Flow) -> Line {
      func rate(_ values: [Double]) -> YearlyRate {
        var rates: [Year: Percent] = [:]
        for (year, value) in zip(years, values) { rates[Year(year)] = Percent(value) }
        return .byYear(rates)
      }
      var steps: [Year: MillionPounds] = [:]
      for step in additive { steps[Year(step.year)] = MillionPounds(step.amount) }
      let growth = Growth(
        rates: [
          .demographic: rate(demographic), .nonDemographic: rate(nonDemographic),
          .price: rate(price), .other: rate(other),
        ],
        variableShare: Share(variable), additive: steps)
      return Line(
        id: LineID(id), label: id, organisation: OrganisationID(owner), flow: flow,
        baseline: MillionPounds(baseline), growth: growth)
    }
  }
}
