// SPDX-License-Identifier: Apache-2.0

import Capacity
import Testing

@Suite struct CapacityErrorTests {
  private func inputs() -> CapacityInputs {
    CapacityInputs(
      calendar: CapacityCalendar(firstYear: 2016, years: 2),
      seasons: [CapacitySeason(id: "flat", shares: [Double](repeating: 1.0 / 12, count: 12))],
      services: [CapacityService(id: "medicine", season: 0)],
      resources: [CapacityResource(id: "beds", sizing: .share(utilisation: 0.85))],
      uses: [CapacityUse(resource: 0, driver: .bedDays(service: 0))])
  }

  private func problems(_ change: (inout CapacityInputs) -> Void) -> [CapacityProblem] {
    var inputs = inputs()
    change(&inputs)
    do {
      _ = try CapacityModel(inputs)
      return []
    } catch {
      return error.problems
    }
  }

  @Test func `everything wrong is said at once and in order`() {
    let found = problems {
      $0.seasons[0].shares[3] = .nan
      $0.services[0].season = 7
      $0.resources[0].sizing = .share(utilisation: 1.2)
      $0.resources[0].opening = OpeningHours(hoursPerWeek: 169, weeksPerYear: 0)
      $0.resources[0].available = [1, 2, 3]
      $0.resources[0].peakFactor = 0.5
      $0.uses[0].driver = .activity(service: 4)
      $0.uses[0].amount = -1
      $0.uses[0].minutes = .infinity
      $0.uses.append(CapacityUse(resource: 9, driver: .required(resource: -1), amount: .nan))
    }
    #expect(
      found.map(\.field) == [
        .shares, .shares, .season, .hoursPerWeek, .weeksPerYear, .utilisation, .peakFactor,
        .available, .service, .amount, .minutes, .resource, .resource, .amount,
      ])
    #expect(found[8].place == .use(index: 0, resource: "beds"))
    #expect(found[11].place == .use(index: 1, resource: nil))
    #expect(found[5].description.contains("resource “beds”, utilisation: found 1.2"))
  }

  @Test(arguments: [0, -0.2, 1.0001, .nan, .infinity] as [Double])
  func `a utilisation that is no share is refused`(utilisation: Double) {
    let found = problems { $0.resources[0].sizing = .share(utilisation: utilisation) }
    #expect(found.map(\.field) == [.utilisation])
  }

  @Test(arguments: [0, 1, -1, 2, .nan, 1e-13, .leastNonzeroMagnitude] as [Double])
  func `a chance that is certain or impossible is refused`(chance: Double) {
    #expect(
      problems { $0.resources[0].sizing = .places(chance: chance) }.map(\.field) == [.chance])
    #expect(
      problems { $0.resources[0].sizing = .busyDay(chance: chance) }.map(\.field) == [.chance])
  }

  @Test func `a variability below one is refused with advice`() {
    let found = problems { $0.resources[0].sizing = .places(chance: 0.05, variability: 0.8) }
    #expect(found.map(\.field) == [.variability])
    #expect(found[0].advice.contains("give 1"))
  }

  @Test func `names are unique, years and months are real`() {
    #expect(problems { $0.services.append($0.services[0]) }.map(\.field) == [.id])
    #expect(problems { $0.resources.append($0.resources[0]) }.map(\.field) == [.id])
    #expect(problems { $0.calendar.years = 0 }.map(\.field) == [.years])
    #expect(problems { $0.calendar.years = .max }.map(\.field) == [.years])
    #expect(problems { $0.calendar.firstYear = .max }.map(\.field) == [.years])
    #expect(problems { $0.calendar.firstMonth = 13 }.map(\.field) == [.firstMonth])
    #expect(problems { $0.seasons[0].shares = [1] }.map(\.field) == [.shares])
    #expect(problems { $0.seasons[0].shares = [Double](repeating: 0, count: 12) }.count == 1)
    #expect(
      problems { $0.resources[0].opening = OpeningHours(hoursPerWeek: 168, daysPerWeek: 5) }
        .map(\.field) == [.daysPerWeek])
  }

  @Test func `requirements that lead back to themselves are named`() {
    let found = problems {
      $0.resources += ["nurses", "rooms"].map {
        CapacityResource(id: $0, sizing: .share(utilisation: 1))
      }
      $0.uses += [
        CapacityUse(resource: 1, driver: .required(resource: 2)),
        CapacityUse(resource: 2, driver: .required(resource: 1)),
      ]
    }
    #expect(
      found.map(\.place) == [
        .resource(index: 1, id: "nurses"), .resource(index: 2, id: "rooms"),
      ])
  }

  @Test func `printed shares that nearly add up are taken and scaled`() throws {
    var inputs = inputs()
    inputs.seasons[0].shares = [Double](repeating: 0.083, count: 12)
    let run = try CapacityModel(inputs).run(activity: [0, 0], bedDays: [365, 365])
    #expect(abs(run.inUse(resource: 0, year: 0) - 1) < 1e-12)
  }

  @Test func `a run with bad numbers is refused`() throws {
    let model = try CapacityModel(inputs())
    #expect(throws: CapacityError.self) { try model.run(activity: [], bedDays: [1, 2]) }
    #expect(throws: CapacityError.self) { try model.run(activity: [1, .nan], bedDays: [1, 2]) }
    #expect(throws: CapacityError.self) { try model.run(activity: [1, 1], bedDays: [1, -2]) }
    #expect(throws: CapacityError.self) {
      try model.run(activity: [1, 1], bedDays: [1, .infinity])
    }
    #expect(throws: CapacityError.self) {
      try model.run(activity: [1, 1], bedDays: [1, .greatestFiniteMagnitude])
    }
    #expect(throws: CapacityError.self) {
      try model.run(monthlyActivity: [1, 1], monthlyBedDays: [1, 2])
    }
    do {
      _ = try model.run(activity: [1, -1], bedDays: [.nan, 2])
    } catch {
      #expect(error.problems.map(\.field) == [.activity, .bedDays])
    }
  }
}
