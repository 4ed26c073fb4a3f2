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
    yearly = Array(repeating: 0, count: model.responses.count * years)
    var steps = StepSeries(months: months)
    for (number, response) in model.responses.enumerated() {
      let resolution = model.inputs.drivers[response.driver].resolution
      let values = series[response.driver]
      let base = bases.values[number]
      let scale = base > 0 ? 1 / base : 0
      switch response.kind {
      case .proportional:
        fill(number, months: months) { values[resolution.index(of: $0)] * scale }
      case .steps(let size, let delay):
        steps.fill(size: size, delay: delay) { values[resolution.index(of: $0)] }
        fill(number, months: months) { steps.inPlace[$0] * scale }
      }
      for year in 0..<years {
        yearly[number * years + year] = mean(number * months + year * 12)
      }
    }
  }

  private mutating func fill(_ number: Int, months: Int, _ value: (Int) -> Double) {
    let start = number * months
    for month in 0..<months { monthly[start + month] = value(month) }
  }

  private func mean(_ start: Int) -> Double {
    var sum = 0.0
    for month in start..<start + 12 { sum += monthly[month] }
    return sum / 12
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
        return Self.mean { values[driver.resolution.index(of: $0)] }
      case .steps(let size, let delay):
        if let reference = driver.reference { return StepSeries.steps(for: reference, size) }
        steps.fill(size: size, delay: delay) { values[driver.resolution.index(of: $0)] }
        return Self.mean { steps.inPlace[$0] }
      }
    }
  }

  private static func mean(_ value: (Int) -> Double) -> Double {
    var sum = 0.0
    for month in 0..<12 { sum += value(month) }
    return sum / 12
  }
}

extension CostDriver.Resolution {
  /// The position in a series of a month counted from April of the base year.
  @inline(__always)
  func index(of month: Int) -> Int { self == .yearly ? month / 12 : month }

  /// How many values a series has.
  func count(years: Int) -> Int { self == .yearly ? years : years * 12 }
}
