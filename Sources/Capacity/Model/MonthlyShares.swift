// SPDX-License-Identifier: Apache-2.0

/// The share of each year that falls on each of its months, by service.
struct MonthlyShares {
  /// By year and month: days over the days of the year.
  let byDays: [Double]
  /// By season, then month from January, scaled to add up to 1.
  private let seasons: [[Double]]
  private let services: [CapacityService]
  private let calendar: CapacityCalendar

  init(_ inputs: CapacityInputs) {
    let calendar = inputs.calendar
    byDays = (0..<calendar.years * 12).map { month in
      Double(calendar.days(year: month / 12, month: month % 12))
        / Double(calendar.days(year: month / 12))
    }
    seasons = inputs.seasons.map { season in
      let sum = season.shares.reduce(0, +)
      return season.shares.map { $0 / sum }
    }
    services = inputs.services
    self.calendar = calendar
  }

  /// The share of its year that a month of a service has.
  func share(service: Int, month: Int) -> Double {
    guard let season = services[service].season else { return byDays[month] }
    return seasons[season][calendar.calendarMonth(month % 12) - 1]
  }
}
