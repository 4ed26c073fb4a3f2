// SPDX-License-Identifier: Apache-2.0

import Demand
import TestKit
import Testing

@Suite struct AttributionTests {
  @Test func `of 210 more, two factors of a tenth have 105 each`() throws {
    let model = try DemandModel(Systems.one(growth: Systems.twoTenths))
    let shared = try model.attribution(values: [], year: 2021)
    #expect(isClose(shared.share(of: .growth(0), .activity, services: [0]), 105))
    #expect(isClose(shared.share(of: .growth(1), .activity, services: [0]), 105))
    #expect(isClose(shared.change(.activity, services: [0]), 210))
    #expect(shared.interaction(.activity, services: [0]) == 0)
  }

  @Test func `alone they have 100 each, and the interaction is 10`() throws {
    let model = try DemandModel(Systems.one(growth: Systems.twoTenths))
    let alone = try model.attribution(values: [], year: 2021, method: .alone)
    #expect(isClose(alone.share(of: .growth(0), .activity, services: [0]), 100))
    #expect(isClose(alone.share(of: .growth(1), .activity, services: [0]), 100))
    #expect(isClose(alone.interaction(.activity, services: [0]), 10))
  }

  @Test func `in order the first has 100 and the second 110`() throws {
    let model = try DemandModel(Systems.one(growth: Systems.twoTenths))
    let ordered = try model.attribution(
      values: [], year: 2021, method: .ordered([.growth(0), .growth(1), .population]))
    #expect(isClose(ordered.share(of: .growth(0), .activity, services: [0]), 100))
    #expect(isClose(ordered.share(of: .growth(1), .activity, services: [0]), 110))
    #expect(throws: DemandError.self) {
      try model.attribution(values: [], year: 2021, method: .ordered([.growth(0)]))
    }
  }

  @Test func `three factors that multiply have the Shapley values worked by hand`() throws {
    // 100 × 2 × 1.5 × 1.2 = 360. The share of the doubling over all six orders: alone 100 (twice),
    // after the 1.5 150, after the 1.2 120, after both 180 (twice): (200 + 150 + 120 + 360) / 6.
    let growth = [1.0, 0.5, 0.2].enumerated().map { index, amount in
      GrowthFactor(id: "\(index)", kind: .other, amount: .number(amount), timing: .once)
    }
    let shared = try DemandModel(Systems.one(activity: 100, growth: growth))
      .attribution(values: [], year: 2020)
    #expect(isClose(shared.share(of: .growth(0), .activity, services: [0]), 830.0 / 6))
    // The 1.5: alone 50, after 2 100, after 1.2 60, after both 120: (100 + 100 + 60 + 240) / 6.
    #expect(isClose(shared.share(of: .growth(1), .activity, services: [0]), 500.0 / 6))
    // The 1.2: alone 20, after 2 40, after 1.5 30, after both 60: (40 + 40 + 30 + 120) / 6.
    #expect(isClose(shared.share(of: .growth(2), .activity, services: [0]), 230.0 / 6))
  }

  @Test func `bed days that shorter stays free are put down to them`() throws {
    let inputs = Systems.one(
      bedDays: 4000,
      mitigators: [
        Mitigator(id: "los", kind: .lengthOfStay, effect: .number(0.1)),
        Mitigator(id: "avoid", effect: .number(0.2)),
      ])
    let shared = try DemandModel(inputs).attribution(values: [], year: 2017)
    // 4,000 × 0.9 × 0.8 = 2,880: −400 and −360 of the first, −800 and −720 of the second.
    #expect(isClose(shared.share(of: .mitigator(0), .bedDays, services: [0]), -360))
    #expect(isClose(shared.share(of: .mitigator(1), .bedDays, services: [0]), -760))
    #expect(shared.share(of: .mitigator(0), .activity, services: [0]) == 0)
  }

  @Test(arguments: 0..<8)
  func `the closed form is the mean over all orders`(_ seed: Int) throws {
    let system = RandomSystem(seed: seed, factorLimit: 3)
    let model = try DemandModel(system.inputs)
    let run = system.draw(1)
    let shared = try model.attribution(values: run.values, variant: run.variant, year: 2020)
    var sums = [Double](repeating: 0, count: shared.shares.count)
    let orders = permutations(model.factors)
    for order in orders {
      let ordered = try model.attribution(
        values: run.values, variant: run.variant, year: 2020, method: .ordered(order))
      for index in sums.indices { sums[index] += ordered.shares[index] }
    }
    for index in sums.indices {
      #expect(isClose(shared.shares[index], sums[index] / Double(orders.count), 1e-8))
    }
  }

  @Test(arguments: 0..<16)
  func `adds up for every measure of every run, by every method`(_ seed: Int) throws {
    let system = RandomSystem(seed: seed)
    let model = try DemandModel(system.inputs)
    for number in 0..<3 {
      let run = system.draw(number)
      let result = try model.run(values: run.values, variant: run.variant)
      for (future, year) in [(DemandCase.withPlan, 2020), (.doNothing, 2020), (.withPlan, 2018)] {
        for method in [.shapley, .alone, .ordered(model.factors.reversed())] as [AttributionMethod]
        {
          let shared = try model.attribution(
            values: run.values, variant: run.variant, year: year, future, method: method)
          for quantity in DemandQuantity.allCases {
            for service in 0..<model.serviceCount {
              let sum =
                shared.shares(quantity, service: service).reduce(0, +)
                + shared.interaction(quantity, services: [service])
              let change = shared.change(quantity, services: [service])
              #expect(isClose(sum, change))
              let measure = quantity.rawValue * model.serviceCount + service
              #expect(
                isClose(
                  shared.projected[measure],
                  result.amount(quantity, service: service, year: year, future)))
            }
          }
        }
      }
    }
  }

  private func permutations(_ items: [DemandFactor]) -> [[DemandFactor]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
