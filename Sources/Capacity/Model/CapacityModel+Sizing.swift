// SPDX-License-Identifier: Apache-2.0

extension CapacityModel {
  /// Works out the requirement of a resource from its mean number in use, month by month.
  func size(
    _ resource: Int, _ volumes: RunVolumes, _ run: inout CapacityRun
  ) throws(CapacityError) {
    let start = resource * months
    let end = start + months
    for month in start..<end where !(run.inUseValues[month] <= PlacesRule.largestMean) {
      throw tooLarge(resource, run.inUseValues[month])
    }
    switch plans[resource].sizing {
    case .table(let table):
      table.require(run.inUseValues[start..<end], into: &run.requiredValues)
      return
    case .share(let perUnitInUse):
      for month in start..<end {
        run.requiredValues[month] = run.inUseValues[month] * perUnitInUse
      }
    case .jobs(let table, let hoursEach, let hoursPerDay):
      let jobsEach = hoursPerDay / hoursEach
      for month in start..<end {
        let jobs = run.inUseValues[month] * jobsEach
        guard jobs <= PlacesRule.largestMean else { throw tooLarge(resource, jobs) }
        run.requiredValues[month] = Double(table.required(jobs)) / jobsEach
      }
    case .mixedDay(let z, let hoursPerDay):
      let variances = varianceOfDays(resource, volumes, run)
      for month in 0..<months {
        run.requiredValues[start + month] =
          run.inUseValues[start + month] + z * (variances[month] / hoursPerDay).squareRoot()
      }
    }
    if plans[resource].counting == .whole {
      for month in start..<end {
        run.requiredValues[month] = Self.whole(run.requiredValues[month])
      }
    }
  }

  /// The next whole number; a fraction that is no more than rounding (1e-9 of the number) is dropped.
  static func whole(_ units: Double) -> Double {
    max(0, (units - 1e-9 * max(1, units)).rounded(.up))
  }

  /// By month: the sum over uses of the mean number in use and the hours of each job.
  private func varianceOfDays(
    _ resource: Int, _ volumes: RunVolumes, _ run: CapacityRun
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: months)
    for draw in plans[resource].draws {
      var inUse = [Double](repeating: 0, count: months)
      switch draw.driver {
      case .activity(let service):
        volumes.add(volumes.activity, service, draw, to: &inUse, at: 0)
      case .bedDays(let service): volumes.add(volumes.bedDays, service, draw, to: &inUse, at: 0)
      case .required(let other):
        for month in 0..<months {
          inUse[month] = run.requiredValues[other * months + month] * draw.perMonth[month]
        }
      }
      for month in 0..<months { sums[month] += inUse[month] * draw.hoursEach }
    }
    return sums
  }

  private func tooLarge(_ resource: Int, _ mean: Double) -> CapacityError {
    var problems = ProblemList()
    problems.add(
      .resource(index: resource, id: inputs.resources[resource].id), .meanInUse,
      found: "\(mean) in use on average", expected: "at most \(PlacesRule.largestMean)",
      advice: "Check the activity, the amounts and the minutes of its uses.")
    return CapacityError(problems.problems)
  }
}
