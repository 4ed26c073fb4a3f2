// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit
import Testing

@Suite struct `Beds, wards and sites` {
  private let wards = [CostPart(share: 1, behaviour: .semiFixed(step: 25, delay: 6))]

  @Test func `100 beds in wards of 25 that fall to 80 close no ward`() throws {
    let costs = try costs(trust(parts: wards), same([months([(12, 100), (24, 80)])]))

    #expect(costs == [100, 100, 100])
  }

  @Test func `at 74 one ward of four closes after six months`() throws {
    let model = try CostingModel(trust(baseline: 4, parts: wards))
    let run = try model.run(same([months([(12, 100), (24, 74)])]))
    let first = run.account(organisation: 0, year: 1)
    let second = run.account(organisation: 0, year: 2)

    // Six months of four wards and six of three, at a twelfth of a million a month each.
    #expect(first.doNothing.externalCost == 3.5)
    #expect(second.doNothing.externalCost == 3)
    // Were all variable, 74 beds would cost 2.96.
    #expect(agree(first.doNothingStay.stranded, 0.54))
    #expect(agree(second.doNothingStay.stranded, 0.04))
    #expect(first.doNothingStay.absorbed == 0)
  }

  @Test func `cost of 75 beds is stranded for the six months before the ward closes`() throws {
    let model = try CostingModel(trust(baseline: 4, parts: wards))
    let run = try model.run(same([months([(12, 100), (3, 100), (21, 75)])]))
    let spells = run.strandedSpells(organisation: 0, .doNothing)

    try #require(spells.count == 1)
    #expect(spells[0].firstMonth == 15 && spells[0].months == 6 && !spells[0].outlastsHorizon)
    #expect(agree(spells[0].cost, 0.5))
  }

  @Test func `a spell that the horizon cuts short says so`() throws {
    let model = try CostingModel(trust(baseline: 4, parts: wards))
    let run = try model.run(same([months([(32, 100), (4, 75)])]))

    #expect(run.strandedSpells(organisation: 0, .withPlan).map(\.outlastsHorizon) == [true])
  }

  @Test func `a ward opens in the month that needs it`() throws {
    let costs = try costs(
      trust(baseline: 4, parts: wards), same([months([(12, 100), (9, 100), (15, 101)])]))

    // Nine months of four wards and three of five: 4.25.
    #expect(costs == [4, 4.25, 5])
  }

  @Test func `a dip shorter than the delay closes nothing`() throws {
    let dip = months([(12, 100), (6, 70), (1, 76), (5, 70), (1, 76), (11, 76)])

    #expect(try costs(trust(parts: wards), same([dip])) == [100, 100, 100])
  }

  @Test func `a dip of one month more closes a ward for one month`() throws {
    let dip = months([(12, 100), (7, 70), (17, 76)])

    #expect(try costs(trust(baseline: 48, parts: wards), same([dip])) == [48, 47, 48])
  }

  @Test func `a bed, a ward and a site close in their own time`() throws {
    let levels = [
      CostPart(share: 0.25, behaviour: .semiFixed(step: 1, delay: 0)),
      CostPart(share: 0.5, behaviour: .semiFixed(step: 25, delay: 6)),
      CostPart(share: 0.25, behaviour: .semiFixed(step: 100, delay: 18)),
    ]
    // Two sites of 100 beds; from April 2017 half of them are not needed.
    let costs = try costs(
      trust(lastYear: 2020, parts: levels), same([months([(12, 200), (48, 100)])]))

    // Beds halve at once: 12.5. Wards: 50 for 6 months, then 25. Sites: 25 for 18 months.
    #expect(costs == [100, 12.5 + 37.5 + 25, 12.5 + 25 + 18.75, 50, 50])
  }

  @Test func `a year like the base year costs what the base year did, whatever its seasons`() throws
  {
    let season = [90.0, 88, 91, 95, 99, 104, 110, 121, 126, 124, 118, 103]
    for delay in [0, 1, 5, 11, 12, 30] {
      let part = CostPart(share: 0.7, behaviour: .semiFixed(step: 12, delay: delay))
      let model = try CostingModel(trust(parts: [part]))
      let run = try model.run(same([season + season + season]))

      for year in 0...2 {
        let account = run.account(organisation: 0, year: year)
        #expect(agree(account.doNothing.externalCost, 100))
        #expect(account.doNothingStay.stranded == 0)
        #expect(agree(account.doNothingStay.absorbed, 0))
      }
    }
  }

  @Test func `a hair above a whole number of wards needs no other`() throws {
    let series = months([(12, 100), (24, 100 + 1e-11)])

    #expect(try costs(trust(parts: wards), same([series])) == [100, 100, 100])
  }

  @Test func `a site that nobody needs costs nothing once it has closed`() throws {
    #expect(
      try costs(trust(parts: wards), same([months([(12, 100), (24, 0)])])) == [100, 50, 0])
  }

  @Test(arguments: 0..<40) func `steps in place are the greatest need of the months before`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let delay = draws.whole(0...20)
    let step = draws.number(1, 40)
    let series = [months([(12, 60)]), draws.numbers(48, 0, 200)].flatMap(\.self)
    let part = CostPart(share: 1, behaviour: .semiFixed(step: step, delay: delay))
    let found = try costs(trust(lastYear: 2020, parts: [part]), same([series]))

    let need = series.map { ($0 / step).rounded(.up) }
    let base = need[0]
    for year in 0...4 {
      let months = (year * 12..<year * 12 + 12).map { month in
        (month - delay...month).map { $0 < 0 ? base : need[$0] }.max() ?? 0
      }
      #expect(agree(found[year], 100 * months.reduce(0, +) / 12 / base))
    }
  }

  @Test(arguments: 0..<20) func `more activity never costs less`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let parts = [
      CostPart(share: 0.3, behaviour: .variable),
      CostPart(
        share: 0.5, behaviour: .semiFixed(step: draws.number(1, 30), delay: draws.whole(0...9))),
    ]
    let inputs = trust(parts: parts)
    let less = [months([(12, 100)]), draws.numbers(24, 50, 150)].flatMap(\.self)
    let more = less.enumerated().map {
      $0.offset < 12 ? $0.element : $0.element + draws.unit() * 30
    }
    let costs = zip(try costs(inputs, same([less])), try costs(inputs, same([more])))

    #expect(costs.allSatisfy { $0 <= $1 })
  }
}
