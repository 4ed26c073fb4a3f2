// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Cost that stays` {
  @Test func `fixed cost stays when activity goes`() throws {
    let parts = [
      CostPart(share: 0.6, behaviour: .variable), CostPart(share: 0.4, behaviour: .fixed),
    ]
    let model = try CostingModel(trust(parts: parts, monthly: false))
    let run = try model.run(CostingDraw(doNothing: [[10, 10, 11]], withPlan: [[10, 9, 8]]))
    let first = run.account(organisation: 0, year: 1)
    let second = run.account(organisation: 0, year: 2)

    #expect(first.withActivity.cost == 94 && first.withPlanStay.stranded == 4)
    #expect(second.withActivity.cost == 88 && second.withPlanStay.stranded == 8)
    #expect(second.doNothing.cost == 106 && second.doNothingStay.absorbed == 4)
    #expect(second.doNothingStay.stranded == 0)
    #expect(
      run.strandedSpells(organisation: 0, .withPlan).map(\.months) == [24])
    #expect(run.strandedSpells(organisation: 0, .doNothing).isEmpty)
  }

  @Test func `cost that follows nothing is never stranded`() throws {
    var inputs = trust(parts: [CostPart(share: 0.6, behaviour: .variable, driver: "beds")])
    inputs.lines[0].driver = nil
    let run = try CostingModel(inputs).run(same([months([(12, 10), (24, 5)])]))

    #expect(run.account(organisation: 0, year: 2).doNothing.cost == 70)
    #expect(run.account(organisation: 0, year: 2).doNothingStay.stranded == 0)
    #expect(run.account(organisation: 0, year: 2).doNothingStay.absorbed == 0)
  }

  @Test(arguments: 0..<30) func `cost is what variable cost would be, plus stranded, less absorbed`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let step = CostPart.Behaviour.semiFixed(step: draws.number(1, 30), delay: draws.whole(0...14))
    let stepped = trust(parts: [
      CostPart(share: draws.number(0, 0.5), behaviour: step),
      CostPart(share: draws.number(0, 0.4), behaviour: .variable),
    ])
    let variable = trust(parts: [CostPart(share: 1, behaviour: .variable)])
    let draw = same([draws.numbers(36, 20, 150)])
    let one = try CostingModel(stepped).run(draw)
    let other = try CostingModel(variable).run(draw)

    for year in 0...2 {
      let account = one.account(organisation: 0, year: year)
      let stay = account.doNothingStay
      let followed = other.account(organisation: 0, year: year).doNothing.cost
      #expect(account.doNothing.cost == followed + stay.stranded - stay.absorbed)
      #expect(stay.stranded >= 0 && stay.absorbed >= 0)
    }
  }

  @Test func `a service that the base year does not have costs by its reference`() throws {
    var inputs = trust(
      baseline: 2, parts: [CostPart(share: 1, behaviour: .variable)], monthly: false)
    inputs.drivers[0].reference = 10_000

    #expect(try costs(inputs, same([[0, 5_000, 20_000]])) == [0, 1, 4])
  }
}
