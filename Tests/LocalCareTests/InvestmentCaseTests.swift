// SPDX-License-Identifier: Apache-2.0

import LocalCare
import Testing

@Suite("Investment case") struct InvestmentCaseTests {
  /// 100 beds in use, 80% of those open; wards of 10.
  func wards(delay: Double = 0, value: Double = 100) throws -> Wards {
    try Wards(
      bedDays: 36_525, occupancy: 0.8, bedsEach: 10, delayMonths: delay, releasedPerBed: value)
  }

  func investment(
    avoided: Double = 1_000, released: Double = 10, days: Double = 0, stays: [StayEffect] = [],
    delay: Double = 0, value: Double = 100, costs: [Double] = [5_000], ramp: [Double] = [1]
  ) throws -> InvestmentCase {
    try InvestmentCase(
      activity: [
        ActivityEffect(
          avoided: avoided, releasedEach: released, bedDaysEach: days, reinvestedEach: 0)
      ], stays: stays, wards: wards(delay: delay, value: value), costs: costs, effectRamp: ramp)
  }

  @Test func `money that follows activity is released at once`() throws {
    let year = try investment().years()[0]

    #expect(year.releasedAtOnce == 10_000)
    #expect(year.net == 5_000)
  }

  @Test func `days saved leave beds empty at the occupancy that is safe`() throws {
    // 2,922 days are 8 beds in use, for which 10 are open.
    let year = try investment(days: 2.922).years()[0]

    #expect(abs(year.bedsFreed - 10) < 1e-9)
    #expect(year.bedsClosed == 10)
    #expect(year.releasedByBeds == 1_000)
  }

  @Test func `less than a whole ward closes nothing`() throws {
    let year = try investment(days: 2.9).years()[0]

    #expect(year.bedsFreed > 9.9)
    #expect(year.bedsClosed == 0)
    #expect(year.releasedByBeds == 0)
  }

  @Test func `a ward that closes after six months releases half of its first year`() throws {
    let years = try investment(days: 2.93, delay: 6, costs: [0, 0], ramp: [1, 1]).years()

    #expect(years.map(\.releasedByBeds) == [500, 1_000])
  }

  @Test func `a delay of eighteen months is a year and a half`() throws {
    let years = try investment(days: 2.93, delay: 18, costs: [0, 0, 0], ramp: [1, 1, 1]).years()

    #expect(years.map(\.releasedByBeds) == [0, 500, 1_000])
    #expect(years.map(\.bedsClosed) == [0, 10, 10])
  }

  @Test func `stays are shortened among those who are left, so that no day is saved twice`() throws
  {
    // A fifth of 36,525 days avoided, then half of the rest: 7,305 + 14,610.
    let engine = try investment(
      days: 7.305, stays: [StayEffect(share: 0.5, reinvestedEach: 2)])

    let year = engine.years()[0]

    #expect(year.bedDaysSaved == 21_915)
    #expect(year.reinvested == 29_220)
  }

  @Test func `the effect grows with its ramp`() throws {
    let years = try investment(costs: [1, 2, 3], ramp: [0.25, 0.5, 1]).years()

    #expect(years.map(\.releasedAtOnce) == [2_500, 5_000, 10_000])
    #expect(years.map(\.cost) == [1, 2, 3])
  }

  @Test func `break-even is cost over benefit where no bed closes`() throws {
    let found = try investment().breakEven(cost: 4_000)

    #expect(found.byWholeWards == 0.4)
    #expect(found.ifBedsClosedOneByOne == 0.4)
    #expect(found.bedsClosed == 0)
  }

  @Test func `break-even falls on the closing of a ward`() throws {
    // Ten beds a ward of £1,000 each; a ward closes at scales 0.1, 0.2, ...; at once £10,000.
    let engine = try investment(days: 29.22, value: 1_000)

    // At 0.1: 1,000 at once and a ward of 10,000.
    let found = engine.breakEven(cost: 11_000)
    #expect(abs(try #require(found.byWholeWards) - 0.1) < 1e-12)
    #expect(found.bedsClosed == 10)
    // One by one: 110,000 s = 11,000.
    #expect(abs(try #require(found.ifBedsClosedOneByOne) - 0.1) < 1e-12)
    // 12,000: between the first ward and the second, 10,000 + 10,000 s.
    #expect(abs(try #require(engine.breakEven(cost: 11_500).byWholeWards) - 0.15) < 1e-12)
  }

  @Test func `break-even with shorter stays solves a quadratic equation`() throws {
    // s D + s h (B - s D), D = 7,305, B = 36,525, h = 0.5; 292.2 days are a bed of £292.2.
    let engine = try investment(
      released: 0, days: 7.305, stays: [StayEffect(share: 0.5, reinvestedEach: 0)], value: 292.2)

    let found = engine.breakEven(cost: 10_000)

    // 25,567.5 s - 3,652.5 s² = 10,000.
    let expected = (25_567.5 - (25_567.5 * 25_567.5 - 4 * 3_652.5 * 10_000).squareRoot()) / 7_305
    #expect(abs(try #require(found.ifBedsClosedOneByOne) - expected) < 1e-9)
    #expect(try #require(found.byWholeWards) >= expected)
  }

  @Test func `what cannot pay for itself has no break-even`() throws {
    let found = try investment(released: 0).breakEven(cost: 1)

    #expect(found.byWholeWards == nil)
    #expect(found.ifBedsClosedOneByOne == nil)
  }

  @Test(arguments: [3_000.0, 8_000, 21_000, 40_000, 77_000])
  func `at break-even benefit reaches cost, and just below it does not`(cost: Double) throws {
    let stays = [try StayEffect(share: 0.2, reinvestedEach: 0.1)]
    let engine = try investment(
      days: 11, stays: stays, value: 1_300, costs: [cost, cost], ramp: [1, 1])

    let scale = try #require(engine.breakEven(cost: cost).byWholeWards)

    #expect(engine.years(scale: scale * (1 + 1e-9))[1].net >= -1e-4)
    #expect(engine.years(scale: scale * (1 - 1e-6))[1].net < 0)
  }

  @Test func `more days avoided than there are is refused`() {
    #expect(throws: LocalCareError.self) { try investment(days: 40) }
    #expect(throws: LocalCareError.self) { try investment(costs: [1], ramp: [1, 1]) }
    #expect(throws: LocalCareError.self) { try investment(ramp: [1.5]) }
  }
}
