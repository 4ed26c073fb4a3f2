// SPDX-License-Identifier: Apache-2.0

import Costing
import Testing

@Suite struct `Inflation of a line` {
  /// NHS Improvement, "Economic assumptions 2016/17 to 2020/21": weights and the first two years.
  private let published = PriceSeries(
    id: "provider",
    components: [
      PriceComponent(label: "pay", weight: 0.6544, growth: .rates([3.3, 2.0])),
      PriceComponent(label: "drugs", weight: 0.0817, growth: .rates([4.5, 4.5])),
      PriceComponent(label: "capital", weight: 0.0476, growth: .rates([3.1, 3.2])),
      PriceComponent(label: "other", weight: 0.2163, growth: .rates([1.7, 1.8])),
    ])

  @Test func `components are weighed year by year`() throws {
    var inputs = trust(parts: [])
    inputs.prices = [published]
    inputs.lines[0].prices = ["provider"]
    let costs = try costs(inputs, same([months([(36, 1)])]))

    // 0.6544 x 3.3 + 0.0817 x 4.5 + 0.0476 x 3.1 + 0.2163 x 1.7 = 3.04244 per cent
    #expect(agree(costs[1], 103.04244))
    // then 0.6544 x 2.0 + 0.0817 x 4.5 + 0.0476 x 3.2 + 0.2163 x 1.8 = 2.21811 per cent
    #expect(agree(costs[2], 103.04244 * 1.0221811))
  }

  @Test func `a drawn series is that of the run`() throws {
    var inputs = trust(parts: [])
    inputs.prices = [
      PriceSeries(
        id: "mixed",
        components: [
          PriceComponent(label: "pay", weight: 0.75, growth: .drawn(1)),
          PriceComponent(label: "other", weight: 0.25, growth: .rates([4, 0])),
        ])
    ]
    inputs.lines[0].prices = ["mixed"]
    var draw = same([months([(36, 1)])])
    draw.prices = [[99, 99], [4, 8]]

    #expect(try costs(inputs, draw).elementsEqual([100, 104, 104 * 1.06], by: agree))
  }

  @Test func `several series multiply, and steps come on top`() throws {
    var inputs = trust(parts: [])
    inputs.prices = [
      PriceSeries(id: "price", growth: .rates([10, 10])),
      PriceSeries(id: "other", growth: .rates([10, 0])),
    ]
    inputs.lines[0].prices = ["price", "other"]
    inputs.lines[0].steps = [
      CostStep(year: 2017, amount: 2, recurrent: true),
      CostStep(year: 2017, amount: 5, recurrent: false),
      CostStep(year: 2018, amount: 3, recurrent: true),
    ]
    let model = try CostingModel(inputs)
    let run = try model.run(same([months([(36, 1)])]))

    #expect(agree(run.account(organisation: 0, year: 1).doNothing.cost, 121 + 7))
    // What does not recur has dropped out: 121 x 1.1 + 2 + 3.
    #expect(agree(run.account(organisation: 0, year: 2).doNothing.cost, 133.1 + 5))
    #expect(run.account(organisation: 0, year: 1).nonRecurrentCost == 5)
    #expect(run.account(organisation: 0, year: 2).nonRecurrentCost == 0)
    #expect(agree(run.account(organisation: 0, year: 1).underlyingGap, 123))
  }

  @Test func `weights that miss 1 are refused`() {
    var inputs = trust(parts: [])
    inputs.prices = [published]
    inputs.prices[0].components[0].weight = 0.65

    let found = mistakes(inputs)
    #expect(found.count == 1)
    guard case .weightsDoNotSumToOne(price: "provider", _) = found.first else {
      Issue.record("found \(found)")
      return
    }
  }
}
