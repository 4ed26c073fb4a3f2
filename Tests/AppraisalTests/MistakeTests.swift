// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Mistakes in the inputs` {
  private func errors(
    criteria: [Criterion] = [criterion("c")], scores: [ScoreEntry]? = nil,
    options ids: [OptionID] = ["P"], groups: [CriterionGroup] = [], weighting: Weighting = .flat
  ) -> [AppraisalError] {
    let all = ids.flatMap { id in criteria.map { ScoreEntry(id, $0.id, .number(0.5)) } }
    return mistakes {
      _ = try AppraisalModel(
        inputs(criteria, scores ?? all, options: ids, groups: groups, weighting: weighting))
    }
  }

  private func group(_ id: GroupID, _ points: Double = 1) -> CriterionGroup {
    CriterionGroup(id: id, label: id.text, weight: SwingWeight(points))
  }

  private func measured(_ points: [(Double, Double)]) -> Scale {
    .measured(
      ValueFunction(points.map { .init(score: $0.0, value: $0.1) }, outside: .refused))
  }

  @Test func `good inputs have none`() { #expect(errors() == []) }

  @Test func `names that say nothing or occur twice`() {
    #expect(errors(options: []) == [.noOptions])
    #expect(errors(criteria: []).first == .noCriteria)
    #expect(errors(options: [" "]) == [.blankIdentifier(of: "option")])
    #expect(errors(options: ["P", "P"]).contains(.duplicateOption("P")))
    #expect(errors(criteria: [criterion("c"), criterion("c")]).contains(.duplicateCriterion("c")))
    #expect(errors(groups: [group("g"), group("g")]) == [.duplicateGroup("g")])
  }

  @Test func `weights that can't be weights`() {
    func weight(_ weight: SwingWeight) -> [AppraisalError] {
      errors(criteria: [criterion("c", weight: weight)])
    }

    #expect(weight(SwingWeight(-1)) == [.negativeWeight(.criterion("c"))])
    #expect(weight(SwingWeight(.nan)) == [.weightNotFinite(.criterion("c"))])
    #expect(weight(SwingWeight(1, low: 0, high: .infinity)) == [.weightNotFinite(.criterion("c"))])
    #expect(weight(SwingWeight(1, low: -1, high: 2)) == [.negativeWeight(.criterion("c"))])
    #expect(
      weight(SwingWeight(1, low: 2, high: 3)) == [
        .weightOutsideItsRange(.criterion("c"), low: 2, points: 1, high: 3)
      ])
    #expect(weight(SwingWeight(0)) == [.allWeightsZero(.criteria)])
  }

  @Test func `groups that don't fit two levels`() {
    let inGroup = criterion("c", group: "g")

    #expect(errors(criteria: [inGroup]) == [.unknownGroup("g")])
    #expect(
      errors(groups: [group("g")], weighting: .twoLevels) == [
        .criterionWithoutGroup("c"), .emptyGroup("g"),
      ])
    #expect(
      errors(criteria: [inGroup], groups: [group("g", 0)], weighting: .twoLevels) == [
        .allWeightsZero(.groups)
      ])
    #expect(
      errors(
        criteria: [criterion("c", weight: SwingWeight(0), group: "g")], groups: [group("g")],
        weighting: .twoLevels) == [.allWeightsZero(.criteriaOf("g"))])
    #expect(
      errors(criteria: [inGroup], groups: [group("g", -2)], weighting: .twoLevels) == [
        .negativeWeight(.group("g"))
      ])
  }

  @Test func `scales without sense`() {
    func scale(_ scale: Scale) -> AppraisalError? {
      errors(criteria: [criterion("c", scale: scale)], scores: []).first
    }

    #expect(
      scale(.measured(.linear(worst: 3, best: 3, outside: .clipped))) == .pointsNotRising("c"))
    #expect(scale(measured([(0, 0)])) == .tooFewPoints("c"))
    #expect(scale(measured([(0, 0), (.nan, 1)])) == .scaleNotFinite("c"))
    #expect(scale(measured([(1, 0), (0, 1)])) == .pointsNotRising("c"))
    #expect(scale(measured([(0, 0), (1, 1.5)])) == .valueOutsideZeroToOne("c"))
    #expect(scale(measured([(0, 0), (1, .nan)])) == .valueOutsideZeroToOne("c"))
    #expect(scale(.symbols(SymbolScale([]))) == .noSymbols("c"))
    let twice = SymbolScale([SymbolValue("+", 1), SymbolValue("+", 0)])
    #expect(scale(.symbols(twice)) == .duplicateSymbol("+", "c"))
  }

  @Test func `scores that have no value`() {
    let cell = Cell("P", "c")
    let symbols = criterion("c", scale: .symbols(.fiveSteps))
    func number(_ number: Double) -> [AppraisalError] {
      errors(scores: [ScoreEntry("P", "c", .number(number))])
    }

    #expect(number(.nan) == [.scoreNotFinite(cell)])
    #expect(number(1.5) == [.scoreOutsideScale(1.5, lowest: 0, highest: 1, cell)])
    #expect(
      errors(scores: [ScoreEntry("P", "c", .symbol("+"))]) == [.symbolOnMeasuredScale("+", cell)])
    #expect(
      errors(criteria: [symbols], scores: [ScoreEntry("P", "c", .number(1))]) == [
        .numberOnSymbolScale(cell)
      ])
    #expect(
      errors(criteria: [symbols], scores: [ScoreEntry("P", "c", .symbol("+++"))]) == [
        .unknownSymbol("+++", expected: ["++", "+", "0", "/", "-", "--"], cell)
      ])
    #expect(errors(scores: []) == [.missingScore(cell)])
    #expect(
      errors(scores: [ScoreEntry("P", "c", .number(1), high: .number(7))]) == [
        .scoreOutsideScale(7, lowest: 0, highest: 1, cell)
      ])
  }

  @Test func `scores for what isn't there`() {
    let good = ScoreEntry("P", "c", .number(1))

    #expect(errors(scores: [good, good]) == [.duplicateScore(Cell("P", "c"))])
    #expect(
      errors(scores: [good, ScoreEntry("X", "c", .number(1)), ScoreEntry("P", "y", .number(1))])
        == [.unknownOption("X"), .unknownCriterion("y")])
  }

  @Test func `all mistakes are told at once and in words`() throws {
    do {
      _ = try AppraisalModel(
        inputs(
          [criterion("c", weight: SwingWeight(-1))], [ScoreEntry("P", "c", .number(.nan))],
          options: ["P"]))
      Issue.record("two mistakes")
    } catch {
      #expect(
        error.description == """
          the weight of criterion 'c' is below zero
          option 'P', criterion 'c': the score is not a finite number
          """)
    }
  }
}
