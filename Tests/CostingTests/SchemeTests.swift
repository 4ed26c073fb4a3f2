// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Schemes of a plan` {
  /// A trust that spends 100 in every year, with one scheme.
  private func inputs(_ scheme: CostingScheme, lastYear: Int = 2020) -> CostingInputs {
    var inputs = trust(lastYear: lastYear, parts: [], monthly: false)
    inputs.schemes = [scheme]
    return inputs
  }

  private func scheme(_ effect: Double, year: Int = 2017, month: Int = 1) -> CostingScheme {
    CostingScheme(
      id: "scheme", organisation: "trust", fullYearEffect: effect,
      start: StartOfSaving(year: year, month: month))
  }

  private func accounts(_ inputs: CostingInputs, _ change: (inout CostingDraw) -> Void = { _ in })
    throws -> [CostingAccount]
  {
    let model = try CostingModel(inputs)
    var draw = same([Array(repeating: 1, count: model.yearCount)])
    change(&draw)
    let run = try model.run(draw)
    return (0..<run.yearCount).map { run.account(organisation: 0, year: $0) }
  }

  @Test func `a saving counts from its month and by its ramp`() throws {
    var scheme = scheme(12, month: 10)
    scheme.ramp = [0.5, 0.75, 1]

    // January to March at half; then three quarters; then all.
    #expect(try accounts(inputs(scheme)).map(\.savings) == [0, 1.5, 9, 12, 12])
  }

  @Test func `a saving that does not recur drops out the next year`() throws {
    var scheme = scheme(12, year: 2018)
    scheme.recurrent = false
    let accounts = try accounts(inputs(scheme))

    #expect(accounts.map(\.residualGap) == [100, 100, 88, 100, 100])
    #expect(accounts.map(\.underlyingGap) == [100, 100, 100, 100, 100])
  }

  @Test func `investment goes on or comes once, and capital is in no gap`() throws {
    var scheme = scheme(10)
    scheme.investments = [
      CostStep(year: 2017, amount: 1, recurrent: true),
      CostStep(year: 2018, amount: 2, recurrent: true),
      CostStep(year: 2017, amount: 4, recurrent: false),
    ]
    scheme.capital = [CapitalSpend(amount: 30, year: 2017, inUse: 2018, life: 2, charge: 4)]
    let accounts = try accounts(inputs(scheme))

    #expect(accounts.map(\.recurrentInvestment) == [0, 1, 3, 3, 3])
    #expect(accounts.map(\.nonRecurrentInvestment) == [0, 4, 0, 0, 0])
    #expect(accounts.map(\.capital) == [0, 30, 0, 0, 0])
    // 15 a year of depreciation, and 4% of mean book values of 22.5 and 7.5.
    #expect(accounts.map(\.capitalCharges).elementsEqual([0, 0, 15.9, 15.3, 0], by: agree))
    #expect(accounts.map(\.residualGap).elementsEqual([100, 95, 108.9, 108.3, 93], by: agree))
    #expect(accounts[1].underlyingGap == 91)
  }

  @Test func `an expected saving is weighed and a drawn one comes or does not`() throws {
    var scheme = scheme(10)
    scheme.confidence = 0.25
    var inputs = inputs(scheme)
    #expect(try accounts(inputs).map(\.savings) == [0, 2.5, 2.5, 2.5, 2.5])

    inputs.confidence = .bernoulli
    #expect(try accounts(inputs) { $0.uniforms = [0.2499] }.map(\.savings) == [0, 10, 10, 10, 10])
    #expect(try accounts(inputs) { $0.uniforms = [0.25] }.map(\.savings) == [0, 0, 0, 0, 0])
  }

  @Test func `drawn schemes average to the expected saving`() throws {
    var scheme = scheme(10)
    scheme.confidence = 0.35
    var inputs = inputs(scheme, lastYear: 2017)
    inputs.confidence = .bernoulli
    var sum = 0.0
    for run in 0..<1000 {
      let account = try accounts(inputs) { $0.uniforms = [(Double(run) + 0.5) / 1000] }[1]
      sum += account.savings
    }

    #expect(sum == 3500)
  }

  @Test func `a certain scheme always delivers and one without hope never does`() throws {
    var inputs = inputs(scheme(10))
    inputs.confidence = .bernoulli
    #expect(try accounts(inputs) { $0.uniforms = [0.999_999] }[1].savings == 10)
    inputs.schemes[0].confidence = 0
    #expect(try accounts(inputs) { $0.uniforms = [0] }[1].savings == 0)
  }

  @Test func `a saving grows with its price and by the factor of the run`() throws {
    var inputs = inputs(scheme(10), lastYear: 2018)
    inputs.prices = [PriceSeries(id: "pay", growth: .rates([10, 10]))]
    inputs.schemes[0].prices = ["pay"]

    let savings = try accounts(inputs) { $0.effects = [0.5] }.map(\.savings)
    #expect(savings.elementsEqual([0, 5.5, 6.05], by: agree))
  }

  @Test func `a scheme that comes through demand brings what it costs and no saving of its own`()
    throws
  {
    var scheme = scheme(0)
    scheme.investments = [CostStep(year: 2017, amount: 3, recurrent: true)]
    var inputs = inputs(scheme)
    inputs.demandDeliveries = [DemandDelivery(mitigator: "frailty", scheme: "scheme")]

    #expect(try accounts(inputs).map(\.residualGap) == [100, 103, 103, 103, 103])
  }

  @Test func `a saving that comes through demand may not be stated again`() {
    var inputs = inputs(scheme(5))
    inputs.demandDeliveries = [
      DemandDelivery(mitigator: "frailty", scheme: "scheme"),
      DemandDelivery(mitigator: "falls", scheme: "scheme"),
    ]

    #expect(
      mistakes(inputs) == [
        .savedTwice(scheme: "scheme", mitigator: "frailty"),
        .savedTwice(scheme: "scheme", mitigator: "falls"),
      ])
    #expect(mistakes(inputs)[0].description.hasPrefix("double use of a pool"))
  }

  @Test func `a use of a saving that comes through demand is a finding`() throws {
    var inputs = inputs(scheme(0))
    inputs.demandDeliveries = [DemandDelivery(mitigator: "frailty", scheme: "scheme")]
    inputs.uses = [
      SavingsUse(id: "row", scheme: "scheme", purpose: .investment, label: "care", amount: 3)
    ]

    #expect(
      try CostingModel(inputs).findings == [.useOfDemandSaving(use: "row", scheme: "scheme")])
  }
}
