// SPDX-License-Identifier: Apache-2.0

import Resampling
import Sampling
import Testing

@Suite struct BadInputTests {
  private func problems(_ change: (inout ResamplingInputs) -> Void) -> [ResamplingProblem] {
    var inputs = ResamplingInputs(
      tables: [.of(.spells, [PlainRow(), PlainRow()])], baseYear: 2023, lastYear: 2033,
      strategies: [Models.strategy("avoid", .avoidance, 0.9)])
    change(&inputs)
    do {
      _ = try ResamplingModel(inputs)
      return []
    } catch {
      return error.problems
    }
  }

  @Test func `good inputs have no problem`() {
    #expect(problems { _ in }.isEmpty)
  }

  @Test func `no rows at all are refused, and one row is enough`() throws {
    #expect(problems { $0.tables = [] }.count == 1)
    #expect(problems { $0.tables = [ActivityRows(.spells)] }.count == 1)
    #expect(problems { $0.tables = [.of(.spells, [PlainRow()])] }.isEmpty)
  }

  @Test func `rows that count nothing give nothing`() throws {
    let model = try Models.spells(3, PlainRow(count: 0))
    #expect(model.run(1).totals.allSatisfy { $0 == 0 })
  }

  @Test func `a rate above one is refused by name`() {
    let found = problems { $0.strategies[0].value = .fixed(1.2) }
    #expect(found.map(\.column) == ["avoid"])
    #expect(found.first?.found == "1.2")
    #expect(problems { $0.strategies[0].value = .fixed(.nan) }.count == 1)
    #expect(problems { $0.strategies[0].value = .input(4) }.count == 1)
  }

  @Test func `a strategy on a row that is not there is refused`() {
    let found = problems {
      $0.assignments = [StrategyAssignment(kind: .spells, row: 7, strategy: 0, rate: 2)]
    }
    #expect(found.count == 2 && found.allSatisfy { $0.row == 2 })
    #expect(
      problems { $0.assignments = [StrategyAssignment(kind: .emergency, row: 0, strategy: 0)] }
        .count == 1)
    #expect(
      problems { $0.assignments = [StrategyAssignment(kind: .spells, row: -1, strategy: 9)] }
        .count == 1)
  }

  @Test func `a missing age is refused with its row`() {
    let found = problems { $0.tables[0].ages[1] = -1 }
    #expect(found.count == 1 && found[0].row == 3 && found[0].column == "age")
  }

  @Test func `a horizon before the base is refused`() {
    #expect(problems { $0.lastYear = 2020 }.map(\.column) == ["last_year"])
  }

  @Test func `columns of different lengths are refused`() {
    #expect(problems { $0.tables[0].ages.append(3) }.count == 1)
    #expect(problems { $0.tables[0].stays = [] }.count == 1)
  }

  @Test func `a scope that names no column is refused`() {
    #expect(
      problems { $0.strategies[0].scope = .only("nowhere", "x") }.first?.found.contains("nowhere")
        == true)
  }

  @Test func `correlations that cannot be come with the nearest that can`() throws {
    let inputs = try ["a", "b", "c"].map {
      try UncertainInput(id: $0, distribution: .interval(low: 0.8, high: 0.9))
    }
    let found = problems {
      $0.inputs = inputs
      $0.correlations = [
        RankCorrelation("a", "b", 0.9), RankCorrelation("b", "c", 0.9),
        RankCorrelation("a", "c", -0.9),
      ]
    }
    #expect(found.count == 1)
  }

  @Test func `probabilities of variants that do not add up are refused`() {
    let growth = AgeGrowth(everyone: 1)
    #expect(
      problems { $0.variants = [PopulationVariant(id: "a", probability: 0.5, growth: growth)] }
        .count == 1)
    #expect(
      problems {
        $0.variants = [
          PopulationVariant(id: "a", probability: 1, growth: AgeGrowth(everyone: .nan))
        ]
      }.count == 3)
  }

  @Test func `huge counts and factors do not stop a run`() throws {
    let model = try Models.spells(
      5, PlainRow(count: 10_000_000, stay: 40_000),
      factors: [Models.factor("much", 100), Models.factor("more", 100)],
      strategies: [Models.strategy("shorter", .lengthOfStay, 0.5)])
    let run = model.run(1)
    #expect(abs(Double(run.totals[0]) / 5e11 - 1) < 0.01)
  }
}
