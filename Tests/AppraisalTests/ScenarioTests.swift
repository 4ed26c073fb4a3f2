// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Options over scenarios` {
  /// Totals of P and Q: base 0.5 and 0.4, growth 0.5 and 0.9, closure 0.5 and 0.2.
  private let scenarios = [
    Scenario(id: "base", label: "", probability: 0.5, scores: []),
    Scenario(
      id: "growth", label: "", probability: 0.2, scores: [ScoreEntry("Q", "c1", .number(0.9))]),
    Scenario(
      id: "closure", label: "", probability: 0.3, scores: [ScoreEntry("Q", "c1", .number(0.2))]),
  ]

  private func model() throws -> AppraisalModel {
    try unitModel([("P", [0.5]), ("Q", [0.4])], weights: [1])
  }

  @Test func `the regret table by hand`() throws {
    let comparison = try model().compare(over: scenarios)

    let regrets = comparison.scenarios.map { $0.options.map(\.regret) }
    #expect(zip(regrets[0], [0, 0.1]).allSatisfy { isClose($0, $1) })
    #expect(zip(regrets[1], [0.4, 0]).allSatisfy { isClose($0, $1) })
    #expect(zip(regrets[2], [0, 0.3]).allSatisfy { isClose($0, $1) })
    #expect(comparison.scenarios.map(\.leaders) == [["P"], ["Q"], ["P"]])
  }

  @Test func `the cautious and the average choice can differ`() throws {
    let comparison = try model().compare(over: scenarios)

    // largest regrets 0.4 and 0.3; expected totals 0.5 and 0.2 + 0.18 + 0.06 = 0.44
    #expect(comparison.minimaxRegretChoice == ["Q"])
    #expect(comparison.expectedValueChoice == ["P"])
    let q = comparison.options[1]
    #expect(isClose(q.expectedTotal, 0.44) && isClose(q.expectedRegret, 0.14))
    #expect(q.largestRegretIn == ["closure"] && q.leadsIn == ["growth"])
  }

  @Test(arguments: 0..<30)
  func `the highest expected total has the lowest expected regret`(seed: Int) throws {
    let model = try randomModel(seed: seed, options: 4, criteria: 2)
    var generator = CaseGenerator(seed: seed)
    let scenarios = ["a", "b", "c", "d"].map { name in
      Scenario(
        id: ScenarioID(name), label: "", probability: 0.25,
        scores: (1...4).map { ScoreEntry(OptionID("o\($0)"), "c1", .number(generator.twentieth())) }
      )
    }

    let comparison = try model.compare(over: scenarios)

    let lowest = comparison.options.map(\.expectedRegret).min() ?? 0
    for option in comparison.options where comparison.expectedValueChoice.contains(option.option) {
      #expect(isClose(option.expectedRegret, lowest))
    }
    for outcome in comparison.scenarios {
      #expect(outcome.options.contains { $0.regret == 0 })
    }
  }

  @Test func `mistakes are named with their scenario`() throws {
    let model = try model()
    func errors(_ scenarios: [Scenario]) -> [AppraisalError] {
      mistakes { _ = try model.compare(over: scenarios) }
    }
    func scenario(
      _ id: ScenarioID, _ probability: Double, _ scores: [ScoreEntry] = []
    ) -> Scenario { Scenario(id: id, label: "", probability: probability, scores: scores) }

    #expect(errors([]) == [.noScenarios])
    #expect(
      errors([scenario("a", 0.25), scenario("b", 0.25)]) == [
        .probabilitiesDoNotSumToOne(sum: 0.5)
      ])
    #expect(errors([scenario("a", 0.5), scenario("a", 0.5)]) == [.duplicateScenario("a")])
    #expect(errors([scenario("a", .nan)]) == [.probabilityOutsideZeroToOne("a")])
    #expect(
      errors([scenario("a", 1, [ScoreEntry("P", "c1", .number(2))])]) == [
        .inScenario("a", .scoreOutsideScale(2, lowest: 0, highest: 1, Cell("P", "c1")))
      ])
  }
}
