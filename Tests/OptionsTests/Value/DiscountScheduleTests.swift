// SPDX-License-Identifier: Apache-2.0
import Options
import Testing

@Suite struct `Discounting` {
  @Test(arguments: [(0, 1), (10, 0.708919), (30, 0.356278), (31, 0.345901), (60, 0.146782)])
  func `has the Green Book's factors`(year: Int, factor: Double) throws {
    let found = try DiscountSchedule.greenBook.factors(to: year)

    #expect((found[year] - factor).magnitude <= 0.0000005)
    #expect(found.count == year + 1)
  }

  @Test(arguments: [(0, 0), (30, 18.392045), (60, 25.375260)])
  func `adds up factors from year 1`(year: Int, annuity: Double) throws {
    #expect((try DiscountSchedule.greenBook.annuity(to: year) - annuity).magnitude <= 0.0000005)
  }

  @Test func `spreads a hundred million over thirty years`() throws {
    let yearly = try DiscountSchedule.greenBook.equivalentAnnualCost(of: 100, to: 30)

    #expect((yearly - 5.437).magnitude < 0.0005)
  }

  @Test func `refuses schedules that leave a year without a rate`() {
    #expect(throws: ValueError.noRateFromYearZero) { try DiscountSchedule([]) }
    #expect(throws: ValueError.noRateFromYearZero) {
      try DiscountSchedule([.init(firstYear: 1, rate: 0.03)])
    }
    #expect(throws: ValueError.ratesOutOfOrder(year: 0)) {
      try DiscountSchedule([.init(firstYear: 0, rate: 0.03), .init(firstYear: 0, rate: 0.02)])
    }
    #expect(throws: ValueError.impossibleRate(year: 0, rate: -1)) {
      try DiscountSchedule([.init(firstYear: 0, rate: -1)])
    }
    #expect(throws: ValueError.impossibleYears(1001, allowed: 0...1000)) {
      try DiscountSchedule.greenBook.factors(to: 1001)
    }
    #expect(throws: ValueError.impossibleYears(0, allowed: 1...1000)) {
      try DiscountSchedule.greenBook.equivalentAnnualCost(of: 1, to: 0)
    }
  }
}

@Suite struct `Optimism bias` {
  @Test func `of a mixed building is weighted by capital`() throws {
    let combined = try OptimismBias.combined([
      (.nonStandardBuildings, 30), (.standardBuildings, 70),
    ])

    #expect(agree(combined.upper, 0.321))
  }

  @Test(arguments: [(0, 0.24), (0.5, 0.12), (0.95, 0.02), (1, 0.02)] as [(Double, Double)])
  func `falls as risks are managed, to its lower bound`(share: Double, uplift: Double) throws {
    #expect(agree(try OptimismBias.standardBuildings.uplift(mitigated: share), uplift))
  }

  @Test func `refuses what can't be`() {
    #expect(throws: ValueError.boundsUpsideDown(lower: 0.3, upper: 0.2)) {
      try OptimismBias(lower: 0.3, upper: 0.2)
    }
    #expect(throws: ValueError.shareOutsideZeroToOne(2)) {
      try OptimismBias.equipment.uplift(mitigated: 2)
    }
    #expect(throws: ValueError.impossibleWeights) { try OptimismBias.combined([]) }
  }
}
