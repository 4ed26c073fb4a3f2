// SPDX-License-Identifier: Apache-2.0

import Demand
import TestKit

/// A made-up system with a bit of everything, the same for a seed.
struct RandomSystem {
  let inputs: DemandInputs
  private let seed: Int

  /// Makes a system; the limit is on growth factors and mitigators together.
  init(seed: Int, factorLimit: Int = 14) {
    self.seed = seed
    var draws = SeededDraws(seed: seed)
    let (base, last, lastAge) = (2016, 2020, 90)
    let variants = (0..<2).map { index in
      Self.variant("v\(index)", base...last, lastAge, &draws)
    }
    let services = (0..<6).map { Self.service($0, lastAge, &draws) }
    let growthCount = factorLimit / 2 - 1
    var growth = (0..<growthCount).map { index in
      GrowthFactor(
        id: "g\(index)", kind: draws.pick([.nonDemographic, .other, .inequalities]),
        scope: Self.scope(&draws), amount: .input(draws.below(8), scale: 0.05),
        timing: draws.pick([.perYear, .once]), from: draws.pick([nil, 2018]))
    }
    growth.append(
      GrowthFactor(
        id: "health", kind: .healthStatus, scope: ActivityScope(sex: draws.pick([nil, .female])),
        amount: .input(draws.below(8), scale: 2), timing: draws.pick([.perYear, .once])))
    let mitigators = (0..<factorLimit - growthCount - 1).map { Self.mitigator($0, &draws) }
    inputs = DemandInputs(
      baseYear: base, lastYear: last, inputCount: 8, variants: variants, services: services,
      growth: growth, mitigators: mitigators)
  }

  /// The values and the variant of a run.
  func draw(_ run: Int) -> (values: [Double], variant: Int) {
    var draws = SeededDraws(seed: seed * 1000 + run)
    return (draws.numbers(8, 0.05, 0.95), draws.below(2))
  }

  private static func variant(
    _ id: String, _ years: ClosedRange<Int>, _ lastAge: Int, _ draws: inout SeededDraws
  ) -> PopulationVariant {
    let trend = draws.number(-0.02, 0.03)
    var people: [PopulationCount] = []
    var births: [BirthCount] = []
    for year in years {
      for sex in [Sex.female, .male] {
        for age in 0...lastAge {
          let count = 1000 * (1 + trend * Double(year - 2016)) * draws.number(0.8, 1.2)
          people.append(PopulationCount(year: year, sex: sex, age: age, people: count))
        }
      }
      for age in 15...44 {
        births.append(BirthCount(year: year, motherAge: age, births: draws.number(20, 80)))
      }
    }
    return PopulationVariant(id: id, probability: 0.5, people: people, births: births)
  }

  private static func service(_ index: Int, _ lastAge: Int, _ draws: inout SeededDraws)
    -> ServiceLine
  {
    let cells = [(0, 17), (18, 64), (65, 84), (85, nil)].flatMap { from, to in
      [Sex.female, .male].map { sex in
        let activity = draws.number(10, 1000)
        return ActivityCell(
          sex: sex, ageFrom: from, ageTo: to, activity: activity,
          bedDays: index < 3 ? activity * draws.number(1, 8) : 0)
      }
    }
    let kinds: [ServiceKind] = [
      .emergency, .elective, .maternity, .outpatientFirst, .visit, .contact,
    ]
    return ServiceLine(
      id: "s\(index)", provider: index % 2 == 0 ? "east" : "west",
      setting: index < 4 ? .acute : .community, kind: kinds[index],
      growsWith: index == 2 ? .births : index == 5 ? .none : .population,
      starts: index == 4 ? 2018 : nil, cells: cells)
  }

  private static func scope(_ draws: inout SeededDraws) -> ActivityScope {
    let ages: (Int?, Int?) = draws.pick([(nil, nil), (65, nil), (nil, 40), (70, 79)])
    return ActivityScope(
      provider: draws.pick([nil, "east", "west"]), setting: draws.pick([nil, .acute]),
      sex: draws.pick([nil, nil, .female]), ageFrom: ages.0, ageTo: ages.1)
  }

  /// Moves go to a service of a higher number only, so that they never lead back.
  private static func mitigator(_ index: Int, _ draws: inout SeededDraws) -> Mitigator {
    let kind = draws.pick(Mitigator.Kind.allCases)
    var scope = scope(&draws)
    let source = kind == .lengthOfStay ? draws.below(3) : draws.below(5)
    let moves = kind != .avoidance && (kind != .lengthOfStay || draws.below(2) == 0)
    if moves || kind == .lengthOfStay {
      scope = ActivityScope(
        service: "s\(source)", sex: scope.sex, ageFrom: scope.ageFrom, ageTo: scope.ageTo)
    }
    return Mitigator(
      id: "m\(index)", kind: kind, scope: scope,
      reach: draws.pick([.number(1), .number(0.5), .input(draws.below(8))]),
      effect: .input(draws.below(8), scale: 0.5), from: 2018, ramp: draws.pick([[], [0.5, 1]]),
      toService: moves ? "s\(max(source + 1 + draws.below(5 - source), 4))" : nil,
      unitsPerUnit: draws.pick([1, 2.5]))
  }
}
