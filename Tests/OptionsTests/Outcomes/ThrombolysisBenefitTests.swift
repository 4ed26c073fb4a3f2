// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `The benefit of thrombolysis by time` {
  @Test(
    arguments: [
      (0, 17.54), (60, 14.587), (90, 13.125), (115, 11.916), (120, 11.675), (145, 10.479),
      (150, 10.241), (180, 8.824), (240, 6.051), (270, 4.699),
    ] as [(Double, Double)])
  func `has the published value per hundred`(minutes: Double, perHundred: Double) throws {
    let benefit = try ThrombolysisBenefit().benefit(onsetToTreatment: minutes)

    #expect((100 * benefit - perHundred).magnitude < (minutes == 0 ? 0.005 : 0.0005))
  }

  @Test(arguments: [(90, 1.776), (180, 1.485), (270, 1.242)] as [(Double, Double)])
  func `has the odds ratio of the curve`(minutes: Double, ratio: Double) throws {
    let model = try ThrombolysisBenefit()

    #expect((model.oddsRatio(onsetToTreatment: minutes) - ratio).magnitude < 0.0005)
  }

  @Test func `has no effect left after six hours and a third`() throws {
    let minutes = try #require(try ThrombolysisBenefit().minutesToNoEffect)

    #expect((minutes - 379.25).magnitude < 0.005)
    #expect(agree(try ThrombolysisBenefit().oddsRatio(onsetToTreatment: minutes), 1))
  }

  @Test func `is nil after the latest time and without a route`() throws {
    let model = try ThrombolysisBenefit()

    #expect(model.benefit(onsetToTreatment: 271) == 0)
    #expect(model.benefit(onsetToTreatment: .infinity) == 0)
    #expect(model.benefit(onsetToTreatment: 270) > 0)
  }

  @Test func `counts a time before onset as onset, and passes on what isn't a number`() throws {
    let model = try ThrombolysisBenefit()

    #expect(model.benefit(onsetToTreatment: -5) == model.benefit(onsetToTreatment: 0))
    #expect(model.benefit(onsetToTreatment: .nan).isNaN)
  }

  @Test func `is the mean over journeys, and a number a year`() throws {
    let model = try ThrombolysisBenefit()
    let travel = try WeightedDistribution(values: [0, 30], weights: [3, 1])

    let year = try model.yearlyBenefit(
      travel: travel, times: .allen2017, patients: 1000, shareTreated: 0.2)

    let mean =
      (3 * model.benefit(onsetToTreatment: 115) + model.benefit(onsetToTreatment: 145)) / 4
    #expect(agree(year.perPatientTreated, mean))
    #expect(year.patientsTreated == 200)
    #expect(agree(year.perYear, 200 * mean))
  }

  @Test func `refuses parameters out of range`() throws {
    var parameters = ThrombolysisBenefit.Parameters()
    parameters.baseRate = 1
    #expect(throws: OutcomeError.notAProbability("base rate", 1)) {
      try ThrombolysisBenefit(parameters)
    }
    parameters = .init()
    parameters.slope = -1
    #expect(throws: OutcomeError.notZeroOrMore("slope", -1)) { try ThrombolysisBenefit(parameters) }
    #expect(throws: OutcomeError.notZeroOrMore("door to needle", -1)) {
      try CareTimes(onsetToCall: 0, callToTravel: 0, doorToNeedle: -1)
    }
    let backwards = try WeightedDistribution(values: [-1], weights: [1])
    #expect(throws: OutcomeError.negativeTravel(minutes: -1)) {
      try ThrombolysisBenefit().meanBenefit(travel: backwards, times: .allen2017)
    }
  }

  @Test(arguments: lawSeeds) func `never rises with time`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    var parameters = ThrombolysisBenefit.Parameters()
    parameters.baseRate = draws.number(0.05, 0.95)
    parameters.slope = draws.number(0, 0.001)
    let model = try ThrombolysisBenefit(parameters)
    let times = draws.numbers(20, 0, 300).sorted()

    for (earlier, later) in zip(times, times.dropFirst()) {
      #expect(
        model.benefit(onsetToTreatment: earlier) >= model.benefit(onsetToTreatment: later))
    }
  }
}

@Suite(.enabled(if: SharedData.isThere, "the shared stroke data is not here"))
struct `The benefit of thrombolysis in Kent and Medway` {
  @Test(arguments: [
    (["DVH", "MMH", "MGH", "TWH", "WHH", "QEQM"], 11.306), (["DVH", "MMH", "WHH"], 10.867),
    (["DVH", "MGH", "WHH"], 10.901), (["MGH", "MMH", "WHH"], 10.885),
    (["TWH", "MMH", "WHH"], 10.869), (["DVH", "TWH", "WHH"], 10.828),
  ])
  func `is as worked out before, per hundred`(sites: [String], perHundred: Double) throws {
    let travel = try KentStrokeTravel.read.get().travel(to: sites)

    let benefit = try ThrombolysisBenefit().meanBenefit(travel: travel, times: .allen2017)

    #expect((100 * benefit - perHundred).magnitude < 0.0005)
  }

  @Test func `of three sites is more than six when needles come fifteen minutes sooner`() throws {
    let travel = try KentStrokeTravel.read.get().travel(to: KentStrokeTravel.optionB)
    let faster = try CareTimes.allen2017.with(doorToNeedle: 30)

    let benefit = try ThrombolysisBenefit().meanBenefit(travel: travel, times: faster)

    #expect((100 * benefit - 11.620).magnitude < 0.0005)
  }

  @Test func `of three sites equals six at eight and a half minutes less to the needle`() throws {
    let kent = try KentStrokeTravel.read.get()

    let answer = try ThrombolysisBenefit().breakEvenDoorToNeedle(
      of: kent.travel(to: KentStrokeTravel.optionB),
      toEqual: kent.travel(to: KentStrokeTravel.sixSites), times: .allen2017)

    guard case .found(let minutes, let change) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(agree(minutes, 36.549938, within: 1e-6))
    #expect(agree(change, -8.450062, within: 1e-6))
  }
}
