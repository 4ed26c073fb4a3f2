// SPDX-License-Identifier: Apache-2.0

import Demand
import Sampling
import TestKit
import Testing

@Suite struct MomentTests {
  @Test func `one uncertain factor has the mean and variance of a line`() throws {
    let model = try DemandModel(
      Systems.one(
        growth: [GrowthFactor(id: "x", kind: .other, amount: .input(0), timing: .once)],
        inputCount: 1))
    let found = try model.moments(
      .activity, services: [0], year: 2018,
      inputs: [InputQuadrature(mean: 0.1, standardDeviation: 0.02)])
    #expect(isClose(found.mean, 1100))
    #expect(isClose(found.variance, 400, 1e-7))
    #expect(isClose(found.varianceByChance, 1100))
  }

  @Test func `the product of independent factors has Goodman's variance`() throws {
    let growth = (0..<2).map {
      GrowthFactor(id: "\($0)", kind: .other, amount: .input($0), timing: .once)
    }
    let model = try DemandModel(Systems.one(growth: growth, inputCount: 2))
    let found = try model.moments(
      .activity, services: [0], year: 2018,
      inputs: [
        InputQuadrature(mean: 0.1, standardDeviation: 0.02),
        InputQuadrature(mean: 0.2, standardDeviation: 0.03),
      ])
    // 1.1² 0.03² + 1.2² 0.02² + 0.02² 0.03², times a million.
    #expect(isClose(found.variance, 1089 + 576 + 0.36, 1e-7))
  }

  @Test func `what moves from one service to another leaves their sum certain`() throws {
    let inputs = Systems.one(
      mitigators: [
        Mitigator(
          id: "m", kind: .move, scope: ActivityScope(service: "a"), reach: .input(0),
          effect: .input(1), toService: "v")
      ],
      others: [Systems.empty("v")], inputCount: 2)
    let model = try DemandModel(inputs)
    let quadratures = [
      InputQuadrature(mean: 0.5, standardDeviation: 0.1),
      InputQuadrature(mean: 0.3, standardDeviation: 0.05),
    ]
    let one = try model.moments(.activity, services: [1], year: 2018, inputs: quadratures)
    #expect(isClose(one.mean, 150))
    // E[r²] E[e²] − (E[r] E[e])² = 0.26 × 0.0925 − 0.0225.
    #expect(isClose(one.variance, 1e6 * (0.26 * 0.0925 - 0.0225), 1e-7))
    let both = try model.moments(.activity, services: [0, 1], year: 2018, inputs: quadratures)
    #expect(isClose(both.mean, 1000))
    #expect(both.variance < 1e-6)
  }

  @Test func `compounding takes the moments of powers`() throws {
    let model = try DemandModel(
      Systems.one(growth: [GrowthFactor(id: "x", amount: .input(0))], inputCount: 1))
    let uniform = try Distribution.uniform(low: 0, high: 0.1)
    let found = try model.moments(
      .activity, services: [0], year: 2021, inputs: [InputQuadrature(uniform)])
    // The mean of (1 + x)ⁿ for x from 0 to 0.1 is (1.1ⁿ⁺¹ − 1) / (0.1 (n + 1)); n = 5 and 10.
    func power(_ n: Int) -> Double {
      ((0...n).reduce(1.0) { product, _ in product * 1.1 } - 1) / (0.1 * Double(n + 1))
    }
    #expect(isClose(found.mean, 1000 * power(5), 1e-9))
    #expect(isClose(found.variance, 1e6 * (power(10) - power(5) * power(5)), 1e-6))
  }

  @Test func `a quadrature has the moments of its distribution`() throws {
    let normal = InputQuadrature(try Distribution.normal(mean: 2, standardDeviation: 3))
    func moment(_ order: Int) -> Double {
      zip(normal.points, normal.weights).reduce(0) { sum, pair in
        sum + pair.1 * (0..<order).reduce(1.0) { power, _ in power * (pair.0 - 2) / 3 }
      }
    }
    #expect(normal.points.count == 12)
    #expect(isClose(moment(0), 1))
    #expect(abs(moment(1)) < 1e-9)
    #expect(isClose(moment(2), 1))
    #expect(isClose(moment(4), 3))
    #expect(isClose(moment(8), 105, 1e-6))
    #expect(InputQuadrature(try Distribution.fixed(7)) == InputQuadrature(fixed: 7))
  }

  @Test func `variants are a mixture`() throws {
    var inputs = Systems.one()
    inputs.variants = [
      PopulationVariant(id: "low", probability: 0.25, people: Systems.people()),
      PopulationVariant(id: "high", probability: 0.75, people: Systems.people(growth: 0.1)),
    ]
    let found = try DemandModel(inputs).moments(.activity, services: [0], year: 2017, inputs: [])
    #expect(isClose(found.mean, 1075))
    #expect(isClose(found.variance, 0.25 * 0.75 * 100 * 100, 1e-7))
  }

  @Test(arguments: 0..<3)
  func `simulation agrees within five standard errors`(_ seed: Int) throws {
    let model = try DemandModel(RandomSystem(seed: seed).inputs)
    let uniform = try Distribution.uniform(low: 0.05, high: 0.95)
    let quadratures = Array(repeating: InputQuadrature(uniform), count: 8)
    let services = [0, 1, 2, 3]
    let found = try model.moments(.bedDays, services: services, year: 2020, inputs: quadratures)
    var draws = SeededDraws(seed: seed)
    var workspace = model.workspace()
    var totals: [Double] = []
    for _ in 0..<4000 {
      try model.run(
        values: draws.numbers(8, 0.05, 0.95), variant: draws.below(2), in: &workspace)
      totals.append(workspace.run.total(.bedDays, services: services, year: 2020))
    }
    let count = Double(totals.count)
    let mean = totals.reduce(0, +) / count
    let squares = totals.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / count
    // The standard error of a variance comes from the fourth moment.
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(mean - found.mean) < 5 * (found.variance / count).squareRoot())
    #expect(
      abs(variance - found.variance) < 5 * ((fourth - variance * variance) / count).squareRoot())
  }
}
