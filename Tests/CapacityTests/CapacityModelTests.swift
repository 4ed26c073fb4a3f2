// SPDX-License-Identifier: Apache-2.0

import Capacity
import Testing

@Suite struct CapacityModelTests {
  /// One service and one resource that it uses, for one year.
  private func model(
    _ resource: CapacityResource, per driver: CapacityDriver = .activity(service: 0),
    amount: Double = 1, minutes: Double? = nil, season: [Double]? = nil, years: Int = 1
  ) throws -> CapacityModel {
    try CapacityModel(
      CapacityInputs(
        calendar: CapacityCalendar(firstYear: 2016, years: years),
        seasons: season.map { [CapacitySeason(id: "winter", shares: $0)] } ?? [],
        services: [CapacityService(id: "medicine", season: season == nil ? nil : 0)],
        resources: [resource],
        uses: [CapacityUse(resource: 0, driver: driver, amount: amount, minutes: minutes)]))
  }

  @Test func `spaces of an emergency department are hours of use over usable hours`() throws {
    // 87,360 attendances of an hour, 52 weeks of 168 hours, half of the time: 20 spaces.
    let open = OpeningHours(hoursPerWeek: 168, weeksPerYear: 52)
    let spaces = try model(
      CapacityResource(id: "minor", opening: open, sizing: .share(utilisation: 0.5)), minutes: 60)
    let run = try spaces.run(activity: [87_360], bedDays: [0])
    for month in 0..<12 {
      #expect(run.required(resource: 0, year: 0, month: month) == 20)
      #expect(abs(run.inUse(resource: 0, year: 0, month: month) - 10) < 1e-9)
    }
    // Four hours each: 80; and one attendance more needs one space more.
    let major = try model(
      CapacityResource(id: "major", opening: open, sizing: .share(utilisation: 0.5)), minutes: 240)
    #expect(try major.run(activity: [87_360], bedDays: [0]).required(resource: 0, year: 0) == 80)
    #expect(try major.run(activity: [87_361], bedDays: [0]).required(resource: 0, year: 0) == 81)
    // Same-day care, 98 hours a week: 240 minutes x 50,960 / (52 x 98 x 0.5) = 80.
    let sameDay = try model(
      CapacityResource(
        id: "same-day", opening: OpeningHours(hoursPerWeek: 98, weeksPerYear: 52),
        sizing: .share(utilisation: 0.5)), minutes: 240)
    #expect(try sameDay.run(activity: [50_960], bedDays: [0]).required(resource: 0, year: 0) == 80)
  }

  @Test func `beds occupied are bed days over days, and beds follow the pool`() throws {
    let beds = try model(
      CapacityResource(id: "beds", sizing: .places(chance: 0.01, measure: .demandAbove)),
      per: .bedDays(service: 0))
    let run = try beds.run(activity: [0], bedDays: [36_500])
    let rule = try PlacesRule(chance: 0.01, measure: .demandAbove)
    for month in 0..<12 {
      #expect(abs(run.inUse(resource: 0, year: 0, month: month) - 100) < 1e-9)
      #expect(
        run.required(resource: 0, year: 0, month: month)
          == Double(try rule.required(meanInUse: 100)))
    }
    #expect(run.required(resource: 0, year: 0) == 124)
    #expect(abs((run.occupancy(resource: 0, year: 0, month: 0) ?? 0) - 100.0 / 124) < 1e-9)
  }

  @Test func `months have their days and years their February`() {
    let calendar = CapacityCalendar(firstYear: 2019, years: 2)
    let days = (0..<12).map { calendar.days(year: 0, month: $0) }
    #expect(days == [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29, 31])
    #expect(calendar.days(year: 0) == 366 && calendar.days(year: 1) == 365)
    #expect(calendar.calendarMonth(0) == 4 && calendar.calendarMonth(9) == 1)
    #expect(CapacityCalendar(firstYear: 1899, years: 1).days(year: 0) == 365)
    #expect(CapacityCalendar(firstYear: 1999, years: 1).days(year: 0) == 366)
    #expect(CapacityCalendar(firstYear: 2020, years: 1, firstMonth: 1).days(year: 0) == 366)
  }

  @Test func `a season moves the year to its months and loses none of it`() throws {
    let winter = [0.11, 0.1, 0.09, 0.07, 0.07, 0.07, 0.07, 0.07, 0.08, 0.08, 0.09, 0.1]
    let beds = try model(
      CapacityResource(id: "beds", sizing: .share(utilisation: 0.85)),
      per: .bedDays(service: 0), season: winter)
    let run = try beds.run(activity: [0], bedDays: [50_000])
    let calendar = beds.inputs.calendar
    let total = (0..<12).reduce(0) {
      $0 + run.inUse(resource: 0, year: 0, month: $1) * Double(calendar.days(year: 0, month: $1))
    }
    #expect(abs(total - 50_000) < 1e-6)
    #expect(abs(run.inUse(resource: 0, year: 0) - 50_000 / 365.0) < 1e-9)
    // February has fewer days than January and almost as many bed days.
    #expect(run.busiestMonth(resource: 0, year: 0) == 10)
    #expect(abs(run.inUse(resource: 0, year: 0, month: 10) - 50_000 * 0.1 / 28) < 1e-9)
    #expect(abs(run.inUse(resource: 0, year: 0, month: 0) - 50_000 * 0.07 / 30) < 1e-9)
  }

  @Test func `a caseload is flow times duration`() throws {
    // 730 referrals a year who stay 100 days: 200 people (Little 1961).
    let caseload = try model(
      CapacityResource(id: "caseload", sizing: .share(utilisation: 1)), amount: 100)
    let run = try caseload.run(activity: [730], bedDays: [0])
    #expect(abs(run.inUse(resource: 0, year: 0, month: 3) - 200) < 1e-9)
    #expect(run.required(resource: 0, year: 0) == 200)
  }

  @Test func `visits need whole-time equivalents`() throws {
    // 1,000 referrals with 12 contacts of 45 minutes and travel: 9,000 hours over 1,500 each.
    let time = try WorkingTime(hoursPerWeek: 37.5, weeksPerYear: 40)
    let visits = try model(
      CapacityResource(
        id: "nurses", opening: time.opening, sizing: .share(utilisation: 1), units: .parts,
        year: .average, available: [5.5]), amount: 12, minutes: 45)
    let run = try visits.run(activity: [1000], bedDays: [0])
    #expect(abs(run.required(resource: 0, year: 0) - 6) < 1e-9)
    #expect(abs((run.shortfall(resource: 0, year: 0, month: 5) ?? 0) - 0.5) < 1e-9)
  }

  @Test func `the busy day of one kind of job is a Poisson quantile`() throws {
    // Three jobs a day of two hours in rooms open eight hours, seven days: P(X > 6) = 3.35%.
    let rooms = CapacityResource(
      id: "rooms", opening: OpeningHours(hoursPerWeek: 56), sizing: .busyDay(chance: 0.05),
      units: .parts)
    let run = try model(rooms, minutes: 120).run(activity: [3 * 365], bedDays: [0])
    #expect(abs(run.required(resource: 0, year: 0) - 6.0 * 2 / 8) < 1e-12)
  }

  @Test func `the busy day of several kinds is normal with their variance`() throws {
    let rooms = CapacityResource(
      id: "rooms", opening: OpeningHours(hoursPerWeek: 56), sizing: .busyDay(chance: 0.05),
      units: .parts)
    let model = try CapacityModel(
      CapacityInputs(
        calendar: CapacityCalendar(firstYear: 2016, years: 1),
        services: [CapacityService(id: "short"), CapacityService(id: "long")],
        resources: [rooms],
        uses: [
          CapacityUse(resource: 0, driver: .activity(service: 0), minutes: 30),
          CapacityUse(resource: 0, driver: .activity(service: 1), minutes: 240),
        ]))
    let run = try model.run(activity: [40 * 365, 10 * 365], bedDays: [0, 0])
    // 60 hours a day; variance 40·½² + 10·4² = 170.
    let hours = 60 + 1.6448536269514722 * 170.0.squareRoot()
    #expect(abs(run.required(resource: 0, year: 0) - hours / 8) < 1e-9)
  }

  @Test func `staff follow the beds that are required`() throws {
    let time = try WorkingTime(hoursPerWeek: 37.5, weeksPerYear: 40)
    let model = try CapacityModel(
      CapacityInputs(
        calendar: CapacityCalendar(firstYear: 2016, years: 1),
        services: [CapacityService(id: "medicine")],
        // Staff stand first, so that the order of resources cannot matter.
        resources: [
          CapacityResource(
            id: "nurses", opening: time.opening, sizing: .share(utilisation: 1), units: .parts,
            year: .average),
          CapacityResource(id: "beds", sizing: .share(utilisation: 0.8)),
        ],
        uses: [
          CapacityUse(resource: 0, driver: .required(resource: 1), minutes: 6 * 60),
          CapacityUse(resource: 1, driver: .bedDays(service: 0)),
        ]))
    let run = try model.run(activity: [0], bedDays: [365 * 80])
    #expect(run.required(resource: 1, year: 0) == 100)
    // 100 beds x 6 hours x 365 days over 1,500 hours.
    #expect(abs(run.required(resource: 0, year: 0) - 146) < 1e-9)
  }

  @Test func `what there is may change by year and by month`() throws {
    let resource = CapacityResource(
      id: "beds", sizing: .share(utilisation: 1), available: [12, 9])
    let run = try model(resource, per: .bedDays(service: 0), years: 2)
      .run(activity: [0, 0], bedDays: [3650, 3650])
    #expect(run.shortfall(resource: 0, year: 0) == 0)
    #expect(run.surplus(resource: 0, year: 0, month: 0) == 2)
    #expect(run.shortfall(resource: 0, year: 1) == 1)
    #expect(run.monthsShort(resource: 0, year: 0) == [])
    #expect(run.monthsShort(resource: 0, year: 1) == Array(0..<12))
    #expect(run.firstShort(resource: 0) == CapacityMonth(year: 1, month: 0))
    var months = [Double](repeating: 10, count: 24)
    months[7] = 9.5
    let monthly = CapacityResource(id: "beds", sizing: .share(utilisation: 1), available: months)
    let other = try model(monthly, per: .bedDays(service: 0), years: 2)
      .run(activity: [0, 0], bedDays: [3650, 3650])
    #expect(other.firstShort(resource: 0) == CapacityMonth(year: 0, month: 7))
    #expect(other.monthsShort(resource: 0, year: 1) == [])
  }

  @Test func `what there is may be unknown`() throws {
    let run = try model(CapacityResource(id: "beds", sizing: .share(utilisation: 1)))
      .run(activity: [100], bedDays: [0])
    #expect(run.shortfall(resource: 0, year: 0) == nil)
    #expect(run.surplus(resource: 0, year: 0, month: 0) == nil)
    #expect(run.firstShort(resource: 0) == nil && run.monthsShort(resource: 0, year: 0) == [])
  }

  @Test func `no activity needs nothing, whatever the rule`() throws {
    let rules: [SizingRule] = [
      .places(chance: 0.05), .places(chance: 0.01, variability: 3),
      .places(chance: 0.01, measure: .turnedAway), .share(utilisation: 0.5), .busyDay(chance: 0.1),
    ]
    for rule in rules {
      let run = try model(CapacityResource(id: "x", sizing: rule, available: [0]))
        .run(activity: [0], bedDays: [0])
      #expect(run.required.allSatisfy { $0 == 0 })
      #expect(run.occupancy(resource: 0, year: 0, month: 0) == nil)
      #expect(run.firstShort(resource: 0) == nil)
    }
  }

  @Test func `volumes by month give what volumes by year give`() throws {
    let season = [0.11, 0.1, 0.09, 0.07, 0.07, 0.07, 0.07, 0.07, 0.08, 0.08, 0.09, 0.1]
    let beds = try model(
      CapacityResource(id: "beds", sizing: .places(chance: 0.02)), per: .bedDays(service: 0),
      season: season, years: 2)
    let fromApril = season[3...] + season[..<3]
    let byYear = try beds.run(activity: [0, 0], bedDays: [9000, 11_000])
    let byMonth = try beds.run(
      monthlyActivity: [Double](repeating: 0, count: 24),
      monthlyBedDays: fromApril.map { $0 * 9000 } + fromApril.map { $0 * 11_000 })
    #expect(byYear.required == byMonth.required)
    #expect(zip(byYear.inUse, byMonth.inUse).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `no services, resources or uses is a model too`() throws {
    let empty = try CapacityModel(
      CapacityInputs(
        calendar: CapacityCalendar(firstYear: 2016, years: 5), services: [], resources: [],
        uses: []))
    #expect(try empty.run(activity: [], bedDays: []).required.isEmpty)
  }
}
