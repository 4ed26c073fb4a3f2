// SPDX-License-Identifier: Apache-2.0

extension CapacityModel {
  /// What one run needs, from volumes by year, which the seasons of their services share out.
  ///
  /// - Parameters:
  ///   - activity: by service, then year: `activity[service * years + year]`.
  ///   - bedDays: likewise.
  /// - Returns: the mean in use and the requirement of every resource, month by month.
  /// - Throws: `CapacityError` for arrays of another length, for numbers that are negative or not finite, and for a
  ///   pool larger than `PlacesRule.largestMean`.
  /// - Complexity: O((uses + resources) · months).
  public func run(
    activity: [Double], bedDays: [Double]
  ) throws(CapacityError) -> CapacityRun {
    try run(RunVolumes(activity, bedDays, perService: inputs.calendar.years, months: months))
  }

  /// What one run needs, from volumes by month, to which seasons are not applied.
  ///
  /// - Parameters:
  ///   - monthlyActivity: by service, year and month: `[(service * years + year) * 12 + month]`.
  ///   - monthlyBedDays: likewise.
  /// - Returns: the mean in use and the requirement of every resource, month by month.
  /// - Throws: `CapacityError`, as for volumes by year.
  public func run(
    monthlyActivity: [Double], monthlyBedDays: [Double]
  ) throws(CapacityError) -> CapacityRun {
    try run(RunVolumes(monthlyActivity, monthlyBedDays, perService: months, months: months))
  }

  private func run(_ volumes: RunVolumes) throws(CapacityError) -> CapacityRun {
    try volumes.check(services: inputs.services.count)
    var run = CapacityRun(self)
    for resource in order {
      for draw in plans[resource].draws { add(draw, volumes, to: resource, &run) }
      try size(resource, volumes, &run)
    }
    return run
  }

  /// Adds what a use asks for to the mean number in use.
  private func add(
    _ draw: Draw, _ volumes: RunVolumes, to resource: Int, _ run: inout CapacityRun
  ) {
    let start = resource * months
    switch draw.driver {
    case .activity(let service):
      volumes.add(volumes.activity, service, draw, to: &run.inUseValues, at: start)
    case .bedDays(let service):
      volumes.add(volumes.bedDays, service, draw, to: &run.inUseValues, at: start)
    case .required(let other):
      for month in 0..<months {
        run.inUseValues[start + month] +=
          run.requiredValues[other * months + month] * draw.perMonth[month]
      }
    }
  }
}

/// The volumes of a run, by year or by month.
struct RunVolumes {
  let activity: [Double]
  let bedDays: [Double]
  /// The numbers of one service: as many as years or as months.
  let perService: Int
  let months: Int

  init(_ activity: [Double], _ bedDays: [Double], perService: Int, months: Int) {
    self.activity = activity
    self.bedDays = bedDays
    self.perService = perService
    self.months = months
  }

  /// Adds one service's volumes, multiplied by what a use asks for, to the months from `start` on.
  func add(
    _ volumes: [Double], _ service: Int, _ draw: Draw, to sums: inout [Double], at start: Int
  ) {
    let perUnit = perService == months ? draw.perMonth : draw.perYear
    let (perVolume, first) = (months / perService, service * perService)
    precondition(
      sums.count >= start + months && perUnit.count == months
        && volumes.count >= first + perService, "a month outside the run")
    // All indexes are within what was just checked.
    sums.withUnsafeMutableBufferPointer { sums in
      perUnit.withUnsafeBufferPointer { perUnit in
        for period in 0..<perService {
          let volume = volumes[first + period]
          for month in (period * perVolume)..<((period + 1) * perVolume) {
            sums[start + month] += volume * perUnit[month]
          }
        }
      }
    }
  }

  func check(services: Int) throws(CapacityError) {
    var problems = ProblemList()
    Self.check(activity, .activity, services: services, perService: perService, &problems)
    Self.check(bedDays, .bedDays, services: services, perService: perService, &problems)
    try problems.check()
  }

  private static func check(
    _ values: [Double], _ field: CapacityField, services: Int, perService: Int,
    _ problems: inout ProblemList
  ) {
    if values.count != services * perService {
      problems.add(
        .volumes, field, found: "\(values.count) numbers",
        expected: "\(services * perService): \(perService) for each of \(services) services",
        advice: "Give every service and year, with zeros where there is none.")
    }
    for (index, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
      problems.add(
        .volumes, field,
        found: "\(value) for service \(index / perService), period \(index % perService)",
        expected: "a finite number of zero or more", advice: "Correct the demand.")
    }
  }
}
