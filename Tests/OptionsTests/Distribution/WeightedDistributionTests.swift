// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `A weighted distribution` {
  @Test func `is sorted and leaves out values without weight`() throws {
    let travel = try WeightedDistribution(values: [30, 10, 99, 20], weights: [1, 2, 0, 1])

    #expect(travel.values == [10, 20, 30])
    #expect(travel.weights == [2, 1, 1])
    #expect(travel.totalWeight == 4)
    #expect(travel.mean == 17.5)
    #expect(travel.largest == 30)
  }

  @Test func `counts those at a limit on both sides of it`() throws {
    let travel = try WeightedDistribution(values: [10, 20, 30], weights: [2, 1, 1])

    #expect(travel.share(atMost: 20) == 0.75)
    #expect(travel.share(atLeast: 20) == 0.5)
    #expect(travel.share(atMost: 9) == 0)
  }

  @Test(arguments: [(0, 10.0), (0.5, 10), (0.51, 20), (0.75, 20), (0.76, 30), (1, 30)])
  func `has percentiles that are somebody's value`(share: Double, value: Double) throws {
    let travel = try WeightedDistribution(values: [10, 20, 30], weights: [2, 1, 1])

    #expect(try travel.percentile(share) == value)
  }

  @Test(arguments: 1...10) func `adds up tenths to whole shares`(tenths: Int) throws {
    let travel = try WeightedDistribution(
      values: (1...10).map(Double.init), weights: Array(repeating: 0.1, count: 10))

    #expect(try travel.percentile(Double(tenths) / 10) == Double(tenths))
  }

  @Test func `keeps people without a route`() throws {
    let travel = try WeightedDistribution(values: [.infinity, 10], weights: [1, 3])

    #expect(travel.mean == .infinity)
    #expect(travel.share(atMost: 60) == 0.75)
    #expect(try travel.percentile(0.9) == .infinity)
  }

  @Test func `is as it was when an unweighted place has no route`() throws {
    let travel = try WeightedDistribution(values: [.infinity, 10], weights: [0, 3])

    #expect(travel.mean == 10)
  }

  @Test func `refuses what can't be described`() {
    #expect(throws: DistributionError.countsDiffer(values: 1, weights: 2)) {
      try WeightedDistribution(values: [1], weights: [1, 2])
    }
    #expect(throws: DistributionError.impossibleValue(-.infinity, position: 1)) {
      try WeightedDistribution(values: [1, -.infinity], weights: [1, 2])
    }
    #expect(throws: DistributionError.impossibleWeight(-1, position: 0)) {
      try WeightedDistribution(values: [1], weights: [-1])
    }
    #expect(throws: DistributionError.noWeight) {
      try WeightedDistribution(values: [1], weights: [0])
    }
    #expect(throws: DistributionError.noWeight) {
      try WeightedDistribution(values: [], weights: [])
    }
    #expect(throws: DistributionError.weightNotFinite) {
      try WeightedDistribution(values: [1, 2], weights: [1.7e308, 1.7e308])
    }
    #expect(throws: DistributionError.shareOutsideZeroToOne(1.1)) {
      try WeightedDistribution(values: [1], weights: [1]).percentile(1.1)
    }
  }

  @Test(arguments: lawSeeds) func `has percentiles as counted one by one`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let weights = (0..<12).map { _ in draws.whole(0...5) } + [1]
    let values = weights.map { _ in Double(draws.whole(0...20)) }
    let travel = try WeightedDistribution(values: values, weights: weights.map(Double.init))

    let people = zip(values, weights).flatMap { Array(repeating: $0.0, count: $0.1) }.sorted()

    for rank in people.indices {
      let share = Double(rank + 1) / Double(people.count)
      #expect(try travel.percentile(share) == people[rank])
    }
  }
}
