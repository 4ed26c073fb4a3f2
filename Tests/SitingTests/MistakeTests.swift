// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import Testing

private let rows: [[Double]] = [[1, 9, 30], [9, 1, 30], [50, 60, 2]]

@Suite struct `What can't be solved says why` {
  @Test func `inputs that don't fit`() throws {
    let travel = try matrix(rows)
    #expect(throws: SitingError.wrongWeightCount(found: 2, areas: 3)) {
      try SitingProblem(travel: travel, weights: [1, 1])
    }
    #expect(throws: SitingError.impossibleWeight(area: "a1", weight: -1)) {
      try SitingProblem(travel: travel, weights: [1, -1, 1])
    }
    #expect(throws: SitingError.noAreas) {
      try SitingProblem(
        travel: TravelMatrix(areas: [], sites: ["s"], minutes: []), weights: [])
    }
    #expect(throws: SitingError.noSites) {
      try SitingProblem(
        travel: TravelMatrix(areas: ["a"], sites: [], minutes: []), weights: [1])
    }
  }

  @Test(arguments: [Double.nan, .infinity, -0.5]) func `weights that are no weights`(
    weight: Double
  ) {
    #expect(throws: SitingError.self) { try problem(rows, weights: [1, weight, 1]) }
  }

  @Test func `numbers so large that sums overflow`() {
    #expect(throws: SitingError.numbersTooLarge) {
      try problem(rows, weights: [1e307, 1, 1])
    }
  }

  @Test func `lists that don't fit`() {
    #expect(throws: SitingError.unknownSite(position: 3, list: .keep, sites: 3)) {
      try problem(rows, keep: [3])
    }
    #expect(throws: SitingError.unknownSite(position: -1, list: .forbid, sites: 3)) {
      try problem(rows, forbid: [-1])
    }
    #expect(throws: SitingError.repeatedSite(site: "s1", list: .keep)) {
      try problem(rows, keep: [1, 1])
    }
    #expect(throws: SitingError.keptAndForbidden(site: "s2")) {
      try problem(rows, keep: [2], forbid: [0, 2])
    }
  }

  @Test func `numbers of sites that can't be`() throws {
    let decided = try problem(rows, keep: [0, 1], forbid: [2])
    #expect(throws: SitingError.impossibleSiteCount(found: 0)) {
      try decided.solve(.weightedMean(sites: 0))
    }
    #expect(throws: SitingError.fewerSitesThanKept(found: 1, kept: 2)) {
      try decided.solve(.largestShare(sites: 1, within: 5))
    }
    #expect(throws: SitingError.moreSitesThanAllowed(found: 3, allowed: 2)) {
      try decided.solve(.largestMinutes(sites: 3))
    }
  }

  @Test func `a radius that is no radius and weights that are all zero`() throws {
    #expect(throws: SitingError.impossibleRadius(found: -1)) {
      try problem(rows).solve(.fewestSites(within: -1))
    }
    #expect(throws: SitingError.self) { try problem(rows).solve(.fewestSites(within: .nan)) }
    #expect(throws: SitingError.noWeight) {
      try problem(rows, weights: [0, 0, 0]).solve(.weightedMean(sites: 1))
    }
  }

  @Test func `a radius too small names the areas, the radius and the site that would do`() {
    let shortfall = SitingError.Shortfall(
      areas: ["a2"], radius: 10, smallestRadius: 50, permit: ["s2"])
    #expect(throws: SitingError.outOfReach(shortfall)) {
      try problem(rows, forbid: [2]).solve(.fewestSites(within: 10))
    }
  }

  @Test func `a radius that no site could meet names no site`() {
    let shortfall = SitingError.Shortfall(
      areas: ["a2"], radius: 1.5, smallestRadius: 2, permit: [])
    #expect(throws: SitingError.outOfReach(shortfall)) {
      try problem(rows).solve(.fewestSites(within: 1.5))
    }
  }

  @Test func `an area without a route is named`() throws {
    let island = try problem([[1, 2], [.infinity, .infinity]], forbid: [0])
    let shortfall = SitingError.Shortfall(
      areas: ["a1"], radius: .infinity, smallestRadius: .infinity, permit: [])
    #expect(throws: SitingError.outOfReach(shortfall)) {
      try island.solve(.weightedMean(sites: 1))
    }
    #expect(throws: SitingError.outOfReach(shortfall)) {
      try island.solve(.largestMinutes(sites: 1))
    }
  }

  @Test func `too few sites for the routes there are`() throws {
    let valleys = try problem([[1, .infinity], [.infinity, 1]])
    #expect(throws: SitingError.tooFewSites(found: 1, fewest: 2)) {
      try valleys.solve(.weightedMean(sites: 1))
    }
    #expect(throws: SitingError.tooFewSites(found: 1, fewest: 2)) {
      try valleys.solve(.largestMinutes(sites: 1))
    }
  }

  @Test func `the words say what would help`() {
    let error = SitingError.outOfReach(
      SitingError.Shortfall(
        areas: ["a2"], radius: 10, smallestRadius: 50, permit: ["s2"]))

    #expect(
      error.description
        == "no allowed site is within 10.0 minutes of a2; a radius of 50.0 minutes or allowing s2 would do"
    )
  }
}
