// SPDX-License-Identifier: Apache-2.0

import Demand

/// Small systems for tests.
enum Systems {
  /// People of one age group, who do not change, from a base year on.
  static func people(
    _ years: ClosedRange<Int> = 2016...2021, lastAge: Int = 0, count: Double = 1000,
    growth: Double = 0
  ) -> [PopulationCount] {
    years.flatMap { year in
      (0...lastAge).map { age in
        var people = count
        for _ in years.lowerBound..<year { people *= 1 + growth }
        return PopulationCount(year: year, sex: .persons, age: age, people: people)
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
}
