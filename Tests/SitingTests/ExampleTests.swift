// SPDX-License-Identifier: Apache-2.0
import Siting
import Testing

/// Four villages along a road at 0, 10, 20 and 60 minutes; a site could open in each.
private let road: [[Double]] = [
  [0, 10, 20, 60],
  [10, 0, 10, 50],
  [20, 10, 0, 40],
  [60, 50, 40, 0],
]

@Suite struct `Small plans worked by hand` {
  @Test func `one site for the least mean stands in the middle`() throws {
    let plan = try problem(road).solve(.weightedMean(sites: 1))

    // from village 1: 10 + 0 + 10 + 50 = 70; from village 2: 20 + 10 + 0 + 40 = 70; the first wins
    #expect(plan.objective == 17.5)
    #expect(plan.isProved && plan.gap == 0 && plan.bound == 17.5)
  }

  @Test func `two sites for the least mean serve the village far away`() throws {
    let plan = try problem(road).solve(.weightedMean(sites: 2))

    #expect(plan.open == [1, 3])
    #expect(plan.objective == 5)
    #expect(plan.assignment == [1, 1, 1, 3])
  }

  @Test func `weights move the site`() throws {
    let plan = try problem(road, weights: [9, 1, 1, 1]).solve(.weightedMean(sites: 1))

    // from village 0: 0 x 9 + 10 + 20 + 60 = 90, over 12
    #expect(plan.open == [0])
    #expect(plan.objective == 7.5)
  }

  @Test func `an area of zero weight has no say in the mean but has in the largest time`() throws {
    let village = try problem(road, weights: [1, 1, 1, 0])

    #expect(try village.solve(.weightedMean(sites: 1)).open == [1])
    #expect(try village.solve(.largestMinutes(sites: 1)).objective == 40)
    #expect(try village.solve(.largestMinutes(sites: 1)).open == [2])
  }

  @Test func `the fewest sites within a radius, which is included`() throws {
    #expect(try problem(road).solve(.fewestSites(within: 40)).open == [2])
    #expect(try problem(road).solve(.fewestSites(within: 39.9)).objective == 2)
    #expect(try problem(road).solve(.fewestSites(within: 9)).objective == 4)
  }

  @Test func `the largest share within a radius`() throws {
    let plan = try problem(road, weights: [1, 1, 1, 5]).solve(.largestShare(sites: 1, within: 10))

    // villages 0 to 2 weigh 3 of 8, village 3 alone 5 of 8
    #expect(plan.open == [3])
    #expect(plan.objective == 0.625)
  }

  @Test func `a kept site stays and a forbidden one stays closed`() throws {
    let kept = try problem(road, keep: [0]).solve(.weightedMean(sites: 2))
    let barred = try problem(road, forbid: [1, 3]).solve(.weightedMean(sites: 1))

    // 0 is kept: with 1 the sum is 10 + 50, with 2 10 + 40, with 3 10 + 20
    #expect(kept.open == [0, 3] && kept.objective == 7.5)
    #expect(barred.open == [2] && barred.objective == 17.5)
  }

  @Test func `every site open is a plan too`() throws {
    let plan = try problem(road).solve(.weightedMean(sites: 4))

    #expect(plan.open == [0, 1, 2, 3] && plan.objective == 0 && plan.gap == 0)
  }

  @Test func `one area and one site`() throws {
    let single = try problem([[7]])

    #expect(try single.solve(.weightedMean(sites: 1)).objective == 7)
    #expect(try single.solve(.largestMinutes(sites: 1)).objective == 7)
    #expect(try single.solve(.fewestSites(within: 7)).objective == 1)
    #expect(try single.solve(.largestShare(sites: 1, within: 6)).objective == 0)
  }

  @Test func `an area without a route is left out of a share and has no site`() throws {
    let island = try problem([[1, 2], [.infinity, .infinity]])

    let plan = try island.solve(.largestShare(sites: 1, within: 1))

    #expect(plan.objective == 0.5)
    #expect(plan.assignment == [0, nil])
  }

  @Test func `a plan has to reach every area, even at a price`() throws {
    let valleys = try problem([[1, 5, .infinity], [1, 5, .infinity], [.infinity, 5, 1]])

    #expect(try valleys.solve(.weightedMean(sites: 1)).open == [1])
    #expect(try valleys.solve(.weightedMean(sites: 2)).open == [0, 2])
  }
}
