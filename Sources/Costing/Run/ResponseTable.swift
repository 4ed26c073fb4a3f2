// SPDX-License-Identifier: Apache-2.0

/// What every response comes to in each month and year of a run: 1 in an unchanged month.
struct ResponseTable {
  /// By response, then by month from April of the base year on.
  private(set) var monthly: [Double]
  /// By response, then by year: the means of the months.
  private(set) var yearly: [Double]

  /// Works the responses out for the series of drivers, relative to `bases`.
  init(_ model: CostingModel, series: [[Double]], bases: ResponseBases) {
    let years = model.yearCount
    let months = years * 12
    monthly = Array(repeating: 0, count: model.responses.count * months)
    yearly = []
    var steps = StepSeries(months: months)
    for (number, response) in model.responses.enumerated() {
      let resolution = model.inputs.drivers[response.driver].resolution
      let base = bases.values[number]
      let scale = base > 0 ? 1 / base : 0
      let start = number * months
      switch response.kind {
      case .proportional:
        write(series[response.driver], resolution, times: scale, to: start, months: months)
      case .steps(let size, let delay):
        steps.fill(size: size, delay: delay, series[response.driver], resolution)
        write(steps.inPlace, .monthly, times: scale, to: start, months: months)
      }
    }
    yearly = Self.means(of: monthly)
  }

  private mutating func write(
    _ values: [Double], _ resolution: CostDriver.Resolution, times scale: Double, to start: Int,
    months: Int
  ) {
    let values = values.span
    var out = monthly.mutableSpan
    switch resolution {
    case .monthly:
      for month in 0..<months { out[start + month] = values[month] * scale }
    case .yearly:
      for year in 0..<months / 12 {
        let value = values[year] * scale
        for month in 0..<12 { out[start + year * 12 + month] = value }
      }
    }
  }

  private static func means(of monthly: [Double]) -> [Double] {
    let monthly = monthly.span
    return (0..<monthly.count / 12).map { year in
      var sum = 0.0
      for month in 0..<12 { sum += monthly[year * 12 + month] }
      return sum / 12
    }
  }
}

/// What each response is relative to: the mean of the base year when nobody does anything, or what
/// the driver's reference comes to.
struct ResponseBases {
  let values: [Double]

  init(_ model: CostingModel, doNothing series: [[Double]]) {
    var steps = StepSeries(months: 12)
    values = model.responses.map { response in
      let driver = model.inputs.drivers[response.driver]
      let values = series[response.driver]
      switch response.kind {
      case .proportional:
        if let reference = driver.reference { return reference }
        return Self.mean(values, driver.resolution)
      case .steps(let size, let delay):
        if let reference = driver.reference { return StepSeries.steps(for: reference / size) }
        steps.fill(size: size, delay: delay, values, driver.resolution)
        return Self.mean(steps.inPlace, .monthly)
      }
    }
  }

  private static func mean(_ values: [Double], _ resolution: CostDriver.Resolution) -> Double {
    guard resolution == .monthly else { return values[0] }
    var sum = 0.0
    for month in 0..<12 { sum += values[month] }
    return sum / 12
  }
}

extension CostDriver.Resolution {
  /// How many values a series has.
  func count(years: Int) -> Int { self == .yearly ? years : years * 12 }
}
