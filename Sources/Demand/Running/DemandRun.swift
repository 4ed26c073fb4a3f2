// SPDX-License-Identifier: Apache-2.0

/// What is counted.
public enum DemandQuantity: Int, CaseIterable, Sendable, Hashable {
  /// Units of activity: spells, attendances, contacts, visits.
  case activity
  /// Days in a bed.
  case bedDays
}

/// Which future it is.
public enum DemandCase: Int, CaseIterable, Sendable, Hashable {
  /// Services go on as they are: growth factors and no mitigators.
  case doNothing
  /// The plan works: growth factors and mitigators.
  case withPlan
}

/// Activity and bed days of each service in each year of one run, do nothing and with the plan.
public struct DemandRun: Sendable, Equatable {
  /// How many services there are.
  public let serviceCount: Int
  /// The first year.
  public let baseYear: Int
  /// How many years there are, the base year among them.
  public let yearCount: Int
  /// All figures: by case, quantity, service and year, the year running fastest.
  public internal(set) var figures: [Double]

  init(serviceCount: Int, baseYear: Int, yearCount: Int) {
    self.serviceCount = serviceCount
    self.baseYear = baseYear
    self.yearCount = yearCount
    figures = [Double](repeating: 0, count: 4 * serviceCount * yearCount)
  }

  /// Where the base year of a series is among the figures.
  public func offset(_ quantity: DemandQuantity, service: Int, _ future: DemandCase) -> Int {
    ((future.rawValue * 2 + quantity.rawValue) * serviceCount + service) * yearCount
  }

  /// One figure.
  ///
  /// - Precondition: the service is among the services and the year within the horizon.
  public func amount(
    _ quantity: DemandQuantity, service: Int, year: Int, _ future: DemandCase = .withPlan
  ) -> Double {
    precondition(
      (0..<serviceCount).contains(service) && (0..<yearCount).contains(year - baseYear),
      "service \(service) in \(year) is outside the run")
    return figures[offset(quantity, service: service, future) + year - baseYear]
  }

  /// The sum over some services, such as those of a provider.
  public func total(
    _ quantity: DemandQuantity, services: some Sequence<Int>, year: Int,
    _ future: DemandCase = .withPlan
  ) -> Double {
    services.reduce(0) { $0 + amount(quantity, service: $1, year: year, future) }
  }
}
