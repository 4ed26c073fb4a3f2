// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `Break-even from door to needle` {
  private func travel(_ minutes: Double...) throws -> WeightedDistribution {
    try WeightedDistribution(values: minutes, weights: minutes.map { _ in 1 })
  }

  @Test func `is the extra travel when days of life are counted`() throws {
    // Means 30 and 20 minutes: ten minutes faster.
    let answer = try HealthyLifeDays.mean.breakEvenDoorToNeedle(
      of: travel(20, 40), toEqual: travel(20), times: .allen2017)

    guard case .found(let minutes, let change) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(agree(minutes, 35))
    #expect(agree(change, -10))
  }

  @Test func `is the extra travel when everybody travels as long, in every model`() throws {
    try expectTenFewer(ThrombolysisBenefit())
    try expectTenFewer(GoodOutcomeByTime.otherVesselThrombolysis)
    try expectTenFewer(
      TreatedPathways(
        [
          TreatedPathway(
            effect: .otherVesselThrombolysis, shareOfPatients: 0.1, minutesAfterNeedle: 0)
        ], utilities: .wang2020))
  }

  private func expectTenFewer(_ model: some TimedBenefit) throws {
    let answer = try model.breakEvenDoorToNeedle(
      of: travel(30), toEqual: travel(20), times: .allen2017)

    guard case .found(_, let change) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(agree(change, -10, within: 1e-6))
  }

  @Test func `may be slower when journeys get shorter`() throws {
    let answer = try HealthyLifeDays.mean.breakEvenDoorToNeedle(
      of: travel(20), toEqual: travel(100), times: .allen2017)

    guard case .found(let minutes, let change) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(agree(minutes, 125))
    #expect(agree(change, 80))
  }

  @Test func `is out of reach when the journey alone costs more`() throws {
    let answer = try HealthyLifeDays.mean.breakEvenDoorToNeedle(
      of: travel(75), toEqual: travel(20), times: .allen2017)

    // 55 minutes longer, 45 of them made up: ten minutes at 1.8 days.
    guard case .outOfReach(let shortfall) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(agree(shortfall, 18))
  }

  @Test func `doesn't matter when the other configuration treats nobody in time`() throws {
    let answer = try ThrombolysisBenefit().breakEvenDoorToNeedle(
      of: travel(20), toEqual: travel(200), times: .allen2017)

    #expect(answer == .always)
  }

  @Test func `can't be told without a route when every minute counts`() throws {
    #expect(throws: OutcomeError.benefitNotFinite) {
      try HealthyLifeDays.mean.breakEvenDoorToNeedle(
        of: travel(.infinity), toEqual: travel(20), times: .allen2017)
    }
  }

  @Test(arguments: lawSeeds) func `is the last time that does as well`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let changed = try WeightedDistribution(
      values: draws.numbers(9, 0, 60), weights: draws.numbers(9, 0, 10))
    let reference = try WeightedDistribution(
      values: draws.numbers(9, 0, 60), weights: draws.numbers(9, 0, 10))
    let model = try ThrombolysisBenefit()
    let target = try model.meanBenefit(travel: reference, times: .allen2017)

    let answer = try model.breakEvenDoorToNeedle(
      of: changed, toEqual: reference, times: .allen2017)

    switch answer {
    case .found(let minutes, _):
      let there = try CareTimes.allen2017.with(doorToNeedle: minutes)
      let later = try CareTimes.allen2017.with(doorToNeedle: minutes.nextUp)
      #expect(try model.meanBenefit(travel: changed, times: there) >= target)
      #expect(try model.meanBenefit(travel: changed, times: later) < target)
    case .outOfReach:
      let none = try CareTimes.allen2017.with(doorToNeedle: 0)
      #expect(try model.meanBenefit(travel: changed, times: none) < target)
    case .always: Issue.record("a reference that treats somebody can be missed")
    }
  }
}

@Suite struct `Days of healthy life` {
  @Test func `are 1.8 for each minute saved, a month for fifteen`() {
    #expect(HealthyLifeDays.mean.days(minutesSaved: 1) == 1.8)
    #expect(HealthyLifeDays.mean.days(minutesSaved: 15) == 27)
    #expect(HealthyLifeDays.low.days(minutesSaved: 10) == 9)
    #expect(HealthyLifeDays.high.days(minutesSaved: -10) == -27)
  }

  @Test func `fall with every minute since onset`() {
    #expect(HealthyLifeDays.mean.benefit(onsetToTreatment: 100) == -180)
    #expect(HealthyLifeDays.mean.benefit(onsetToTreatment: -1) == 0)
  }
}
