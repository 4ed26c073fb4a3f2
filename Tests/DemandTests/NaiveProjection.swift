// SPDX-License-Identifier: Apache-2.0

import Demand

/// The same projection person group by person group, one step after the other, as plainly as it can be
/// written: an oracle for the sums of products.
struct NaiveProjection {
  let inputs: DemandInputs
  let values: [Double]
  let variant: Int

  /// Activity and bed days of each service in a year.
  func amounts(_ year: Int, _ future: DemandCase) -> [(activity: Double, bedDays: Double)] {
    var sums = inputs.services.map { _ in (activity: 0.0, bedDays: 0.0) }
    for service in inputs.services.indices {
      for sex in [Sex.female, .male] {
        for age in 0...90 {
          var here = inputs.services.map { _ in (activity: 0.0, bedDays: 0.0) }
          here[service] = grown(service, sex, age, year)
          if future == .withPlan {
            for mitigator in inputs.mitigators { apply(mitigator, sex, age, year, &here) }
          }
          for place in sums.indices {
            sums[place].activity += here[place].activity
            sums[place].bedDays += here[place].bedDays
          }
        }
      }
    }
    return sums
  }

  private func people(_ year: Int, _ sex: Sex, _ age: Int) -> Double {
    inputs.variants[variant].people[((year - 2016) * 2 + (sex == .female ? 0 : 1)) * 91 + age]
      .people
  }

  private func births(_ year: Int, _ ages: ClosedRange<Int>) -> Double {
    inputs.variants[variant].births
      .filter { $0.year == year && ages.contains($0.motherAge) }.reduce(0) { $0 + $1.births }
  }

  private func base(_ service: Int, _ sex: Sex, _ age: Int) -> (activity: Double, bedDays: Double) {
    guard
      let cell = inputs.services[service].cells.first(where: {
        $0.sex == sex && ($0.ageFrom...($0.ageTo ?? 90)).contains(age)
      })
    else { return (0, 0) }
    let ages = cell.ageFrom...(cell.ageTo ?? 90)
    var share = people(2016, sex, age) / ages.reduce(0) { $0 + people(2016, sex, $1) }
    if inputs.services[service].growsWith == .births, sex == .female, births(2016, ages) > 0 {
      share = births(2016, age...age) / births(2016, ages)
    }
    return (cell.activity * share, cell.bedDays * share)
  }

  private func grown(_ service: Int, _ sex: Sex, _ age: Int, _ year: Int)
    -> (activity: Double, bedDays: Double)
  {
    let line = inputs.services[service]
    var times = 1.0
    switch line.growsWith {
    case .none: break
    case .population: times = people(year, sex, age) / people(2016, sex, age)
    case .births:
      let own = sex == .female && births(2016, age...age) > 0
      let ages = own ? age...age : 0...90
      times = births(year, ages) / births(2016, ages)
    }
    if year < line.starts ?? year { times = 0 }
    for factor in inputs.growth where isAbout(factor.scope, line, sex, age) {
      times *= growth(factor, service, sex, age, year)
    }
    let base = base(service, sex, age)
    return (base.activity * times, base.bedDays * times)
  }

  private func growth(_ factor: GrowthFactor, _ service: Int, _ sex: Sex, _ age: Int, _ year: Int)
    -> Double
  {
    let amount = value(factor.amount, factor.range)
    let years = Double(max(0, year - (factor.from ?? 2017) + 1))
    if factor.kind == .healthStatus {
      guard (55...90).contains(age) else { return 1 }
      let gained = factor.timing == .perYear ? amount * years : years > 0 ? amount : 0
      let own = rate(service, sex, Double(age))
      return own > 0 ? rate(service, sex, Double(age) - min(max(gained, -15), 15)) / own : 1
    }
    guard years > 0 else { return 1 }
    if factor.timing == .once { return 1 + amount }
    return (0..<Int(years)).reduce(1.0) { times, _ in times * (1 + amount) }
  }

  private func rate(_ service: Int, _ sex: Sex, _ age: Double) -> Double {
    let held = min(max(age, 0), 90)
    let low = Int(held)
    func whole(_ age: Int) -> Double { base(service, sex, age).activity / people(2016, sex, age) }
    return whole(low) + (whole(min(low + 1, 90)) - whole(low)) * (held - Double(low))
  }

  private func value(_ parameter: Parameter, _ range: ClosedRange<Double>) -> Double {
    switch parameter {
    case .number(let number): number
    case .input(let index, let scale, let offset):
      min(max(values[index] * scale + offset, range.lowerBound), range.upperBound)
    }
  }

  private func isAbout(_ scope: ActivityScope, _ line: ServiceLine, _ sex: Sex, _ age: Int) -> Bool
  {
    (scope.provider ?? line.provider) == line.provider
      && (scope.setting ?? line.setting) == line.setting && (scope.kind ?? line.kind) == line.kind
      && (scope.service ?? line.id) == line.id && (scope.sex ?? sex) == sex
      && age >= scope.ageFrom ?? 0 && age <= scope.ageTo ?? 999
  }

  private func apply(
    _ mitigator: Mitigator, _ sex: Sex, _ age: Int, _ year: Int,
    _ here: inout [(activity: Double, bedDays: Double)]
  ) {
    guard year >= mitigator.from ?? 2017 else { return }
    let ramp =
      mitigator.ramp.isEmpty
      ? 1 : mitigator.ramp[min(year - (mitigator.from ?? 2017), mitigator.ramp.count - 1)]
    let share = value(mitigator.reach, 0...1) * value(mitigator.effect, 0...1) * ramp
    let destination = inputs.services.firstIndex { $0.id == mitigator.toService }
    for place in here.indices
    where place != destination && isAbout(mitigator.scope, inputs.services[place], sex, age) {
      let taken = (here[place].activity * share, here[place].bedDays * share)
      here[place].bedDays -= taken.1
      if mitigator.kind != .lengthOfStay { here[place].activity -= taken.0 }
      guard let destination else { continue }
      let source = mitigator.kind == .lengthOfStay ? taken.1 : taken.0
      here[destination].activity += source * mitigator.unitsPerUnit
      if [.move, .lengthOfStay].contains(mitigator.kind),
        inputs.services[destination].kind.usesBeds
      {
        here[destination].bedDays += taken.1
      }
    }
  }
}
