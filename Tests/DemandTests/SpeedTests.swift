// SPDX-License-Identifier: Apache-2.0

import Demand
import TestKit
import Testing

@Suite struct SpeedTests {
  /// Sixty services in four providers, six factors, health status for both sexes and fifteen
  /// mitigators, with twenty uncertain inputs.
  static func system() -> DemandInputs {
    var draws = SeededDraws(seed: 60)
    let people = Systems.people(2016...2020, lastAge: 90, growth: 0.01, sexes: [.female, .male])
    let kinds = ServiceKind.allCases
    let services = (0..<60).map { index in
      ServiceLine(
        id: "s\(index)", provider: "p\(index % 4)", setting: index < 40 ? .acute : .community,
        kind: index < 40 ? kinds[index % 10] : .visit, growthGroup: "g\(index % 5)",
        cells: [(0, 17), (18, 44), (45, 64), (65, 74), (75, 84), (85, nil)].flatMap { from, to in
          [Sex.female, .male].map { sex in
            ActivityCell(
              sex: sex, ageFrom: from, ageTo: to, activity: draws.number(10, 900),
              bedDays: index % 10 < 4 ? draws.number(10, 4000) : 0)
          }
        })
    }
    let growth =
      (0..<5).map { index in
        GrowthFactor(
          id: "n\(index)", scope: ActivityScope(growthGroup: "g\(index)"),
          amount: .input(index, scale: 0.02))
      } + [
        GrowthFactor(id: "h", kind: .healthStatus, amount: .input(5, scale: 0.2))
      ]
    let mitigators = (0..<15).map { index in
      let moves = index % 3 == 2
      return Mitigator(
        id: "m\(index)",
        kind: [.avoidance, .lengthOfStay, .move][index % 3],
        scope: ActivityScope(
          provider: index % 2 == 0 ? nil : "p\(index % 4)", setting: .acute,
          kind: kinds[index % 4], ageFrom: index % 4 == 0 ? 65 : nil),
        effect: .input(6 + index % 14, scale: 0.2), ramp: [0.3, 0.6, 1],
        toService: moves ? "s\(45 + index)" : nil)
    }
    return DemandInputs(
      baseYear: 2016, lastYear: 2020, inputCount: 20,
      variants: [PopulationVariant(id: "p", people: people)], services: services, growth: growth,
      mitigators: mitigators)
  }

  @Test func `a thousand runs of sixty services take a small part of a second`() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let model = try DemandModel(Self.system())
    let made = clock.now
    var draws = SeededDraws(seed: 1)
    let values = (0..<1000).map { _ in draws.numbers(20, 0, 1) }
    var workspace = model.workspace()
    var total = 0.0
    let drawn = clock.now
    var fastest = Duration.seconds(3600)
    for batch in 0..<10 {
      let begun = clock.now
      for run in values[batch * 100..<batch * 100 + 100] {
        try model.run(values: run, in: &workspace)
        total += workspace.run.amount(.bedDays, service: 3, year: 2020)
      }
      fastest = min(fastest, clock.now - begun)
    }
    let ran = clock.now
    _ = try model.attribution(values: values[0], year: 2020)
    let shared = clock.now
    let quadratures = Array(
      repeating: InputQuadrature(mean: 0.5, standardDeviation: 0.25), count: 20)
    _ = try model.moments(
      .bedDays, services: Array(0..<60), year: 2020, inputs: quadratures)
    print(
      "demand: \(model.productCount) products; made in \(made - start), 1,000 runs in "
        + "\(ran - drawn), the fastest 100 in \(fastest), one attribution in \(shared - ran), "
        + "moments in \(clock.now - shared)")
    #expect(total > 0)
    // Other tests share the machine: the fastest tenth tells what a run costs.
    #expect(fastest < .milliseconds(100))
  }
}
