// SPDX-License-Identifier: Apache-2.0

import Capacity
import TestKit
import Testing

/// A random system of services and resources, some of which depend on others.
private struct RandomSystem {
  var inputs: CapacityInputs
  var activity: [Double]
  var bedDays: [Double]
  var draws: SeededDraws

  init(seed: Int) {
    draws = SeededDraws(seed: seed)
    let years = draws.whole(1...3)
    let services = draws.whole(1...4)
    inputs = CapacityInputs(
      calendar: CapacityCalendar(firstYear: draws.whole(2010...2030), years: years),
      services: [], resources: [], uses: [])
    for season in 0..<2 {
      let shares = draws.numbers(12, 0, 1)
      let sum = shares.reduce(0, +)
      inputs.seasons.append(CapacitySeason(id: "s\(season)", shares: shares.map { $0 / sum }))
    }
    for service in 0..<services {
      inputs.services.append(CapacityService(id: "v\(service)", season: draws.pick([nil, 0, 1])))
    }
    activity = draws.numbers(services * years, 0, 5000)
    bedDays = draws.numbers(services * years, 0, 40_000)
    for resource in 0..<draws.whole(1...6) { addResource(resource) }
  }

  private mutating func addResource(_ resource: Int) {
    let rules: [SizingRule] = [
      .places(chance: draws.pick([0.01, 0.05, 0.3]), variability: draws.pick([1, 1.4, 3])),
      .places(chance: 0.02, measure: .turnedAway),
      .places(chance: 0.05, variability: 2, measure: .demandAbove),
      .share(utilisation: draws.number(0.2, 1)), .busyDay(chance: draws.pick([0.02, 0.2])),
    ]
    let openings: [OpeningHours] = [
      .always, OpeningHours(hoursPerWeek: 40, weeksPerYear: 48, daysPerWeek: 5),
    ]
    inputs.resources.append(
      CapacityResource(
        id: "r\(resource)", opening: draws.pick(openings), sizing: draws.pick(rules),
        units: draws.pick([.whole, .parts]), year: draws.pick([.busiestMonth, .average]),
        peakFactor: draws.pick([1, 1.25]), available: draws.pick([[], [20]])))
    for _ in 0..<draws.whole(0...3) {
      let service = draws.below(inputs.services.count)
      var drivers: [CapacityDriver] = [.activity(service: service), .bedDays(service: service)]
      if resource > 0 { drivers.append(.required(resource: draws.below(resource))) }
      inputs.uses.append(
        CapacityUse(
          resource: resource, driver: draws.pick(drivers), amount: draws.number(0, 1.5),
          minutes: draws.pick([nil, 20, 90])))
    }
  }
}

@Suite struct CapacityPropertyTests {
  @Test(arguments: [0.999999, 0.5, 1e-12])
  func `extreme chances and pools are sized or refused`(chance: Double) throws {
    for rule: SizingRule in [
      .places(chance: chance), .places(chance: chance, variability: 20),
      .places(chance: chance, measure: .turnedAway), .busyDay(chance: chance),
    ] {
      let model = try CapacityModel(
        CapacityInputs(
          calendar: CapacityCalendar(firstYear: 2016, years: 1),
          services: [CapacityService(id: "medicine")],
          resources: [CapacityResource(id: "beds", sizing: rule, available: [1e300])],
          uses: [CapacityUse(resource: 0, driver: .bedDays(service: 0), minutes: 0.01)]),
        largestPool: 100)
      for bedDays in [0, .leastNonzeroMagnitude, 1e-9, 1e4, 1e9] as [Double] {
        let run = try model.run(activity: [0], bedDays: [bedDays])
        #expect(run.required.allSatisfy { $0.isFinite && $0 >= (bedDays > 1e-9 ? 1 : 0) })
      }
      #expect(throws: CapacityError.self) { try model.run(activity: [0], bedDays: [1e300]) }
    }
  }

  @Test(arguments: 0..<300)
  func `more activity never needs fewer of anything`(seed: Int) throws {
    var system = RandomSystem(seed: seed)
    let model = try CapacityModel(system.inputs)
    var last = try model.run(activity: system.activity, bedDays: system.bedDays)
    for _ in 0..<8 {
      let at = system.draws.below(system.activity.count)
      system.activity[at] *= 1 + system.draws.pick([1e-6, 0.01, 0.5])
      system.bedDays[at] += system.draws.pick([0, 1, 900])
      let next = try model.run(activity: system.activity, bedDays: system.bedDays)
      #expect(zip(last.required, next.required).allSatisfy { $0 <= $1 * (1 + 1e-12) })
      last = next
    }
  }

  @Test(arguments: 0..<40)
  func `twice the run is the run, and order does not matter`(seed: Int) throws {
    let system = RandomSystem(seed: seed)
    let model = try CapacityModel(system.inputs)
    let run = try model.run(activity: system.activity, bedDays: system.bedDays)
    #expect(try model.run(activity: system.activity, bedDays: system.bedDays) == run)
    #expect(run.required.allSatisfy { $0 >= 0 && $0.isFinite })
    var other = system.inputs
    other.uses.reverse()
    let reversed = try CapacityModel(other).run(activity: system.activity, bedDays: system.bedDays)
    for (first, second) in zip(run.inUse, reversed.inUse) {
      #expect(abs(first - second) <= 1e-9 * max(1, first))
    }
  }

  @Test(arguments: 0..<60)
  func `tables give what the rule gives, within them and beyond`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let measure = draws.pick(ShortageMeasure.allCases)
    let variability = measure == .turnedAway ? 1 : draws.pick([1, 1.5, 6])
    let chance = draws.pick([0.4, 0.05, 0.01, 1e-4])
    let rule = try PlacesRule(chance: chance, variability: variability, measure: measure)
    let resource = CapacityResource(
      id: "beds", sizing: .places(chance: chance, variability: variability, measure: measure))
    let model = try CapacityModel(
      CapacityInputs(
        calendar: CapacityCalendar(firstYear: 2016, years: 1),
        services: [CapacityService(id: "medicine")], resources: [resource],
        uses: [CapacityUse(resource: 0, driver: .bedDays(service: 0))]), largestPool: 300)
    for _ in 0..<20 {
      let mean = draws.pick([0.01, 1, 30, 299, 301, 900]) * draws.number(0.5, 1.5)
      let run = try model.run(activity: [0], bedDays: [mean * 365])
      for month in 0..<12 {
        let inUse = run.inUse(resource: 0, year: 0, month: month)
        #expect(
          run.required(resource: 0, year: 0, month: month)
            == Double(try rule.required(meanInUse: inUse)))
      }
    }
  }
}
