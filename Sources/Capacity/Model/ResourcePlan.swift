// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How a resource is worked out, with all that does not vary from run to run multiplied out.
struct ResourcePlan: Sendable {
  /// What draws on it: for each month, the mean number in use for one unit of the driver's year.
  let draws: [Draw]
  let sizing: PreparedSizing
  let counting: UnitCounting
  let year: YearBasis

  init(
    _ index: Int, _ inputs: CapacityInputs, _ shares: MonthlyShares, _ tables: inout TableStore
  ) {
    let resource = inputs.resources[index]
    let uses = inputs.uses.filter { $0.resource == index }
    draws = uses.map { Draw($0, resource, inputs.calendar, shares) }
    sizing = PreparedSizing(resource, uses, &tables)
    counting = resource.units
    year = resource.year
  }
}

/// One use, multiplied out.
struct Draw: Sendable {
  let driver: CapacityDriver
  /// By year and month: the mean number in use for one unit of the driver in that month.
  let perMonth: [Double]
  /// The same for one unit in that year, of which the month has its share.
  let perYear: [Double]
  /// The hours of one job, for the variance of a day's work.
  let hoursEach: Double

  init(
    _ use: CapacityUse, _ resource: CapacityResource, _ calendar: CapacityCalendar,
    _ shares: MonthlyShares
  ) {
    driver = use.driver
    hoursEach = use.hoursEach
    let months = 0..<calendar.years * 12
    let perMonth = months.map { month in
      let days = calendar.days(year: month / 12, month: month % 12)
      let open = resource.opening.hours(days: days, daysInYear: calendar.days(year: month / 12))
      let perUnit = use.amount * use.hoursEach * resource.peakFactor / open
      // What depends on units draws on them every day of the month.
      if case .required = use.driver { return perUnit * Double(days) }
      return perUnit
    }
    self.perMonth = perMonth
    perYear = months.map { month in
      switch use.driver {
      case .activity(let service), .bedDays(let service):
        perMonth[month] * shares.share(service: service, month: month)
      case .required: perMonth[month]
      }
    }
  }
}

/// A sizing rule, ready to be asked many times.
enum PreparedSizing: Sendable {
  case table(PlacesTable)
  case share(perUnitInUse: Double)
  /// A day with one kind of job: the jobs of one unit's day, and the number of jobs not exceeded.
  case jobs(PlacesTable, hoursEach: Double, hoursPerDay: Double)
  /// A day with several: the quantile of the standard normal distribution, zero or more.
  case mixedDay(z: Double, hoursPerDay: Double)

  init(_ resource: CapacityResource, _ uses: [CapacityUse], _ tables: inout TableStore) {
    let hoursPerDay = resource.opening.hoursPerWeek / resource.opening.daysPerWeek
    switch resource.sizing {
    case .places(let chance, let variability, let measure):
      let rule = PlacesRule(chanceChecked: chance, variability: variability, measure: measure)
      self = .table(tables.table(rule, available: resource.available))
    case .share(let utilisation): self = .share(perUnitInUse: 1 / utilisation)
    case .busyDay(let chance):
      guard uses.count == 1, uses[0].hoursEach > 1e-6 else {
        let z = max(0, -StandardNormal.quantile(chance))
        self = .mixedDay(z: z, hoursPerDay: hoursPerDay)
        return
      }
      let rule = PlacesRule(chanceChecked: chance, variability: 1, measure: .demandAbove)
      let jobsEach = hoursPerDay / uses[0].hoursEach
      let jobs = resource.available.map { $0 * min(jobsEach, 1000) }
      self = .jobs(
        tables.table(rule, available: jobs), hoursEach: uses[0].hoursEach,
        hoursPerDay: hoursPerDay)
    }
  }
}
