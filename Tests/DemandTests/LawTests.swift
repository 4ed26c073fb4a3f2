// SPDX-License-Identifier: Apache-2.0

import Demand
import TestKit
import Testing

@Suite struct LawTests {
  @Test(arguments: 0..<16)
  func `no figure is negative or not a number, whatever is drawn`(_ seed: Int) throws {
    let model = try DemandModel(RandomSystem(seed: seed).inputs)
    var draws = SeededDraws(seed: seed)
    for number in 0..<20 {
      let size: Double = [1, 10, 1e6, 1e300][number % 4]
      let run = try model.run(values: draws.numbers(8, -size, size), variant: number % 2)
      #expect(run.figures.allSatisfy { $0 >= 0 && $0.isFinite })
    }
  }

  @Test(arguments: 0..<8)
  func `a run depends on nothing that ran before it`(_ seed: Int) throws {
    let system = RandomSystem(seed: seed)
    let model = try DemandModel(system.inputs)
    var workspace = model.workspace()
    for number in [3, 1, 2, 1] {
      let draw = system.draw(number)
      try model.run(values: draw.values, variant: draw.variant, in: &workspace)
      #expect(workspace.run == (try model.run(values: draw.values, variant: draw.variant)))
    }
  }

  @Test(arguments: 0..<8)
  func `the plan without effect is do nothing`(_ seed: Int) throws {
    var system = RandomSystem(seed: seed).inputs
    for index in system.mitigators.indices { system.mitigators[index].effect = .number(0) }
    let run = try DemandModel(system).run(values: Array(repeating: 0.4, count: 8))
    let half = run.figures.count / 2
    for index in 0..<half { #expect(isClose(run.figures[index], run.figures[half + index])) }
  }

  @Test(arguments: 0..<8)
  func `moves of one for one keep the sum of activity`(_ seed: Int) throws {
    var system = RandomSystem(seed: seed).inputs
    system.mitigators = system.mitigators.filter { ![.avoidance, .lengthOfStay].contains($0.kind) }
    for index in system.mitigators.indices { system.mitigators[index].unitsPerUnit = 1 }
    let model = try DemandModel(system)
    let run = try model.run(values: Array(repeating: 0.7, count: 8))
    let all = 0..<model.serviceCount
    for year in 2016...2020 {
      #expect(
        isClose(
          run.total(.activity, services: all, year: year, .withPlan),
          run.total(.activity, services: all, year: year, .doNothing)))
    }
  }

  @Test func `the order of growth factors does not matter`() throws {
    let system = RandomSystem(seed: 5)
    var turned = system.inputs
    turned.growth.reverse()
    let values = system.draw(0).values
    let first = try DemandModel(system.inputs).run(values: values)
    let second = try DemandModel(turned).run(values: values)
    #expect(zip(first.figures, second.figures).allSatisfy { isClose($0, $1) })
  }

  @Test func `percentiles of totals are not sums of percentiles`() throws {
    // Two services that vary apart from each other: the total varies less than its parts together.
    let inputs = Systems.one(
      growth: ["a", "b"].enumerated().map { index, service in
        GrowthFactor(
          id: service, kind: .other, scope: ActivityScope(service: service), amount: .input(index),
          timing: .once)
      },
      others: [ServiceLine(id: "b", cells: [ActivityCell(activity: 1000)])], inputCount: 2)
    let model = try DemandModel(inputs)
    var draws = SeededDraws(seed: 9)
    let runs = try (0..<999).map { _ in try model.run(values: draws.numbers(2, 0, 0.5)) }
    func ninetieth(_ services: [Int]) -> Double {
      runs.map { $0.total(.activity, services: services, year: 2018) }.sorted()[899]
    }
    #expect(ninetieth([0]) + ninetieth([1]) - ninetieth([0, 1]) > 30)
  }
}
