// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

@Suite struct `The Gini coefficient` {
  @Test(
    arguments: [
      ([7, 7, 7], [1, 2, 3], 0), ([0, 0, 0], [1, 1, 1], 0), ([0, 1], [1, 1], 0.5),
      ([0, 1], [3, 1], 0.75), ([1, 3], [1, 1], 0.25), ([5], [2], 0),
    ] as [([Double], [Double], Double)])
  func `has the values worked by hand`(
    values: [Double], weights: [Double], coefficient: Double
  ) throws {
    let travel = try WeightedDistribution(values: values, weights: weights)

    #expect(agree(try travel.giniCoefficient(), coefficient))
  }

  @Test func `can't be told without a route or below nil`() throws {
    #expect(throws: DistributionError.valueNotZeroOrMore(.infinity)) {
      try WeightedDistribution(values: [1, .infinity], weights: [1, 1]).giniCoefficient()
    }
    #expect(throws: DistributionError.valueNotZeroOrMore(-1)) {
      try WeightedDistribution(values: [-1], weights: [1]).giniCoefficient()
    }
  }

  @Test(arguments: lawSeeds) func `is the mean difference of every pair`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let values = draws.numbers(15, 0, 60).map { $0.rounded() }
    let weights = draws.numbers(15, 0, 9)
    let travel = try WeightedDistribution(values: values, weights: weights)

    var difference = 0.0
    for (one, weight) in zip(values, weights) {
      for (other, otherWeight) in zip(values, weights) {
        difference += weight * otherWeight * (one - other).magnitude
      }
    }
    let brute = difference / (travel.totalWeight * travel.totalWeight) / (2 * travel.mean)
    #expect(agree(try travel.giniCoefficient(), brute, within: 1e-12))
  }

  @Test(arguments: lawSeeds) func `is the same in seconds, and falls when all travel longer`(
    seed: Int
  ) throws {
    var draws = SeededDraws(seed: seed)
    let values = draws.numbers(10, 1, 60)
    let weights = draws.numbers(10, 0, 9)
    func gini(_ change: (Double) -> Double) throws -> Double {
      try WeightedDistribution(values: values.map(change), weights: weights).giniCoefficient()
    }

    #expect(agree(try gini { $0 * 60 }, try gini { $0 }, within: 1e-12))
    #expect(try gini { $0 + 10 } < gini { $0 })
  }
}

@Suite struct `A histogram` {
  @Test func `puts the last edge into the last range`() throws {
    let bars = try WeightedDistribution(
      values: [0, 10, 20, 30, .infinity], weights: [1, 2, 3, 4, 5]
    )
    .histogram(edges: [0, 10, 30])

    #expect(bars.weights == [1, 9])
    #expect(bars.below == 0)
    #expect(bars.above == 5)
  }

  @Test(arguments: [[], [1], [1, 1], [2, 1], [0, .infinity]] as [[Double]])
  func `refuses edges that don't rise`(edges: [Double]) throws {
    let one = try WeightedDistribution(values: [0], weights: [1])
    #expect(throws: DistributionError.edgesNotRising(edges)) { try one.histogram(edges: edges) }
  }

  @Test(arguments: lawSeeds) func `counts everybody once`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let values = draws.numbers(30, -20, 80).map { $0.rounded() }
    let travel = try WeightedDistribution(values: values, weights: values.map { _ in 1 })

    let bars = try travel.histogram(edges: [0, 15, 30, 45, 60])

    for range in 0..<4 {
      let low = Double(range) * 15
      let inside = values.filter { $0 >= low && ($0 < low + 15 || (range == 3 && $0 == 60)) }
      #expect(bars.weights[range] == Double(inside.count))
    }
    #expect(bars.below + bars.above + bars.weights.reduce(0, +) == 30)
  }
}

@Suite struct `A social gradient` {
  private func gradient(_ people: [Double], _ values: [Double]) throws -> SocialGradient {
    try SocialGradient(
      zip(people, values).enumerated().map {
        GroupMean(group: "\($0.offset + 1)", people: $0.element.0, value: $0.element.1)
      })
  }

  @Test func `has the slope and relative index of published life expectancy, first area`() throws {
    let found = try gradient(
      [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534],
      [
        75.9334590103081, 78.3442382727843, 83.8360631041654, 83.6375399664931, 80.4655031529559,
        81.1156759857022, 81.6930835718562, 84.1900062060987, 80.5955641081472, 86.2894349578624,
      ])

    #expect(agree(found.slopeIndex, 6.934616473668819, within: 1e-10))
    #expect(agree(found.relativeIndex ?? 0, 1.0888180804446217, within: 1e-10))
  }

  @Test func `has the slope and relative index of published life expectancy, second area`() throws {
    let found = try gradient(
      [21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312],
      [
        70.54853186, 71.57155734, 72.48698671, 73.51985519, 73.14605425, 76.15898712, 78.65444871,
        80.56476961, 80.85486627, 79.9711253,
      ])

    #expect(agree(found.slopeIndex, 12.547846636351798, within: 1e-10))
    #expect(agree(found.relativeIndex ?? 0, 1.180885620848795, within: 1e-10))
    #expect(agree(found.gap, 70.54853186 - 79.9711253))
  }

  @Test func `of two equal groups is twice their difference`() throws {
    // Ranks 0.25 and 0.75: a rise of 10 over half the scale.
    let found = try gradient([1, 1], [20, 30])

    #expect(agree(found.slopeIndex, 20))
    #expect(agree(found.intercept, 15))
    #expect(found.gap == -10)
    #expect(agree(found.ratio ?? 0, 2.0 / 3))
    #expect(agree(found.concentrationIndex ?? 0, 0.1))
  }

  @Test func `leaves out groups without people`() throws {
    let found = try gradient([1, 0, 1], [20, .nan, 30])

    #expect(found.groups.map(\.group) == ["1", "3"])
    #expect(agree(found.slopeIndex, 20))
  }

  @Test func `is flat when all are the same, and has no ratio to nil`() throws {
    #expect(agree(try gradient([1, 2, 3], [5, 5, 5]).slopeIndex, 0))
    #expect(agree(try gradient([1, 2, 3], [5, 5, 5]).concentrationIndex ?? 1, 0))
    #expect(try gradient([1, 1], [5, 0]).ratio == nil)
    #expect(try gradient([1, 1], [0, 0]).concentrationIndex == nil)
    #expect(try gradient([1, 1], [0, 0]).relativeIndex == nil)
  }

  @Test func `refuses what can't be`() {
    #expect(throws: DisplacementError.tooFewGroups(1)) { try gradient([1, 0], [5, 5]) }
    #expect(throws: DisplacementError.impossiblePeople(group: "1", people: -1)) {
      try gradient([-1, 1], [5, 5])
    }
    #expect(throws: DisplacementError.valueNotFinite(group: "2", value: .infinity)) {
      try gradient([1, 1], [5, .infinity])
    }
  }

  @Test(arguments: lawSeeds) func `turns round when the order does`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let people = draws.numbers(10, 1, 9)
    let values = draws.numbers(10, 5, 60)

    let forwards = try gradient(people, values)
    let backwards = try gradient(people.reversed(), values.reversed())

    #expect(agree(forwards.slopeIndex, -backwards.slopeIndex))
    #expect(
      agree(forwards.concentrationIndex ?? 0, -(backwards.concentrationIndex ?? 0)))
    #expect(agree(forwards.gap, -backwards.gap))
    // The covariance of value and rank is the slope times the variance of the ranks.
    let shares = people.map { $0 / people.reduce(0, +) }
    let variance = zip(shares, forwards.ranks).reduce(0.0) {
      $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5)
    }
    #expect(
      agree(
        forwards.concentrationIndex ?? 0, 2 * variance * forwards.slopeIndex / forwards.mean))
  }
}
