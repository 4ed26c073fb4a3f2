// SPDX-License-Identifier: Apache-2.0

import Savings
import Testing

@Suite struct `A profile of savings` {
  private let october = SavingsMonth(year: 2017, month: 10)

  @Test func `of £1.2m a year from 1 October brings £0.6m in the year`() throws {
    let profile = try SavingsProfile.straightLine(annual: 1.2e6, from: october, isRecurrent: true)
    #expect(profile.partYearEffect(2017) == 600_000)
    #expect(profile.fullYearEffect == 1_200_000)
    #expect(profile.carryForward(from: 2017) == 600_000)
    #expect(profile.partYearEffect(2018) == 1_200_000)
    #expect(profile.partYearEffect(2016) == 0)
    #expect(profile.reopenedGap(after: 2017) == 0)
  }

  @Test func `that is not recurrent brings nothing the next year and opens the gap again`() throws {
    let profile = try SavingsProfile.straightLine(annual: 1.2e6, from: october, isRecurrent: false)
    #expect(profile.partYearEffect(2017) == 600_000)
    #expect(profile.fullYearEffect == 0)
    #expect(profile.partYearEffect(2018) == 0)
    #expect(profile.reopenedGap(after: 2017) == 600_000)
    #expect(profile.carryForward(from: 2017) == -600_000)
    #expect(UnderlyingPosition.of(reported: -1e6, nonRecurrent: 600_000) == -1.6e6)
  }

  @Test func `can have a first year of its own`() throws {
    let profile = try SavingsProfile.phased(
      firstYear: 300, annual: 1200, from: october, isRecurrent: true)
    #expect(profile.amount(in: october) == 50)
    #expect(profile.partYearEffect(2017) == 300)
    #expect(profile.partYearEffect(2018) == 1200)
  }

  @Test func `needs a month and numbers`() {
    #expect(throws: SavingsError.self) {
      try SavingsProfile(start: october, monthly: [], isRecurrent: true)
    }
    #expect(throws: SavingsError.self) {
      try SavingsProfile(start: october, monthly: [.nan], isRecurrent: true)
    }
  }

  @Test func `knows its months`() {
    #expect(october.financialYear == 2017)
    #expect(SavingsMonth(year: 2018, month: 3).financialYear == 2017)
    #expect(october.adding(6) == .april(2018))
    #expect(october.adding(3).year == 2018 && october.adding(3).month == 1)
    #expect(SavingsMonth(number: -1).year == -1 && SavingsMonth(number: -1).month == 12)
  }
}

@Suite struct `A scheme against its plan` {
  /// 100 a month from April; 80, 90 and 100 recorded; June is over.
  private func tracking() throws -> SavingsTracking {
    SavingsTracking(
      profile: try .straightLine(annual: 1200, from: .april(2017), isRecurrent: true),
      actuals: [
        .april(2017): 80, SavingsMonth.april(2017).adding(1): 90,
        SavingsMonth.april(2017).adding(2): 100,
      ],
      through: SavingsMonth.april(2017).adding(2))
  }

  @Test func `knows plan, record and variance to date`() throws {
    let scheme = try tracking()
    #expect(scheme.planToDate == 300)
    #expect(scheme.actualToDate == 270)
    #expect(scheme.varianceToDate == -30)
    #expect(scheme.missing.isEmpty)
  }

  /// 270 recorded, and nine months of 90, or of 80% of 100.
  private static let outturns: [(ForecastMethod, Double)] = [
    (.runRate, 1080), (.profiled, 990), (.greater, 1080),
  ]

  @Test(arguments: outturns) func `is forecast by a stated method`(
    _ method: ForecastMethod, _ expected: Double
  ) throws {
    let rule = try ForecastRule(method: method, confidence: 0.8, runRateMonths: 3)
    #expect(try tracking().forecast(rule) == expected)
  }

  @Test func `is weighed in what is to come only`() throws {
    let rule = try ForecastRule(method: .profiled, confidence: 1, runRateMonths: 3)
    let scheme = try tracking()
    #expect(scheme.forecast(rule) == 1170)
    #expect(scheme.riskAdjusted(rule, weight: SavingsWeights.starting.share(.amber)) == 720)
    #expect(scheme.riskAdjusted(rule, weight: 0) == 270)
  }

  @Test func `names months without a record`() throws {
    let scheme = SavingsTracking(
      profile: try .straightLine(annual: 1200, from: .april(2017).adding(1), isRecurrent: true),
      actuals: [.april(2017).adding(1): 100], through: SavingsMonth.april(2017).adding(2))
    #expect(scheme.missing == [SavingsMonth.april(2017).adding(2)])
    #expect(scheme.runRate(months: 3) == 100)
  }

  @Test func `that has not begun has no run-rate`() throws {
    let scheme = SavingsTracking(
      profile: try .straightLine(annual: 1200, from: .april(2017).adding(6), isRecurrent: true),
      actuals: [:], through: SavingsMonth.april(2017).adding(2))
    #expect(scheme.runRate(months: 3) == nil)
    let rule = try ForecastRule(method: .greater, confidence: 0.5, runRateMonths: 3)
    #expect(scheme.forecast(rule) == 300)
    #expect(throws: SavingsError.self) {
      try ForecastRule(method: .greater, confidence: 1.5, runRateMonths: 3)
    }
    #expect(throws: SavingsError.self) { try SavingsWeights([.amber: -0.1]) }
  }
}
