// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Sensitivity to one weight` {
  @Test func `the worked example has ranges by hand`() throws {
    let sensitivities = try worked().weightSensitivities()

    // quality: A 0.3 to 1, B 0.8 to 0.75, C 0.85 to 0.25, so C = B at 1/11 and A = B at 2/3
    let quality = sensitivities[0]
    #expect(quality.segments.map(\.leaders) == [["C"], ["B"], ["A"]])
    #expect(isClose(quality.leaderRanges[0].low, 1.0 / 11))
    #expect(isClose(quality.leaderRanges[0].high, 2.0 / 3))
    #expect(quality.crossings.map(\.above) == [["B"], ["A"]])
    // access: A 5/7 to 1/2, B 4.75/7 to 1
    #expect(isClose(sensitivities[1].leaderRanges[0].low, 1.0 / 15))
    #expect(sensitivities[1].leaderRanges[0].high == 1)
    // cost: B 0.84375 to 0.5, C 0.4375 to 1
    #expect(sensitivities[2].leaderRanges[0].low == 0)
    #expect(isClose(sensitivities[2].leaderRanges[0].high, 13.0 / 29))
    #expect(isClose(sensitivities[2].current, 0.2))
  }

  @Test func `the switching weight of any two options is where their totals are equal`() throws {
    let model = try worked()

    let quality = try model.switchingWeight(of: .criterion("quality"), between: "A", and: "C")
    let access = try model.switchingWeight(of: .criterion("access"), between: "C", and: "B")

    // A 0.3 to 1 against C 0.85 to 0.25: 0.55 / (0.55 + 0.75)
    guard case .at(let weight, let below, let above) = quality else {
      Issue.record("A and C cross")
      return
    }
    #expect(isClose(weight, 0.55 / 1.3) && below == "C" && above == "A")
    #expect(access == .neverBehind("B"))
    #expect(
      try model.switchingWeight(of: .criterion("cost"), between: "B", and: "B") == .alwaysEqual)
  }

  @Test func `a group is varied as one`() throws {
    var grouped = workedInputs()
    grouped.groups = [
      CriterionGroup(id: "people", label: "", weight: SwingWeight(80)),
      CriterionGroup(id: "money", label: "", weight: SwingWeight(20)),
    ]
    grouped.criteria = grouped.criteria.map {
      criterion(
        $0.id, weight: $0.weight, scale: $0.scale, group: $0.id == "cost" ? "money" : "people")
    }

    let flat = try AppraisalModel(grouped).weightSensitivity(of: .group("people"))
    grouped.weighting = .twoLevels
    let twoLevels = try AppraisalModel(grouped).weightSensitivity(of: .group("people"))

    // people against cost is cost against people: 1 - 13/29
    #expect(isClose(flat.leaderRanges[0].low, 16.0 / 29) && flat.leaderRanges[0].high == 1)
    #expect(isClose(twoLevels.leaderRanges[0].low, 16.0 / 29))
    #expect(isClose(twoLevels.current, 0.8))
  }

  @Test func `shared leaders each have a range`() throws {
    let sensitivity = try unitModel([("P", [1, 0]), ("Q", [0, 1])], weights: [1, 1])
      .weightSensitivity(of: .criterion("c1"))

    #expect(sensitivity.leaderRanges.map { [$0.low, $0.high] } == [[0.5, 1], [0, 0.5]])
    #expect(sensitivity.segments.map(\.leaders) == [["Q"], ["P"]])
  }

  @Test func `a lone criterion has nothing to vary`() throws {
    let sensitivity = try unitModel([("P", [0.2]), ("Q", [0.9])], weights: [7])
      .weightSensitivity(of: .criterion("c1"))

    #expect(sensitivity.current == 1)
    #expect(sensitivity.leaderRanges.map(\.option) == ["Q"])
    #expect(sensitivity.leaderRanges.map { [$0.low, $0.high] } == [[0, 1]])
  }

  @Test func `others without weight count the same`() throws {
    let sensitivity = try unitModel(
      [("P", [1, 0, 0.4]), ("Q", [0, 1, 0.4])], weights: [1, 0, 0]
    ).weightSensitivity(of: .criterion("c1"))

    // at 0: P (0 + 0.4) / 2, Q (1 + 0.4) / 2; at 1: P 1, Q 0: equal at 0.5 / 1.5
    #expect(isClose(sensitivity.leaderRanges[0].low, 1.0 / 3))
  }

  @Test func `unknown names are mistakes`() throws {
    let model = try worked()

    #expect(
      mistakes { _ = try model.weightSensitivity(of: .criterion("x")) } == [.unknownCriterion("x")])
    #expect(mistakes { _ = try model.weightSensitivity(of: .group("x")) } == [.unknownGroup("x")])
    #expect(
      mistakes {
        _ = try model.switchingWeight(of: .criterion("cost"), between: "B", and: "Z")
      } == [.unknownOption("Z")])
  }

  @Test(arguments: 0..<80)
  func `segments agree with an appraisal at any weight`(seed: Int) throws {
    let model = try randomModel(seed: seed, criteria: 3)
    let shares = model.appraise().weights.map(\.weight)

    for (varied, sensitivity) in try model.weightSensitivities().enumerated() {
      #expect(sensitivity.segments.first?.low == 0 && sensitivity.segments.last?.high == 1)
      for segment in sensitivity.segments where segment.high - segment.low > 1e-6 {
        for part in [0.001, 0.5, 0.999] {
          let weight = segment.low + part * (segment.high - segment.low)
          let others = 1 - shares[varied]
          let weights = shares.indices.map {
            $0 == varied ? weight : shares[$0] * (1 - weight) / others
          }
          #expect(try reweighted(model, weights).appraise().leaders == segment.leaders)
        }
      }
    }
  }

  @Test(arguments: 0..<80)
  func `at the ends of its range the leader shares the lead and beyond it has lost`(
    seed: Int
  ) throws {
    let model = try randomModel(seed: seed, options: 5, criteria: 4)
    let shares = model.appraise().weights.map(\.weight)

    for (varied, sensitivity) in try model.weightSensitivities().enumerated() {
      func leaders(at weight: Double) throws -> [OptionID] {
        let weights = shares.indices.map {
          $0 == varied ? weight : shares[$0] * (1 - weight) / (1 - shares[varied])
        }
        return try reweighted(model, weights).appraise().leaders
      }
      for range in sensitivity.leaderRanges {
        #expect(try leaders(at: range.low).contains(range.option))
        #expect(try leaders(at: range.high).contains(range.option))
        if range.low > 1e-5 {
          #expect(try !leaders(at: range.low - 1e-5).contains(range.option))
        }
        if range.high < 1 - 1e-5 {
          #expect(try !leaders(at: range.high + 1e-5).contains(range.option))
        }
      }
    }
  }
}

@Suite struct `Tornado` {
  @Test func `a weight with a range moves the margin by hand`() throws {
    let model = try AppraisalModel(workedInputs(quality: SwingWeight(50, low: 20, high: 80)))

    let tornado = model.tornado()

    // 20/30/20: B 55/70, C 47.5/70. 80/30/20: B 100/130, A 95/130
    #expect(tornado.leader == "B" && isClose(tornado.margin, 0.125))
    let bar = try #require(tornado.bars.first)
    #expect(bar.varied == .weight(.criterion("quality")) && tornado.bars.count == 1)
    #expect(isClose(try #require(bar.low).margin, 7.5 / 70))
    #expect(isClose(try #require(bar.high).margin, 5.0 / 130))
    #expect(isClose(bar.width, 0.125 - 5.0 / 130))
  }

  @Test func `a score with a range can lose the lead`() throws {
    let model = try AppraisalModel(
      workedInputs(
        quality: SwingWeight(50, low: 45, high: 50),
        scoreRange: (.number(20), .number(60))))

    let bars = model.tornado().bars

    // B at 60 minutes: 0.775 - 0.3 = 0.475, behind A 0.65
    #expect(bars.map(\.varied) == [.score(Cell("B", "access")), .weight(.criterion("quality"))])
    #expect(isClose(try #require(bars[0].high).margin, -0.175))
    #expect(isClose(try #require(bars[0].high).change, -0.3))
    #expect(bars[0].high?.leaders == ["A"])
    #expect(isClose(bars[0].width, 0.3))
  }

  @Test func `an end without any weight left is empty`() throws {
    let model = try AppraisalModel(
      inputs(
        [criterion("only", weight: SwingWeight(1, low: 0, high: 2))],
        [ScoreEntry("A", "only", .number(1))], options: ["A"]))

    #expect(model.tornado().bars[0].low == nil)
    #expect(model.tornado().bars[0].high?.margin == 1)
  }

  @Test func `groups have bars when weights are in two levels`() throws {
    let model = try AppraisalModel(
      inputs(
        [criterion("x", group: "g"), criterion("y", group: "h")],
        [
          ScoreEntry("P", "x", .number(1)), ScoreEntry("P", "y", .number(0)),
          ScoreEntry("Q", "x", .number(0)), ScoreEntry("Q", "y", .number(1)),
        ], options: ["P", "Q"],
        groups: [
          CriterionGroup(id: "g", label: "", weight: SwingWeight(3, low: 1, high: 4)),
          CriterionGroup(id: "h", label: "", weight: SwingWeight(1)),
        ], weighting: .twoLevels))

    let bar = model.tornado().bars[0]

    // P - Q: (1 - 1) / 2 = 0 at the low end, (4 - 1) / 5 = 0.6 at the high end
    #expect(bar.varied == .weight(.group("g")))
    #expect(bar.low?.margin == 0 && bar.low?.leaders == ["P", "Q"])
    #expect(isClose(try #require(bar.high).margin, 0.6))
  }
}
