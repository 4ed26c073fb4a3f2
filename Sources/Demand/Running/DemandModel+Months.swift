// SPDX-License-Identifier: Apache-2.0

extension DemandModel {
  /// What shares of a year of a service fall on its months, the first month of the year first.
  ///
  /// By the service's season profile, brought to a sum of 1; in proportion to days where it has none.
  /// - Throws: `DemandError` where there is no such service or year.
  public func monthShares(service: Int, year: Int) throws(DemandError) -> [Double] {
    _ = try yearIndex(year)
    guard inputs.services.indices.contains(service) else {
      throw DemandError([.unknown("service \(service)", expected: "0 to \(serviceCount - 1)")])
    }
    let months = (0..<12).map { (inputs.firstMonth - 1 + $0) % 12 + 1 }
    let name = inputs.services[service].season
    let profile = inputs.seasons.first { $0.id == name }?.shares
    let amounts = months.map { month in
      profile?[month - 1]
        ?? Double(Self.days(month: month, year: year + (month < inputs.firstMonth ? 1 : 0)))
    }
    let total = amounts.reduce(0, +)
    return amounts.map { $0 / total }
  }

  /// A figure of a run by month, the first month of the year first; the months sum to the year.
  ///
  /// - Throws: `DemandError` where there is no such service or year.
  public func months(
    of run: DemandRun, _ quantity: DemandQuantity, service: Int, year: Int,
    _ future: DemandCase = .withPlan
  ) throws(DemandError) -> [Double] {
    let shares = try monthShares(service: service, year: year)
    let amount = run.amount(quantity, service: service, year: year, future)
    return shares.map { $0 * amount }
  }

  /// The days of a month of the Gregorian calendar.
  static func days(month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
