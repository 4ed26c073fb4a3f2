// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `Beds for a year's patients` {
  @Test func `are patients a day by days of stay`() throws {
    let demand = try BedDemand(patientsPerYear: 730, meanStayDays: 5)

    #expect(demand.bedDaysPerYear == 3650)
    #expect(demand.meanBedsOccupied == 10)
  }

  @Test(arguments: [(3054, 12.6, 0.85, 124.0), (3000, 13, 0.90, 118.7)])
  func `at an occupancy are the known sums`(
    patients: Double, stay: Double, occupancy: Double, beds: Double
  ) throws {
    let demand = try BedDemand(patientsPerYear: patients, meanStayDays: stay)

    #expect((try demand.beds(atOccupancy: occupancy).exact - beds).magnitude < 0.05)
  }

  @Test func `are rounded up, but not for rounding's sake`() throws {
    #expect(
      try BedDemand(patientsPerYear: 3000, meanStayDays: 13).beds(atOccupancy: 0.9).whole == 119)
    // 35 occupied at 0.7: 50.00000000000001 in binary.
    #expect(
      try BedDemand(patientsPerYear: 3650, meanStayDays: 3.5).beds(atOccupancy: 0.7).whole == 50)
    #expect(
      try BedDemand(patientsPerYear: 0, meanStayDays: 3.5).beds(atOccupancy: 0.7).whole == 0)
  }

  @Test func `follow the days of the year`() throws {
    let demand = try BedDemand(patientsPerYear: 365.25, meanStayDays: 4, daysPerYear: 365.25)

    #expect(demand.meanBedsOccupied == 4)
  }

  @Test func `refuse what can't be`() {
    #expect(throws: BedError.notZeroOrMore("patients a year", -1)) {
      try BedDemand(patientsPerYear: -1, meanStayDays: 1)
    }
    #expect(throws: BedError.self) { try BedDemand(patientsPerYear: .nan, meanStayDays: 1) }
    #expect(throws: BedError.notPositive("days a year", 0)) {
      try BedDemand(patientsPerYear: 1, meanStayDays: 1, daysPerYear: 0)
    }
    #expect(throws: BedError.impossibleOccupancy(1.01)) {
      try BedDemand(patientsPerYear: 1, meanStayDays: 1).beds(atOccupancy: 1.01)
    }
    #expect(throws: BedError.impossibleOccupancy(0)) {
      try BedDemand(patientsPerYear: 1, meanStayDays: 1).beds(atOccupancy: 0)
    }
  }
}

@Suite struct `Stays in two kinds of bed` {
  @Test func `are three days and the rest`() throws {
    let demand = try BedDemand(patientsPerYear: 1000, meanStayDays: 12.6)

    let split = try SplitBedDemand(demand, firstDays: 3)

    #expect(agree(split.hyperAcute.meanBedsOccupied, 3000.0 / 365))
    #expect(agree(split.acute.meanStayDays, 9.6))
    #expect(agree(split.meanBedsOccupied, demand.meanBedsOccupied))
  }

  @Test func `count only those who stay on in the second`() throws {
    let stays = try WeightedDistribution(values: [1, 3, 8], weights: [1, 1, 2])

    let split = try SplitBedDemand(patientsPerYear: 365, stays: stays, firstDays: 3)

    // First: (1 + 3 + 3 + 3) / 4; second: half of the patients for five days.
    #expect(agree(split.hyperAcute.meanStayDays, 2.5))
    #expect(agree(split.acute.patientsPerYear, 182.5))
    #expect(agree(split.acute.meanStayDays, 5))
  }

  @Test func `need no second bed when all leave in time`() throws {
    let stays = try WeightedDistribution(values: [1, 2], weights: [1, 1])

    let split = try SplitBedDemand(patientsPerYear: 365, stays: stays, firstDays: 3)

    #expect(split.acute.meanBedsOccupied == 0)
    #expect(agree(split.hyperAcute.meanBedsOccupied, 1.5))
  }

  @Test func `can't be split by a mean shorter than the first part`() throws {
    let demand = try BedDemand(patientsPerYear: 1000, meanStayDays: 2)
    #expect(throws: BedError.firstPartLongerThanStay(firstDays: 3, meanStayDays: 2)) {
      try SplitBedDemand(demand, firstDays: 3)
    }
    let endless = try WeightedDistribution(values: [1, .infinity], weights: [1, 1])
    #expect(throws: BedError.self) {
      try SplitBedDemand(patientsPerYear: 365, stays: endless, firstDays: 3)
    }
  }

  @Test(arguments: lawSeeds) func `add up to the whole stay`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let stays = try WeightedDistribution(
      values: draws.numbers(8, 0, 30), weights: draws.numbers(8, 0, 5))

    let split = try SplitBedDemand(
      patientsPerYear: 365, stays: stays, firstDays: draws.number(0, 10))

    #expect(agree(split.meanBedsOccupied, stays.mean))
  }
}
