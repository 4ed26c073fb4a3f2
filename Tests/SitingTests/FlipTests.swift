// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

@Suite struct `Opening and closing one site` {
  @Test(arguments: Grain.allCases)
  func `ten thousand flips leave the measures of a fresh evaluation`(grain: Grain) throws {
    let country = try RandomCountry(areas: 250, sites: 24, grain: grain, seed: 3)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, limits: country.limits(openSites: 8))
    var draws = SeededDraws(seed: 4)
    var state = try ConfigurationState(Configuration(siteCount: 24), in: evaluator)
    var disagreements = 0
    for _ in 0..<10_000 {
      try state.flip(Int.random(in: 0..<24, using: &draws))
      if try evaluator.measures(of: state.configuration) != state.measures { disagreements += 1 }
    }

    #expect(disagreements == 0)
  }

  @Test(arguments: 0..<20) func `a flip and its undoing change nothing`(seed: Int) throws {
    let country = try RandomCountry(areas: 60, sites: 16, grain: .gaps, seed: seed)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, limits: country.limits(openSites: 5))
    var draws = SeededDraws(seed: seed + 50)
    var state = try ConfigurationState(
      randomConfiguration(evaluator, share: 0.3, &draws), in: evaluator)
    let before = state.measures
    for site in 0..<16 {
      try state.flip(site)
      try state.flip(site)

      #expect(state.measures == before)
    }
  }

  @Test(arguments: 0..<20) func `a swap and a move measure as a fresh state`(seed: Int) throws {
    let country = try RandomCountry(areas: 120, sites: 20, grain: .tenths, seed: seed)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand, limits: country.limits(openSites: 5))
    var draws = SeededDraws(seed: seed + 50)
    var state = try ConfigurationState(
      randomConfiguration(evaluator, share: 0.2, &draws), in: evaluator)
    for _ in 0..<20 {
      try state.flip([Int.random(in: 0..<20, using: &draws), Int.random(in: 0..<20, using: &draws)])
      #expect(try evaluator.measures(of: state.configuration) == state.measures)

      let other = randomConfiguration(evaluator, share: 0.4, &draws)
      try state.move(to: other)
      #expect(state.configuration == other)
      #expect(try evaluator.measures(of: other) == state.measures)
    }
  }

  @Test func `a site whose role is fixed stays as it is`() throws {
    let country = try RandomCountry(areas: 10, sites: 3, grain: .coarse, seed: 1)
    let evaluator = try ConfigurationEvaluator(
      travel: country.travel, demand: country.demand,
      roles: [.optional, .alwaysOpen, .alwaysClosed], limits: .strokeUnits)
    var state = try ConfigurationState(evaluator.smallestConfiguration, in: evaluator)
    let before = state.measures

    #expect(throws: EvaluationError.againstRole(site: "site 1", role: .alwaysOpen)) {
      try state.flip(1)
    }
    #expect(throws: EvaluationError.againstRole(site: "site 2", role: .alwaysClosed)) {
      try state.flip([0, 2])
    }
    #expect(throws: EvaluationError.noSuchSite(position: 3, sites: 3)) { try state.flip(3) }
    #expect(throws: EvaluationError.noSuchSite(position: -1, sites: 3)) { try state.flip(-1) }
    #expect(state.measures == before)
  }
}
