// SPDX-License-Identifier: Apache-2.0

import Demand

/// Small systems for tests.
enum Systems {
  /// People of every age, as many at each, who may grow by a share a year.
  static func people(
    _ years: ClosedRange<Int> = 2016...2021, lastAge: Int = 0, count: Double = 1000,
    growth: Double = 0, sexes: [Sex] = [.persons]
  ) -> [PopulationCount] {
    years.flatMap { year in
      let grown = (years.lowerBound..<year).reduce(count) { people, _ in people * (1 + growth) }
      return sexes.flatMap { sex in
        (0...lastAge).map { PopulationCount(year: year, sex: sex, age: $0, people: grown) }
      }
    }
  }

  /// One service with some activity, and what changes it.
  static func one(
    activity: Double = 1000, bedDays: Double = 0, growth: [GrowthFactor] = [],
    mitigators: [Mitigator] = [], others: [ServiceLine] = [], inputCount: Int = 0
  ) -> DemandInputs {
    DemandInputs(
      baseYear: 2016, lastYear: 2021, inputCount: inputCount,
      variants: [PopulationVariant(id: "principal", people: people())],
      services: [
        ServiceLine(
          id: "a", provider: "east", cells: [ActivityCell(activity: activity, bedDays: bedDays)])
      ] + others,
      growth: growth, mitigators: mitigators)
  }

  /// A service without a baseline, open from the first year.
  static func empty(_ id: String, kind: ServiceKind = .visit, starts: Int = 2016) -> ServiceLine {
    ServiceLine(id: id, provider: "west", setting: .community, kind: kind, starts: starts)
  }

  /// Two factors of a tenth each, once.
  static let twoTenths = [
    GrowthFactor(id: "x", amount: .number(0.1), timing: .once),
    GrowthFactor(id: "y", kind: .other, amount: .number(0.1), timing: .once),
  ]
}

/// Whether two numbers are the same but for rounding.
func isClose(_ first: Double, _ second: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(first - second) <= tolerance * max(1, abs(first), abs(second))
}
