// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

/// The widest error accepted: a false alarm in one of 1.7 million comparisons.
private let fiveErrors = 5.0

private func agrees(_ estimate: Estimate, with value: Double) -> Bool {
  (estimate.value - value).magnitude <= max(fiveErrors * estimate.standardError, 1e-9)
}

@Suite struct `Exact acceptabilities of two criteria` {
  @Test func `lengths of intervals by hand`() throws {
    let exact = try opposites(between: 0.6).exactRankAcceptability(within: .all, over: [])

    // X leads from 0.4 to 0.6, Y above, Z below; X is never last
    let x = try #require(exact.option("X"))
    let y = try #require(exact.option("Y"))
    #expect(zip(x.ranks, [0.2, 0.8, 0]).allSatisfy { isClose($0.value, $1) })
    #expect(zip(y.ranks, [0.4, 0.1, 0.5]).allSatisfy { isClose($0.value, $1) })
    let central = try #require(y.central)
    #expect(isClose(central.weights[0].weight.value, 0.8) && central.confidence == 1)
    #expect(isClose(try #require(exact.winning("X", over: "Y")).value, 0.6))
    #expect(isClose(try #require(exact.winning("Y", over: "Z")).value, 0.5))
    #expect(exact.method == .exact && x.first.standardError == 0)
  }

  @Test func `an order and ranges narrow the interval`() throws {
    let model = try opposites(between: 0.6)

    let ordered = try model.exactRankAcceptability(within: .ordered(["c1", "c2"]), over: [])
    let ranged = try model.exactRankAcceptability(
      within: .within([WeightRange("c2", low: 0.3, high: 0.7)]), over: [])

    // from 0.5 to 1: X 0.1 of 0.5; from 0.3 to 0.7: X 0.2 of 0.4
    #expect(isClose(try #require(ordered.option("X")).first.value, 0.2))
    #expect(isClose(try #require(ordered.option("Y")).first.value, 0.8))
    #expect(isClose(try #require(ranged.option("X")).first.value, 0.5))
  }

  @Test func `a space of one point is certain`() throws {
    let point = WeightSpace.within([WeightRange("c1", low: 0.5, high: 0.5)])

    let exact = try opposites(between: 0.6).exactRankAcceptability(within: point, over: [])

    #expect(exact.option("X")?.first.value == 1)
    #expect(exact.option("Y")?.ranks.map(\.value) == [0, 1, 0])
  }

  @Test func `scenarios count by their probability`() throws {
    let model = try opposites(between: 0.6)
    let scenarios = [
      Scenario(id: "as is", label: "", probability: 0.75, scores: []),
      Scenario(
        id: "worse", label: "", probability: 0.25,
        scores: [ScoreEntry("X", "c1", .number(0)), ScoreEntry("X", "c2", .number(0))]),
    ]

    let exact = try model.exactRankAcceptability(within: .all, over: scenarios)

    // 0.75 x 0.2; Y 0.75 x 0.4 + 0.25 x 0.5
    let x = try #require(exact.option("X"))
    #expect(isClose(x.first.value, 0.15))
    #expect(isClose(try #require(exact.option("Y")).first.value, 0.425))
    #expect(isClose(try #require(x.central).confidence, 0.75))
    #expect(isClose(try #require(x.central).weights[0].weight.value, 0.5))
  }

  @Test func `equal options share the first rank`() throws {
    let exact = try unitModel([("P", [1, 0]), ("Q", [1, 0])], weights: [1, 1])
      .exactRankAcceptability(within: .all, over: [])

    #expect(exact.options.map(\.first.value) == [1, 1])
    #expect(exact.winning("P", over: "Q")?.value == 0)
  }

  @Test func `three criteria are refused`() throws {
    let model = try worked()

    #expect(
      mistakes { _ = try model.exactRankAcceptability(within: .all, over: []) } == [
        .exactNeedsTwoCriteria(found: 3)
      ])
  }
}

@Suite struct `Simulated acceptabilities` {
  @Test(arguments: 0..<20) func `simulation agrees with exact lengths`(seed: Int) throws {
    let model = try randomModel(seed: seed, options: 4, criteria: 2)
    var generator = CaseGenerator(seed: seed + 1_000)
    let scenarios = [0.3, 0.7].enumerated().map { index, probability in
      Scenario(
        id: ScenarioID("s\(index)"), label: "", probability: probability,
        scores: [ScoreEntry("o1", "c1", .number(generator.twentieth()))])
    }
    let space = WeightSpace.within([WeightRange("c1", low: 0.1, high: 0.9)])

    let exact = try model.exactRankAcceptability(within: space, over: scenarios)
    let simulated = try model.rankAcceptability(
      within: space, over: scenarios, draws: 4_000, seed: UInt64(seed))

    for (left, right) in zip(exact.options, simulated.options) {
      for (value, estimate) in zip(left.ranks, right.ranks) {
        #expect(agrees(estimate, with: value.value))
      }
      if let central = left.central, let estimated = right.central, left.first.value > 0.05 {
        #expect(agrees(estimated.weights[0].weight, with: central.weights[0].weight.value))
      }
    }
    for (left, right) in zip(exact.pairs, simulated.pairs) {
      #expect(agrees(right.probability, with: left.probability.value))
    }
  }

  @Test func `one option for each criterion leads a third of the time`() throws {
    let result = try corners().rankAcceptability(within: .all, over: [], draws: 20_000, seed: 7)

    for option in result.options {
      #expect(agrees(option.first, with: 1.0 / 3))
      #expect(isClose(option.ranks.reduce(0) { $0 + $1.value }, 1))
    }
    // the largest of three uniform shares is 11/18 on average
    let central = try #require(result.options[0].central)
    #expect(agrees(central.weights[0].weight, with: 11.0 / 18))
    #expect(agrees(central.weights[1].weight, with: 7.0 / 36))
  }

  @Test func `an order of importance gives the centroid of ranks`() throws {
    let result = try corners().rankAcceptability(
      within: .ordered(["c2", "c1", "c3"]), over: [], draws: 20_000, seed: 11)

    // c2 leads always; means (1 + 1/2 + 1/3) / 3, (1/2 + 1/3) / 3, (1/3) / 3
    #expect(result.option("second")?.first.value == 1)
    let central = try #require(result.option("second")?.central)
    #expect(agrees(central.weights[1].weight, with: 11.0 / 18))
    #expect(agrees(central.weights[0].weight, with: 5.0 / 18))
    #expect(agrees(central.weights[2].weight, with: 2.0 / 18))
    #expect(result.option("first")?.central == nil)
  }

  @Test func `ranges cut the triangle of weights`() throws {
    let space = WeightSpace.within([WeightRange("c1", low: 0, high: 0.5)])

    let result = try corners().rankAcceptability(within: space, over: [], draws: 20_000, seed: 3)

    // area with c1 up to 1/2 is 3/4, of which c1 largest is 1/3 - 1/4 = 1/12
    #expect(agrees(try #require(result.option("first")).first, with: 1.0 / 9))
  }

  @Test func `low ends leave a smaller triangle`() throws {
    let space = WeightSpace.within([
      WeightRange("c1", low: 0.5, high: 1), WeightRange("c2", low: 0.25, high: 0.25),
    ])

    let result = try corners().rankAcceptability(within: space, over: [], draws: 4_000, seed: 3)

    // c1 from 0.5 to 0.75 uniformly
    let central = try #require(result.option("first")?.central)
    #expect(agrees(central.weights[0].weight, with: 0.625))
    #expect(isClose(central.weights[1].weight.value, 0.25))
  }

  @Test func `the same seed gives the same result and another seed another`() throws {
    let model = try randomModel(seed: 5, options: 4, criteria: 4)
    func run(_ seed: UInt64) throws -> RankAcceptability {
      try model.rankAcceptability(within: .all, over: [], draws: 500, seed: seed)
    }

    #expect(try run(1) == run(1))
    #expect(try run(1).options.map(\.ranks) != run(2).options.map(\.ranks))
  }

  @Test func `standard errors are what repetitions show`() throws {
    let model = try opposites(between: 0.6)
    let runs = try (0..<200).map { seed in
      try #require(
        try model.rankAcceptability(within: .all, over: [], draws: 400, seed: UInt64(seed))
          .option("X")
      ).first
    }

    let mean = runs.reduce(0) { $0 + $1.value } / 200
    let variance = runs.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / 199
    // sqrt(0.2 x 0.8 / 400) = 0.02; a variance of 200 runs is good to 10%
    #expect(isClose(variance, 0.0004, within: 0.00015))
    #expect(runs.allSatisfy { isClose($0.standardError, 0.02, within: 0.003) })
  }

  @Test func `mistakes are named`() throws {
    let model = try corners()
    let order: [CriterionID] = ["c1", "c2", "c3"]
    let narrow = WeightSpace(
      ranges: [WeightRange("c1", low: 0.4, high: 0.400001)], order: order)

    #expect(
      mistakes { _ = try model.rankAcceptability(within: .all, over: [], draws: 1, seed: 1) }
        == [.tooFewDraws(1)])
    #expect(
      mistakes { _ = try model.rankAcceptability(within: narrow, over: [], draws: 9, seed: 1) }
        == [.weightSpaceTooNarrow(tries: 20_000)])
  }

  private func corners() throws -> AppraisalModel {
    try unitModel(
      [("first", [1, 0, 0]), ("second", [0, 1, 0]), ("third", [0, 0, 1])], weights: [1, 1, 1])
  }
}
