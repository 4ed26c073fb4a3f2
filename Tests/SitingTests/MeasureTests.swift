// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

/// Four areas and three sites; the last area is as near to the second site as to the third.
///
///     area   demand   A   B   C
///     w        10     5  40  70
///     x        20    25  35  50
///     y        30    65  30  10
///     z        40    80  45  45
private func fourAreas(_ limits: MeasureLimits) throws -> ConfigurationEvaluator {
  let travel = try TravelMatrix(
    areas: ["w", "x", "y", "z"], sites: ["A", "B", "C"],
    minutes: [5, 40, 70, 25, 35, 50, 65, 30, 10, 80, 45, 45])
  return try ConfigurationEvaluator(travel: travel, demand: [10, 20, 30, 40], limits: limits)
}

private func limits(target: Double) throws -> MeasureLimits {
  try MeasureLimits(firstMinutes: 30, secondMinutes: 45, thirdMinutes: 60, targetVolume: target)
}

@Suite struct `Measures of a configuration` {
  @Test func `all three sites open`() throws {
    let measures = try fourAreas(limits(target: 31)).measures(
      of: Configuration([true, true, true]))

    // w and x go to A, z to B as the first of two at 45 minutes, y to C
    #expect(measures.units == 3)
    // (10 x 5 + 20 x 25 + 30 x 10 + 40 x 45) / 100
    #expect(measures.meanMinutes == 26.5)
    #expect(measures.maximumMinutes == 45)
    #expect(measures.largestUnit == 40)
    #expect(measures.smallestUnit == 30)
    #expect(measures.largestToSmallest == 40.0 / 30)
    #expect(measures.withinFirst == 0.6)
    #expect(measures.withinSecond == 1)
    #expect(measures.withinThird == 1)
    #expect(measures.atTarget == 0.4)
    #expect(measures.withinFirstAtTarget == 0)
    #expect(measures.withinSecondAtTarget == 0.4)
    #expect(measures.withinThirdAtTarget == 0.4)
  }

  @Test func `one site takes everybody`() throws {
    let measures = try fourAreas(limits(target: 100)).measures(
      of: Configuration([true, false, false]))

    #expect(measures.units == 1)
    #expect(measures.meanMinutes == 57)
    #expect(measures.maximumMinutes == 80)
    #expect(measures.largestToSmallest == 1)
    #expect(measures.withinFirst == 0.3)
    #expect(measures.withinFirstAtTarget == 0.3)
    #expect(measures.withinThirdAtTarget == 0.3)
  }

  @Test func `a unit of exactly the target volume meets it`() throws {
    let travel = try TravelMatrix(areas: ["a", "b", "c"], sites: ["A"], minutes: [1, 2, 3])
    let third = 1.0 / 3

    // in binary, three thirds of 0.1 times 10 don't sum to 1 unless they are counted in parts
    let evaluator = try ConfigurationEvaluator(
      travel: travel, demand: [0.7, 0.2, 0.1], limits: limits(target: 1))
    let thirds = try ConfigurationEvaluator(
      travel: travel, demand: [third, third, third], limits: limits(target: 1))

    #expect(try evaluator.measures(of: Configuration([true])).atTarget == 1)
    #expect(try thirds.measures(of: Configuration([true])).atTarget == 1)
  }

  @Test func `with every site closed nobody is reached`() throws {
    let measures = try fourAreas(.strokeUnits).measures(of: Configuration(siteCount: 3))

    #expect(measures.units == 0)
    #expect(measures.meanMinutes == .infinity)
    #expect(measures.maximumMinutes == .infinity)
    #expect(measures.largestUnit == 0)
    #expect(measures.smallestUnit == 0)
    #expect(measures.largestToSmallest == .infinity)
    #expect(measures.withinThird == 0)
  }

  @Test func `an area without demand and without a route only makes the maximum infinite`() throws {
    let travel = try TravelMatrix(
      areas: ["island", "town"], sites: ["A"], minutes: [.infinity, 12])
    let evaluator = try ConfigurationEvaluator(
      travel: travel, demand: [0, 8], limits: .strokeUnits)

    let measures = try evaluator.measures(of: Configuration([true]))

    #expect(measures.meanMinutes == 12)
    #expect(measures.maximumMinutes == .infinity)
    #expect(measures.withinFirst == 1)
  }

  @Test func `a unit outside the system takes demand but isn't one of the units`() throws {
    let travel = try TravelMatrix(
      areas: ["w", "x", "y", "z"], sites: ["A", "B", "C"],
      minutes: [5, 40, 70, 25, 35, 50, 65, 30, 10, 80, 45, 45])
    let evaluator = try ConfigurationEvaluator(
      travel: travel, demand: [10, 20, 30, 40], roles: [.optional, .outside, .alwaysClosed],
      limits: limits(target: 31))

    let measures = try evaluator.measures(of: Configuration([true, true, false]))

    #expect(measures.units == 1)
    #expect(measures.largestUnit == 30)
    #expect(measures.smallestUnit == 30)
    #expect(measures.atTarget == 0.7)
    #expect(measures.withinFirst == 0.6)
    #expect(measures.withinFirstAtTarget == 0.3)
  }

  @Test(arguments: Grain.allCases, 0..<12)
  func `random countries measure as the plain way does`(grain: Grain, seed: Int) throws {
    let country = try RandomCountry(areas: 90, sites: 18, grain: grain, seed: seed)
    var draws = SeededDraws(seed: seed + 1_000)
    let roles = (0..<18).map { _ in
      [SiteRole.optional, .optional, .optional, .alwaysOpen, .alwaysClosed, .outside][
        Int.random(in: 0..<(seed % 2 == 0 ? 3 : 6), using: &draws)]
    }
    let limits = try country.limits(openSites: 6)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, roles: roles, limits: limits)
    for share in [0.0, 0.1, 0.3, 0.6, 1] {
      let configuration = randomConfiguration(evaluator, share: share, &draws)

      let measures = try evaluator.measures(of: configuration)

      let plain = PlainEvaluation(
        configuration, travel: country.travel, demand: country.demand, roles: roles, limits: limits)
      #expect(plain.differences(from: measures) == [])
    }
  }

  @Test func `hundreds of sites and more distinct times than two bytes hold`() throws {
    let country = try RandomCountry(areas: 400, sites: 200, grain: .any, seed: 5)
    let limits = try country.limits(openSites: 40)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, limits: limits)
    let roles = [SiteRole](repeating: .optional, count: 200)
    var draws = SeededDraws(seed: 6)
    for share in [0.02, 0.2, 0.7] {
      let configuration = randomConfiguration(evaluator, share: share, &draws)

      let measures = try evaluator.measures(of: configuration)

      let plain = PlainEvaluation(
        configuration, travel: country.travel, demand: country.demand, roles: roles, limits: limits)
      #expect(plain.differences(from: measures) == [])
    }
  }

  @Test func `every measure is found by its name`() throws {
    let measures = try fourAreas(limits(target: 31)).measures(
      of: Configuration([true, true, true]))

    #expect(Measure.allCases.count == 13)
    #expect(measures[.units] == 3)
    #expect(measures[.meanMinutes] == measures.meanMinutes)
    #expect(measures[.withinThirdAtTarget] == 0.4)
  }

  @Test(arguments: Grain.allCases, 0..<6)
  func `every area has its nearest unit`(grain: Grain, seed: Int) throws {
    let country = try RandomCountry(areas: 150, sites: 30, grain: grain, seed: seed)
    let roles = [SiteRole](repeating: .optional, count: 30)
    let limits = try country.limits(openSites: 6)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, limits: limits)
    var draws = SeededDraws(seed: seed)
    var state = try ConfigurationState(Configuration(siteCount: 30), in: evaluator)
    for share in [0.0, 0.1, 0.5] {
      try state.move(to: randomConfiguration(evaluator, share: share, &draws))

      let assignment = state.assignment

      let plain = PlainEvaluation(
        state.configuration, travel: country.travel, demand: country.demand, roles: roles,
        limits: limits)
      #expect(assignment.siteOfArea == plain.site)
      #expect(assignment.minutes == plain.minutes)
      #expect(zip(assignment.volumes, plain.volumes).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    }
  }
}

@Suite struct `Mistakes in what is to be measured` {
  private let travel: TravelMatrix

  init() throws {
    travel = try TravelMatrix(areas: ["a", "b"], sites: ["A"], minutes: [1, 2])
  }

  private func mistake(
    _ demand: [Double], roles: [SiteRole] = [.optional]
  ) throws -> EvaluationError? {
    #expect(throws: EvaluationError.self) {
      try ConfigurationEvaluator(
        travel: travel, demand: demand, roles: roles, limits: .strokeUnits)
    }
  }

  @Test func `wrong demands`() throws {
    #expect(try mistake([1]) == .wrongDemandCount(found: 1, areas: 2))
    #expect(try mistake([1, -1]) == .impossibleDemand(area: "b", demand: -1))
    #expect(try mistake([.infinity, 1]) == .impossibleDemand(area: "a", demand: .infinity))
    guard case .impossibleDemand("a", _) = try mistake([.nan, 1]) else {
      Issue.record("not a number is not a demand")
      return
    }
    #expect(try mistake([0, 0]) == .noDemand)
  }

  @Test func `wrong roles`() throws {
    #expect(try mistake([1, 2], roles: []) == .wrongRoleCount(found: 0, sites: 1))
  }

  @Test func `no sites`() throws {
    let empty = try TravelMatrix(areas: ["a"], sites: [], minutes: [])
    #expect(throws: EvaluationError.noSites) {
      try ConfigurationEvaluator(travel: empty, demand: [1], limits: .strokeUnits)
    }
  }

  @Test func `no areas have no demand`() throws {
    let empty = try TravelMatrix(areas: [], sites: ["A"], minutes: [])
    #expect(throws: EvaluationError.noDemand) {
      try ConfigurationEvaluator(travel: empty, demand: [], limits: .strokeUnits)
    }
  }

  @Test(arguments: [
    (30, 20, 60, 600), (.nan, 45, 60, 600), (-1, 45, 60, 600), (30, 45, .infinity, 600),
    (30, 45, 60, -1), (30, 45, 60, .infinity),
  ])
  func `wrong limits`(first: Double, second: Double, third: Double, volume: Double) {
    #expect(throws: EvaluationError.impossibleLimits) {
      try MeasureLimits(
        firstMinutes: first, secondMinutes: second, thirdMinutes: third, targetVolume: volume)
    }
  }

  @Test func `a configuration for other sites`() throws {
    let evaluator = try ConfigurationEvaluator(
      travel: travel, demand: [1, 2], roles: [.alwaysOpen], limits: .strokeUnits)

    #expect(throws: EvaluationError.wrongSiteCount(found: 2, sites: 1)) {
      try evaluator.measures(of: Configuration([true, false]))
    }
    #expect(throws: EvaluationError.againstRole(site: "A", role: .alwaysOpen)) {
      try evaluator.measures(of: Configuration([false]))
    }
  }

  @Test(arguments: [1e300, 1e-300]) func `very large and very small numbers`(scale: Double) throws {
    let travel = try TravelMatrix(
      areas: ["a", "b"], sites: ["A", "B"], minutes: [1, 3, 2, 4].map { $0 * scale })
    let evaluator = try ConfigurationEvaluator(
      travel: travel, demand: [3 * scale, 1 * scale], limits: .strokeUnits)

    let measures = try evaluator.measures(of: Configuration([true, false]))

    #expect((measures.meanMinutes / scale - 1.25).magnitude < 1e-9)
    #expect((measures.largestUnit / scale - 4).magnitude < 1e-9)
  }
}
