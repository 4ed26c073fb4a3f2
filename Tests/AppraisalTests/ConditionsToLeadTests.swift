// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `What would have to be true to lead` {
  @Test func `the worked example has its nearest weights by hand`() throws {
    let conditions = try worked().conditionsToLead("A", measuring: .total, within: .all)

    // A against B: (0.25, -0.5, -0.5). Each point moved to quality gains 0.75, and 0.125 is missing
    let route = try #require(nearest(conditions))
    #expect(isClose(route.distance, 1.0 / 3))
    #expect(isClose(route.changes[0].after, 0.5 + 1.0 / 6) && route.changes[0].before == 0.5)
    #expect(route.sharesLeadWith == ["B"])
    #expect(conditions.rank == 2 && isClose(conditions.gap, 0.125))
    #expect(isClose(try #require(conditions.largestLead).margin, 0.25))
    #expect(conditions.canLeadAlone)
  }

  @Test func `the largest single change has its own nearest weights`() throws {
    let route = try #require(
      nearest(try worked().conditionsToLead("A", measuring: .largest, within: .all)))

    #expect(route.measure == .largest && isClose(route.distance, 1.0 / 6))
  }

  @Test func `the leader needs nothing`() throws {
    let conditions = try worked().conditionsToLead("B", measuring: .total, within: .all)

    #expect(conditions.allWeights == .leadsNow && conditions.gap == 0)
    #expect(conditions.scores.allSatisfy { $0.answer == .leadsNow })
  }

  @Test func `a single score is changed as little as suffices`() throws {
    let model = try worked()

    let a = try model.conditionsToLead("A", measuring: .total, within: .all).scores
    let c = try model.conditionsToLead("C", measuring: .total, within: .all).scores

    // A lacks 0.125: access + 5/12 is 60 - 40 x 11/12 minutes, cost + 0.625 is 37.5
    #expect(shortfall(a[0]).map { isClose($0, 0.125) } == true)
    #expect(number(a[1]).map { isClose($0, 70.0 / 3) } == true)
    #expect(number(a[2]).map { isClose($0, 37.5) } == true)
    // C lacks 0.225: quality 0.7, for which the next symbol is +
    guard case .change(let to, let needed, let value) = c[0].answer else {
      Issue.record("C can lead by quality")
      return
    }
    #expect(to == .symbol("+") && isClose(needed, 0.7) && value == 0.75)
    #expect(shortfall(c[1]).map { isClose($0, 0.15) } == true)
    #expect(shortfall(c[2]).map { isClose($0, 0.225) } == true)
  }

  @Test func `a criterion without weight can't help`() throws {
    let model = try unitModel([("P", [0, 0]), ("Q", [1, 1])], weights: [1, 0])

    let scores = try model.conditionsToLead("P", measuring: .total, within: .all).scores

    #expect(scores[0].answer == .change(to: .number(1), needed: 1, value: 1))
    #expect(scores[1].answer == .noWeight)
  }

  @Test func `a score best in the middle moves to the nearer side`() throws {
    let size = ValueFunction(
      [.init(score: 0, value: 0), .init(score: 100, value: 1), .init(score: 300, value: 0)],
      outside: .refused)
    let model = try AppraisalModel(
      inputs(
        [criterion("size", scale: .measured(size))],
        [ScoreEntry("P", "size", .number(280)), ScoreEntry("Q", "size", .number(50))],
        options: ["P", "Q"]))

    let answer = try model.conditionsToLead("P", measuring: .total, within: .all).scores[0].answer

    // 0.5 is reached from 50 to 200
    #expect(answer == .change(to: .number(200), needed: 0.5, value: 0.5))
  }

  @Test func `an option between two others leads where neither is far ahead`() throws {
    let conditions = try opposites(between: 0.6)
      .conditionsToLead("X", measuring: .total, within: .all)

    #expect(conditions.allWeights == .leadsNow)
    #expect(conditions.singleWeights.map(\.varied) == [.criterion("c1"), .criterion("c2")])
    let leading = try #require(conditions.singleWeights[0].leading)
    #expect(isClose(leading.low, 0.4) && isClose(leading.high, 0.6))
    #expect(conditions.singleWeights[0].nearest == 0.5)
  }

  @Test func `an option inside the line between two others is shown the mixture`() throws {
    let conditions = try opposites(between: 0.4)
      .conditionsToLead("X", measuring: .total, within: .all)

    let proof = try #require(impossible(conditions))
    #expect(proof.mixture.map(\.option) == ["Y", "Z"])
    #expect(proof.mixture.allSatisfy { isClose($0.share, 0.5) })
    #expect(proof.criteria.allSatisfy { isClose($0.mixture, 0.5) && $0.own == 0.4 })
    #expect(isClose(proof.leastAdvantage, 0.1))
    #expect(isClose(try #require(conditions.largestLead).margin, -0.1))
    #expect(conditions.singleWeights.allSatisfy { $0.leading == nil })
  }

  @Test func `an option on the line can only share the lead`() throws {
    let conditions = try opposites(between: 0.5)
      .conditionsToLead("X", measuring: .total, within: .all)

    #expect(conditions.allWeights == .leadsNow && !conditions.canLeadAlone)
  }

  @Test func `one option that is better throughout is proof enough`() throws {
    let model = try unitModel(
      [("P", [0.2, 0.3]), ("Q", [0.4, 0.4]), ("R", [0.9, 0.9])], weights: [2, 3])

    let proof = try #require(
      impossible(try model.conditionsToLead("P", measuring: .total, within: .all)))

    #expect(proof.mixture.map(\.option) == ["R"] && proof.mixture[0].share == 1)
    #expect(isClose(proof.leastAdvantage, 0.6))
  }

  @Test func `the only option leads`() throws {
    let conditions = try unitModel([("P", [0.2])], weights: [1])
      .conditionsToLead("P", measuring: .largest, within: .all)

    #expect(conditions.allWeights == .leadsNow && conditions.largestLead == nil)
  }

  @Test func `ranges of weights can rule out what all weights allow`() throws {
    let model = try worked()
    let open = WeightSpace.within([WeightRange("quality", low: 0.4, high: 0.7)])
    let narrow = WeightSpace.within([WeightRange("quality", low: 0.4, high: 0.6)])

    let allowed = try model.conditionsToLead("A", measuring: .total, within: open)
    let excluded = try model.conditionsToLead("A", measuring: .total, within: narrow)

    #expect(nearest(allowed).map { isClose($0.distance, 1.0 / 3) } == true)
    // at 0.6 the others share 0.4 and B leads by 0.5 x 0.4 - 0.25 x 0.6 = 0.05
    let proof = try #require(impossible(excluded))
    #expect(proof.mixture.map(\.option) == ["B"])
    #expect(isClose(proof.leastAdvantage, 0.05))
    #expect(isClose(try #require(excluded.largestLead).margin, -0.05))
  }

  @Test func `an order of importance moves weights into the order`() throws {
    let model = try opposites(between: 0.6)
    let order = WeightSpace.ordered(["c2", "c1"])

    let y = try model.conditionsToLead("Y", measuring: .total, within: order)
    let z = try model.conditionsToLead("Z", measuring: .total, within: order)

    // Y needs c1 of 0.6 or more, the order allows 0.5 or less, where X is ahead by 0.1
    #expect(impossible(y)?.mixture.map(\.option) == ["X"])
    #expect(impossible(y).map { isClose($0.leastAdvantage, 0.1) } == true)
    #expect(nearest(z).map { isClose($0.distance, 0.2) } == true)
  }

  @Test func `weights in use that are not admitted have to move even for the leader`() throws {
    let space = WeightSpace.within([WeightRange("quality", low: 0, high: 0.45)])

    let route = nearest(try worked().conditionsToLead("B", measuring: .total, within: space))

    #expect(route.map { isClose($0.distance, 0.1) } == true)
  }

  @Test func `swing weight ranges become ranges of shares`() throws {
    let model = try AppraisalModel(workedInputs(quality: SwingWeight(50, low: 20, high: 80)))

    let ranges = model.swingWeightSpace().ranges

    #expect(isClose(ranges[0].low, 20.0 / 70) && isClose(ranges[0].high, 80.0 / 130))
    #expect(isClose(ranges[1].low, 30.0 / 130) && isClose(ranges[1].high, 30.0 / 70))
    _ = try model.conditionsToLead("A", measuring: .total, within: model.swingWeightSpace())
  }

  @Test func `spaces without a weighting are mistakes`() throws {
    let model = try worked()
    func errors(_ ranges: [WeightRange], _ order: [CriterionID] = []) -> [AppraisalError] {
      let space = WeightSpace(ranges: ranges, order: order)
      return mistakes { _ = try model.conditionsToLead("A", measuring: .total, within: space) }
    }

    #expect(
      errors([
        WeightRange("quality", low: 0, high: 0.25), WeightRange("access", low: 0, high: 0.25),
        WeightRange("cost", low: 0, high: 0.25),
      ]) == [.rangesExcludeEveryWeighting(lowest: 0, highest: 0.75)])
    #expect(
      errors([WeightRange("quality", low: 0, high: 0.25)], ["quality", "access", "cost"])
        == [.orderContradictsRanges])
    #expect(
      errors([WeightRange("quality", low: 0.5, high: 0.25)]) == [
        .rangeNotWithinZeroToOne("quality")
      ])
    #expect(
      errors([WeightRange("quality", low: .nan, high: 1)]) == [.rangeNotWithinZeroToOne("quality")])
    #expect(
      errors([], ["cost", "x", "cost"]) == [.duplicateInOrder("cost"), .unknownCriterion("x")])
    #expect(
      errors([WeightRange("x", low: 0, high: 1), WeightRange("x", low: 0, high: 1)]).first
        == .duplicateRange("x"))
    #expect(
      mistakes { _ = try model.conditionsToLead("Z", measuring: .total, within: .all) } == [
        .unknownOption("Z")
      ])
  }
}

@Suite struct `Nearest weights against brute force` {
  /// All weights of three criteria in steps of 1/40.
  private var grid: [[Double]] {
    var points: [[Double]] = []
    for first in 0...40 {
      for second in 0...(40 - first) {
        points.append([first, second, 40 - first - second].map { Double($0) / 40 })
      }
    }
    return points
  }

  @Test(arguments: Array(0..<60), [WeightDistance.total, .largest])
  func `no weights of a grid do better, and some come close`(
    seed: Int, measure: WeightDistance
  ) throws {
    let model = try randomModel(seed: seed, options: 4, criteria: 3)
    let result = model.appraise()
    let now = result.weights.map(\.weight)
    let rows = result.options.map { $0.contributions.map(\.valuation.value) }

    for row in rows.indices {
      let conditions = try model.conditionsToLead(
        result.options[row].option, measuring: measure, within: .all)
      let leading = grid.filter { lead(of: row, rows, $0) >= -1e-12 }
      switch conditions.allWeights {
      case .leadsNow: #expect(result.options[row].rank == 1)
      case .impossible(let proof):
        #expect(leading.isEmpty)
        #expect(proof.leastAdvantage > 0 && proof.criteria.allSatisfy { $0.mixture > $0.own })
        #expect(isClose(proof.mixture.reduce(0) { $0 + $1.share }, 1))
      case .change(let nearest):
        let weights = nearest.changes.map(\.after)
        #expect(isClose(weights.reduce(0, +), 1) && weights.allSatisfy { $0 >= 0 })
        #expect(lead(of: row, rows, weights) >= -1e-8)
        #expect(isClose(distance(now, weights, measure), nearest.distance, within: 1e-8))
        let closest = leading.map { distance(now, $0, measure) }.min() ?? 2
        #expect(closest >= nearest.distance - 1e-9)
        // with room to lead by 0.1 or more, stepping a little towards the largest lead makes up
        // for the grid being coarse
        if let largest = conditions.largestLead, largest.margin > 0.1 {
          let step = 0.1 / largest.margin
          let towards = zip(weights, largest.weights).map { $0 + step * ($1.weight - $0) }
          #expect(closest <= distance(now, towards, measure) + 3.0 / 40)
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func `no weights of a grid have a larger lead, and the mixture limits it`(seed: Int) throws {
    let model = try randomModel(seed: seed, options: 5, criteria: 3)
    let result = model.appraise()
    let rows = result.options.map { $0.contributions.map(\.valuation.value) }

    for row in rows.indices {
      let largest = try #require(
        try model.conditionsToLead(result.options[row].option, measuring: .total, within: .all)
          .largestLead)
      let best = grid.map { lead(of: row, rows, $0) }.max() ?? -1
      #expect(best <= largest.margin + 1e-9)
      // values differ by at most 1, so 1/40 of the weight moves a lead by at most 4/40
      #expect(best >= largest.margin - 0.1)
      #expect(isClose(lead(of: row, rows, largest.weights.map(\.weight)), largest.margin))
    }
  }

  private func lead(of row: Int, _ rows: [[Double]], _ weights: [Double]) -> Double {
    let totals = rows.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    return totals[row] - (rows.indices.filter { $0 != row }.map { totals[$0] }.max() ?? 0)
  }

  private func distance(
    _ left: [Double], _ right: [Double], _ measure: WeightDistance
  ) -> Double {
    let changes = zip(left, right).map { ($0 - $1).magnitude }
    return measure == .total ? changes.reduce(0, +) : changes.max() ?? 0
  }
}

private func nearest(_ conditions: ConditionsToLead) -> NearestWeights? {
  guard case .change(let nearest) = conditions.allWeights else { return nil }
  return nearest
}

private func impossible(_ conditions: ConditionsToLead) -> ImpossibilityProof? {
  guard case .impossible(let proof) = conditions.allWeights else { return nil }
  return proof
}

private func shortfall(_ route: ScoreRoute) -> Double? {
  guard case .impossible(let shortBy) = route.answer else { return nil }
  return shortBy
}

private func number(_ route: ScoreRoute) -> Double? {
  guard case .change(.number(let number), _, _) = route.answer else { return nil }
  return number
}
