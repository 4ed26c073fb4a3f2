// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `The chance of no bed` {
  @Test(
    arguments: [
      (10, 8.145493, 0.12827280913356565), (14, 8.145493, 0.01921332858738879),
      (20, 15, 0.04559321558981184), (30, 25, 0.05260317222814062), (50, 45, 0.05410447216462616),
      (100, 90, 0.026957380464359214),
    ] as [(Int, Double, Double)])
  func `is Erlang's loss when patients go elsewhere`(
    beds: Int, load: Double, chance: Double
  ) throws {
    let found = try BedPool(load: load).chanceOfNoBed(beds: beds, whenFull: .patientsGoElsewhere)

    #expect(agree(found, chance, within: 1e-12))
  }

  @Test(
    arguments: [
      (5, 4, 0.5541125541125543), (1, 0.9, 0.9), (10, 8, 0.40918015079644354),
      (20, 18, 0.5507690048161179), (70, 60, 0.14548421515352697),
    ] as [(Int, Double, Double)])
  func `is Erlang's delay when patients wait`(beds: Int, load: Double, chance: Double) throws {
    let found = try BedPool(load: load).chanceOfNoBed(beds: beds, whenFull: .patientsWait)

    #expect(agree(found, chance, within: 1e-12))
  }

  @Test(arguments: [
    (9, 0.18064943906604414), (10, 0.12827280144205105), (11, 0.08674625274232714),
    (12, 0.055608225762107694), (13, 0.03366965525693088), (14, 0.019213326198883246),
    (15, 0.010325734177405213),
  ])
  func `is as worked out for a published acute stroke unit`(beds: Int, chance: Double) throws {
    let pool = try BedPool(load: 8.145492831541219)

    let found = try pool.chanceOfNoBed(beds: beds, whenFull: .patientsGoElsewhere)

    #expect(agree(found, chance, within: 1e-12))
  }

  @Test(arguments: [
    (10, 0.53, 0.73), (28, 0.31, 0.57), (50, 0.19, 0.46), (100, 0.075, 0.31), (250, 0.007, 0.13),
  ])
  func `falls with the size of the pool at the same occupancy`(
    beds: Int, at85: Double, at92: Double
  ) throws {
    let pools = try [0.85, 0.92].map { try BedPool(load: $0 * Double(beds)) }
    let chances = try pools.map { try $0.chanceOfNoBed(beds: beds, whenFull: .patientsWait) }

    #expect((chances[0] - at85).magnitude < 0.0055)
    #expect((chances[1] - at92).magnitude < 0.0055)
  }

  @Test func `is certain without beds, and nil without patients`() throws {
    #expect(try BedPool(load: 3).chanceOfNoBed(beds: 0, whenFull: .patientsGoElsewhere) == 1)
    #expect(try BedPool(load: 3).chanceOfNoBed(beds: 0, whenFull: .patientsWait) == 1)
    #expect(try BedPool(load: 3).chanceOfNoBed(beds: 3, whenFull: .patientsWait) == 1)
    #expect(try BedPool(load: 0).chanceOfNoBed(beds: 1, whenFull: .patientsGoElsewhere) == 0)
    #expect(try BedPool(load: 0).chanceOfNoBed(beds: 1, whenFull: .patientsWait) == 0)
  }

  @Test func `gives the mean wait`() throws {
    // 12 patients a day who stay 5 days, in 70 beds.
    let demand = try BedDemand(patientsPerYear: 4380, meanStayDays: 5)

    let wait = try #require(try demand.meanWaitDays(beds: 70))

    #expect(agree(wait, 0.07274210757676348, within: 1e-12))
    #expect(try demand.meanWaitDays(beds: 60) == nil)
  }

  @Test func `refuses what can't be`() throws {
    #expect(throws: BedError.self) { try BedPool(load: -1) }
    #expect(throws: BedError.loadTooLarge(1e9, limit: 500_000)) { try BedPool(load: 1e9) }
    #expect(throws: BedError.impossibleBeds(-1, allowed: 0...1_000_000)) {
      try BedPool(load: 1).chanceOfNoBed(beds: -1, whenFull: .patientsWait)
    }
    #expect(throws: BedError.impossibleChance(0)) {
      try BedPool(load: 1).bedsNeeded(chanceOfNoBedAtMost: 0, whenFull: .patientsWait)
    }
    #expect(throws: BedError.impossibleBeds(0, allowed: 1...1_000_000)) {
      try BedPool.bearableOccupancy(beds: 0, chanceOfNoBedAtMost: 0.1, whenFull: .patientsWait)
    }
  }

  @Test(arguments: lawSeeds) func `agrees with the sum of the textbook`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let load = draws.number(0.1, 12)
    let beds = draws.whole(1...15)

    var terms = [1.0]
    for count in 1...beds { terms.append((terms.last ?? 1) * load / Double(count)) }
    let loss = terms[beds] / terms.reduce(0, +)

    let found = try BedPool(load: load).chanceOfNoBed(beds: beds, whenFull: .patientsGoElsewhere)
    #expect(agree(found, loss, within: 1e-13))
  }

  @Test(arguments: lawSeeds) func `falls with every bed and rises with load`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let load = draws.number(0.5, 40)
    let beds = draws.whole(1...60)

    for rule in WhenFull.allCases {
      let chance = try BedPool(load: load).chanceOfNoBed(beds: beds, whenFull: rule)
      let withMoreBeds = try BedPool(load: load).chanceOfNoBed(beds: beds + 1, whenFull: rule)
      let withMoreLoad = try BedPool(load: load + 1).chanceOfNoBed(beds: beds, whenFull: rule)
      #expect(withMoreBeds <= chance)
      #expect(withMoreLoad >= chance)
    }
  }
}

@Suite struct `Beds needed for a chance of no bed` {
  @Test func `are the fewest that do`() throws {
    let pool = try BedPool(load: 8.145493)

    #expect(
      try pool.bedsNeeded(chanceOfNoBedAtMost: 0.02, whenFull: .patientsGoElsewhere) == 14)
    #expect(
      try pool.bedsNeeded(chanceOfNoBedAtMost: 0.019, whenFull: .patientsGoElsewhere) == 15)
  }

  @Test(arguments: WhenFull.allCases) func `are none without patients`(rule: WhenFull) throws {
    #expect(try BedPool(load: 0).bedsNeeded(chanceOfNoBedAtMost: 0.01, whenFull: rule) == 0)
  }

  @Test(arguments: lawSeeds) func `are enough, and one fewer is not`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let pool = try BedPool(load: draws.number(0.1, 200))
    let limit = draws.number(0.001, 0.5)

    for rule in WhenFull.allCases {
      let beds = try pool.bedsNeeded(chanceOfNoBedAtMost: limit, whenFull: rule)
      #expect(try pool.chanceOfNoBed(beds: beds, whenFull: rule) <= limit)
      #expect(try pool.chanceOfNoBed(beds: beds - 1, whenFull: rule) > limit)
    }
  }

  @Test(arguments: lawSeeds) func `are fewer in one pool than in two`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let loads = draws.numbers(2, 0.5, 60)
    let limit = draws.number(0.005, 0.2)

    for rule in WhenFull.allCases {
      let apart = try loads.map {
        try BedPool(load: $0).bedsNeeded(chanceOfNoBedAtMost: limit, whenFull: rule)
      }
      let together = try BedPool(load: loads[0] + loads[1])
        .bedsNeeded(chanceOfNoBedAtMost: limit, whenFull: rule)
      #expect(together <= apart[0] + apart[1])
    }
  }
}

@Suite struct `The occupancy that a pool can bear` {
  @Test(arguments: [
    (10, 44), (28, 66), (50, 75), (100, 83), (250, 90), (500, 94), (1000, 96),
  ])
  func `grows with its size`(beds: Int, percent: Double) throws {
    let bearable = try BedPool.bearableOccupancy(
      beds: beds, chanceOfNoBedAtMost: 0.01, whenFull: .patientsGoElsewhere)

    #expect((100 * bearable.occupancy).rounded() == percent)
  }

  @Test(arguments: lawSeeds) func `has exactly the chance asked for`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let beds = draws.whole(1...80)
    let limit = draws.number(0.001, 0.6)

    for rule in WhenFull.allCases {
      let bearable = try BedPool.bearableOccupancy(
        beds: beds, chanceOfNoBedAtMost: limit, whenFull: rule)
      let pool = try BedPool(load: bearable.load)
      #expect(agree(try pool.chanceOfNoBed(beds: beds, whenFull: rule), limit))
      #expect(try pool.bedsNeeded(chanceOfNoBedAtMost: limit, whenFull: rule) == beds)
      #expect(bearable.occupancy > 0 && bearable.occupancy < 1)
    }
  }
}
