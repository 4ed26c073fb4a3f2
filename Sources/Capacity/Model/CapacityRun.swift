// SPDX-License-Identifier: Apache-2.0

/// What one run needs of every resource in every month.
///
/// Years and months count from zero, months from the first of the calendar.
public struct CapacityRun: Equatable, Sendable {
  /// The years covered.
  public let years: Int
  /// The mean number in use, by resource, year and month: `[(resource * years + year) * 12 + month]`.
  public var inUse: [Double] { inUseValues }
  /// The requirement, likewise.
  public var required: [Double] { requiredValues }

  var inUseValues: [Double]
  var requiredValues: [Double]
  private let available: [[Double]?]
  private let bases: [YearBasis]
  private let dayShares: [Double]

  init(_ model: CapacityModel) {
    years = model.inputs.calendar.years
    let count = model.inputs.resources.count * model.months
    inUseValues = [Double](repeating: 0, count: count)
    requiredValues = inUseValues
    available = model.available
    bases = model.plans.map(\.year)
    dayShares = model.dayShares
  }

  private func index(_ resource: Int, _ year: Int, _ month: Int) -> Int {
    (resource * years + year) * 12 + month
  }

  /// The mean number in use in a month, with the peak factor.
  public func inUse(resource: Int, year: Int, month: Int) -> Double {
    inUseValues[index(resource, year, month)]
  }

  /// The units required in a month.
  public func required(resource: Int, year: Int, month: Int) -> Double {
    requiredValues[index(resource, year, month)]
  }

  /// The units required in a year: the busiest month's, or the mean by days, as the resource says.
  public func required(resource: Int, year: Int) -> Double {
    switch bases[resource] {
    case .busiestMonth: requiredValues[index(resource, year, busiestMonth(resource, year))]
    case .average: average(requiredValues, resource, year)
    }
  }

  /// The mean number in use over a year, by days.
  public func inUse(resource: Int, year: Int) -> Double { average(inUseValues, resource, year) }

  /// The first month of a year in which the requirement is highest.
  public func busiestMonth(resource: Int, year: Int) -> Int { busiestMonth(resource, year) }

  /// The share of the units required that is in use on average: the occupancy that the requirement allows.
  ///
  /// - Returns: nil where nothing is required.
  public func occupancy(resource: Int, year: Int, month: Int) -> Double? {
    let at = index(resource, year, month)
    return requiredValues[at] > 0 ? inUseValues[at] / requiredValues[at] : nil
  }

  private func busiestMonth(_ resource: Int, _ year: Int) -> Int {
    var busiest = 0
    for month in 1..<12
    where requiredValues[index(resource, year, month)]
      > requiredValues[index(resource, year, busiest)]
    {
      busiest = month
    }
    return busiest
  }

  private func average(_ values: [Double], _ resource: Int, _ year: Int) -> Double {
    (0..<12).reduce(0) { sum, month in
      sum + values[index(resource, year, month)] * dayShares[year * 12 + month]
    }
  }
}

extension CapacityRun {
  /// The units that there are in a month; nil when unknown.
  public func available(resource: Int, year: Int, month: Int) -> Double? {
    available[resource]?[year * 12 + month]
  }

  /// The units missing in a month, zero when there are enough; nil when it is unknown what there is.
  ///
  /// For staff it is the vacancy gap in whole-time equivalents.
  public func shortfall(resource: Int, year: Int, month: Int) -> Double? {
    available(resource: resource, year: year, month: month).map {
      max(0, required(resource: resource, year: year, month: month) - $0)
    }
  }

  /// The units to spare in a month, zero when there are too few; nil when it is unknown what there is.
  public func surplus(resource: Int, year: Int, month: Int) -> Double? {
    available(resource: resource, year: year, month: month).map {
      max(0, $0 - required(resource: resource, year: year, month: month))
    }
  }

  /// The largest shortfall of the months of a year; nil when it is unknown what there is.
  public func shortfall(resource: Int, year: Int) -> Double? {
    let months = (0..<12).compactMap { shortfall(resource: resource, year: year, month: $0) }
    return months.max()
  }

  /// The months of a year in which there are too few, counted from zero; none when what there is is unknown.
  public func monthsShort(resource: Int, year: Int) -> [Int] {
    (0..<12).filter { (shortfall(resource: resource, year: year, month: $0) ?? 0) > 1e-9 }
  }

  /// The first month in which there are too few; nil when there is none or it is unknown.
  public func firstShort(resource: Int) -> CapacityMonth? {
    for year in 0..<years {
      if let month = monthsShort(resource: resource, year: year).first {
        return CapacityMonth(year: year, month: month)
      }
    }
    return nil
  }
}

/// A month of a calendar of capacity, counted from zero.
public struct CapacityMonth: Hashable, Sendable, Comparable {
  /// The year, counted from the first.
  public let year: Int
  /// The month, counted from the first of the year.
  public let month: Int

  /// Names a month.
  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Earlier months come first.
  public static func < (first: Self, second: Self) -> Bool {
    (first.year, first.month) < (second.year, second.month)
  }
}
