// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Values, weights and ranks` {
  @Test func `the worked example adds up by hand`() throws {
    let result = try worked().appraise()

    #expect(result.options.map(\.option) == ["A", "B", "C"])
    #expect(zip(result.options, [0.65, 0.775, 0.55]).allSatisfy { isClose($0.total, $1) })
    #expect(result.options.map(\.rank) == [2, 1, 3])
    #expect(result.leaders == ["B"])
    #expect(result.ranking.map(\.option) == ["B", "A", "C"])
    let access = try #require(result.option("C")).contributions[1]
    #expect(access.valuation.score == .number(30))
    #expect(isClose(access.valuation.value, 0.75) && isClose(access.amount, 0.225))
  }

  @Test func `equal totals share a rank and the next rank is left out`() throws {
    let model = try unitModel(
      [("P", [0.1, 0.2]), ("Q", [0.2, 0.1]), ("R", [0.1, 0.1]), ("S", [0.3, 0])],
      weights: [1, 1])

    let result = model.appraise()

    #expect(result.options.map(\.rank) == [1, 1, 4, 1])
    #expect(result.leaders == ["P", "Q", "S"])
    #expect(result.option("P")?.sharesRankWith == ["Q", "S"])
    #expect(result.option("R")?.sharesRankWith == [])
  }

  @Test func `weights in two levels are products of shares`() throws {
    let model = try AppraisalModel(
      inputs(
        [
          criterion("safety", weight: SwingWeight(3), group: "quality"),
          criterion("minutes", weight: SwingWeight(9), group: "access"),
          criterion("outcomes", weight: SwingWeight(1), group: "quality"),
        ],
        [
          ScoreEntry("A", "safety", .number(1)), ScoreEntry("A", "minutes", .number(0)),
          ScoreEntry("A", "outcomes", .number(0.5)),
        ], options: ["A"],
        groups: [
          CriterionGroup(id: "quality", label: "Quality", weight: SwingWeight(60)),
          CriterionGroup(id: "access", label: "Access", weight: SwingWeight(40)),
        ], weighting: .twoLevels))

    let result = model.appraise()

    // 0.6 x 3/4, 0.4 x 1, 0.6 x 1/4
    #expect(zip(result.weights, [0.45, 0.4, 0.15]).allSatisfy { isClose($0.weight, $1) })
    #expect(isClose(result.weights[0].shareWithin, 0.75))
    #expect(isClose(result.weights[0].shareOfGroup, 0.6))
    // 0.45 x 1 + 0.15 x 0.5 = 0.525
    #expect(isClose(result.options[0].total, 0.525))
    #expect(isClose(result.options[0].groups[0].amount, 0.525))
    #expect(result.options[0].groups[1].amount == 0)
  }

  @Test(arguments: [("++", 1), ("+", 0.75), ("0", 0.5), ("/", 0.5), ("-", 0.25), ("--", 0)])
  func `five symbols are five equal steps`(symbol: String, value: Double) {
    #expect(SymbolScale.fiveSteps.value(of: symbol) == value)
  }

  @Test func `a scale in pieces runs straight between its points`() throws {
    let scale = ValueFunction(
      [.init(score: 0, value: 1), .init(score: 30, value: 0.8), .init(score: 60, value: 0)],
      outside: .clipped)
    let model = try AppraisalModel(
      inputs(
        [criterion("minutes", scale: .measured(scale))],
        [15, 45, 60, 90, -5].enumerated().map {
          ScoreEntry(OptionID("o\($0.offset)"), "minutes", .number($0.element))
        }, options: ["o0", "o1", "o2", "o3", "o4"]))

    let cells = model.appraise().options.map { $0.contributions[0].valuation }

    #expect(zip(cells, [0.9, 0.4, 0, 0, 1]).allSatisfy { isClose($0.value, $1) })
    #expect(cells.map(\.isClipped) == [false, false, false, true, true])
    #expect(scale.direction == .lowerIsBetter)
  }

  @Test func `a scale can be best in the middle`() {
    let scale = ValueFunction(
      [.init(score: 500, value: 0), .init(score: 900, value: 1), .init(score: 1500, value: 0)],
      outside: .refused)

    #expect(scale.direction == .neither)
  }

  @Test(arguments: 0..<60) func `contributions add up to the total exactly`(seed: Int) throws {
    for option in try randomModel(seed: seed).appraise().options {
      var sum = 0.0
      for contribution in option.contributions { sum += contribution.amount }
      #expect(sum == option.total)
      #expect(option.total >= 0 && option.total <= 1 + 1e-12)
    }
  }

  @Test(arguments: 0..<60) func `only ratios of weights count`(seed: Int) throws {
    let model = try randomModel(seed: seed)
    let scaled = try reweighted(model, model.inputs.criteria.map { $0.weight.points * 37.5 })

    for (left, right) in zip(model.appraise().options, scaled.appraise().options) {
      #expect(left.rank == right.rank && isClose(left.total, right.total, within: 1e-12))
    }
  }

  @Test func `weights near the ends of the number range do no harm`() throws {
    let model = try unitModel([("P", [1, 0]), ("Q", [0, 1])], weights: [1e308, 1e308])

    #expect(model.appraise().options.map(\.total) == [0.5, 0.5])
  }
}

@Suite struct `Missing scores` {
  @Test func `a missing score is a mistake unless an interval is asked for`() {
    var gap = workedInputs()
    gap.scores.removeFirst()

    #expect(mistakes { _ = try AppraisalModel(gap) } == [.missingScore(Cell("A", "quality"))])
  }

  @Test func `an interval says what is certain`() throws {
    var gap = workedInputs()
    gap.scores.removeFirst()

    let result = try IntervalAppraisal(gap)

    // A without quality: from 0.15 to 0.65; B 0.775 and C 0.55 are known
    let a = try #require(result.option("A"))
    #expect(isClose(a.lowestTotal, 0.15) && isClose(a.highestTotal, 0.65))
    #expect(a.bestRank == 2 && a.worstRank == 3)
    #expect(result.certainLeaders == ["B"] && result.possibleLeaders == ["B"])
    #expect(result.option("B")?.certainlyAbove == ["A", "C"])
    #expect(result.option("C")?.certainlyAbove == [])
    #expect(result.missing == [Cell("A", "quality")])
  }

  @Test func `with no score at all nothing is certain`() throws {
    var empty = workedInputs()
    empty.scores = []

    let result = try IntervalAppraisal(empty)

    #expect(result.certainLeaders == [])
    #expect(result.possibleLeaders == ["A", "B", "C"])
    #expect(result.options.allSatisfy { $0.bestRank == 1 && $0.worstRank == 3 })
  }

  @Test(arguments: 0..<40) func `rank intervals hold every completion`(seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    let full = try randomModel(seed: seed, options: 4, criteria: 3)
    var gap = full.inputs
    for _ in 0..<3 { gap.scores.remove(at: generator.below(gap.scores.count)) }
    let intervals = try IntervalAppraisal(gap)

    for _ in 0..<20 {
      var completed = gap
      for cell in intervals.missing {
        completed.scores.append(
          ScoreEntry(cell.option, cell.criterion, .number(generator.twentieth())))
      }
      let result = try AppraisalModel(completed).appraise()
      for (option, interval) in zip(result.options, intervals.options) {
        #expect(interval.bestRank <= option.rank && option.rank <= interval.worstRank)
      }
    }
  }
}

@Suite struct `Options close to the best` {
  @Test func `every option within the margin says what differs`() throws {
    let near = try worked().nearOptimal(within: 0.125)

    #expect(near.map(\.option) == ["B", "A"])
    #expect(near[0].differences == [])
    // A against B: access -0.5 x 0.3, quality +0.25 x 0.5, cost -0.5 x 0.2
    #expect(near[1].differences.map(\.criterion) == ["access", "quality", "cost"])
    #expect(
      zip(near[1].differences, [-0.15, 0.125, -0.1]).allSatisfy { isClose($0.effect, $1) })
    #expect(isClose(near[1].shortfall, 0.125))
    #expect(isClose(near[1].differences.reduce(0) { $0 + $1.effect }, -near[1].shortfall))
  }

  @Test func `a margin of zero lists the leaders`() throws {
    #expect(try worked().nearOptimal(within: 0).map(\.option) == ["B"])
  }

  @Test(arguments: [-0.1, .nan, .infinity]) func `a margin is zero or more`(margin: Double) {
    #expect(mistakes { _ = try worked().nearOptimal(within: margin) } == [.marginNotZeroOrMore])
  }
}

@Suite struct `Dominance` {
  @Test func `dominated options are named with what tells them apart`() throws {
    let model = try unitModel(
      [("P", [1, 0.5]), ("Q", [0.5, 0.5]), ("R", [0, 1]), ("S", [0, 0.4])], weights: [1, 0])

    let dominance = model.dominance()

    #expect(dominance.front == ["P", "R"])
    #expect(
      dominance.pairs.map { [$0.better, $0.worse] } == [
        ["P", "Q"], ["P", "S"], ["Q", "S"], ["R", "S"],
      ])
    #expect(dominance.pairs[0].betterOn == ["c1"] && dominance.pairs[0].equalOn == ["c2"])
  }

  @Test func `equal options don't dominate each other`() throws {
    let model = try unitModel([("P", [1, 0]), ("Q", [1, 0])], weights: [1, 1])

    #expect(model.dominance().front == ["P", "Q"] && model.dominance().pairs == [])
  }

  @Test(arguments: 0..<60)
  func `with all weights above zero a dominated option never leads`(seed: Int) throws {
    let model = try randomModel(seed: seed)
    let result = model.appraise()

    for pair in model.dominance().pairs {
      let better = try #require(result.option(pair.better))
      let worse = try #require(result.option(pair.worse))
      #expect(better.rank < worse.rank)
    }
  }
}
