// SPDX-License-Identifier: Apache-2.0

extension CapacityInputs {
  /// Everything that is wrong with the inputs.
  func problems() -> [CapacityProblem] {
    var problems = ProblemList()
    calendar.check(&problems)
    for (index, season) in seasons.enumerated() { season.check(index, &problems) }
    checkServices(&problems)
    checkResources(&problems)
    for (index, use) in uses.enumerated() { check(use, index, &problems) }
    return problems.problems
  }

  private func checkServices(_ problems: inout ProblemList) {
    var names: Set<String> = []
    for (index, service) in services.enumerated() {
      let place = CapacityPlace.service(index: index, id: service.id)
      if !names.insert(service.id).inserted { problems.twice(place, service.id) }
      if let season = service.season, !seasons.indices.contains(season) {
        problems.missing(place, .season, season, of: seasons.count)
      }
    }
  }

  private func checkResources(_ problems: inout ProblemList) {
    var names: Set<String> = []
    for (index, resource) in resources.enumerated() {
      let place = CapacityPlace.resource(index: index, id: resource.id)
      if !names.insert(resource.id).inserted { problems.twice(place, resource.id) }
      resource.opening.check(place, &problems)
      resource.check(place, years: calendar.years, &problems)
    }
  }

  private func check(_ use: CapacityUse, _ index: Int, _ problems: inout ProblemList) {
    let isKnown = resources.indices.contains(use.resource)
    let place = CapacityPlace.use(
      index: index, resource: isKnown ? resources[use.resource].id : nil)
    if !isKnown { problems.missing(place, .resource, use.resource, of: resources.count) }
    switch use.driver {
    case .activity(let service), .bedDays(let service):
      if !services.indices.contains(service) {
        problems.missing(place, .service, service, of: services.count)
      }
    case .required(let other):
      if !resources.indices.contains(other) {
        problems.missing(place, .resource, other, of: resources.count)
      }
    }
    problems.zeroOrMore(place, .amount, use.amount)
    if let minutes = use.minutes { problems.zeroOrMore(place, .minutes, minutes) }
  }
}

extension CapacityCalendar {
  fileprivate func check(_ problems: inout ProblemList) {
    if !(1...200).contains(years) {
      problems.add(
        .calendar, .years, found: "\(years) years", expected: "1 to 200 years",
        advice: "Let the last year come after the first.")
    }
    if !(1...9999).contains(firstYear) {
      problems.add(
        .calendar, .years, found: "the year \(firstYear)", expected: "a year from 1 to 9999",
        advice: "Correct the first year.")
    }
    if !(1...12).contains(firstMonth) {
      problems.add(
        .calendar, .firstMonth, found: "\(firstMonth)", expected: "a month from 1 to 12",
        advice: "Give 4 for financial years.")
    }
  }
}

extension CapacitySeason {
  fileprivate func check(_ index: Int, _ problems: inout ProblemList) {
    let place = CapacityPlace.season(index: index, id: id)
    if shares.count != 12 {
      problems.add(
        place, .shares, found: "\(shares.count) shares", expected: "12, one a month",
        advice: "Add or remove months.")
    }
    for share in shares { problems.zeroOrMore(place, .shares, share) }
    let sum = shares.reduce(0, +)
    if shares.count == 12 && !(abs(sum - 1) <= 0.01 + 1e-12) {
      problems.add(
        place, .shares, found: "shares that add up to \(sum)", expected: "shares that add up to 1",
        advice: "Divide each by their sum.")
    }
  }
}

extension OpeningHours {
  fileprivate func check(_ place: CapacityPlace, _ problems: inout ProblemList) {
    problems.aboveZero(
      place, .hoursPerWeek, hoursPerWeek, atMost: 168, advice: "A week has 168 hours.")
    if let weeksPerYear {
      problems.aboveZero(
        place, .weeksPerYear, weeksPerYear, atMost: 53, advice: "A year has 52 weeks and a day.")
    }
    problems.aboveZero(
      place, .daysPerWeek, daysPerWeek, atMost: 7, advice: "A week has 7 days.")
    if daysPerWeek > 0 && daysPerWeek <= 7 && hoursPerWeek > 24 * daysPerWeek && hoursPerWeek <= 168
    {
      problems.add(
        place, .daysPerWeek, found: "\(daysPerWeek) for \(hoursPerWeek) hours a week",
        expected: "at most 24 hours a day", advice: "Give more days or fewer hours.")
    }
  }
}

extension CapacityResource {
  fileprivate func check(_ place: CapacityPlace, years: Int, _ problems: inout ProblemList) {
    switch sizing {
    case .places(let chance, let variability, let measure):
      PlacesRule.check(
        chance: chance, variability: variability, measure: measure, at: place, &problems)
    case .share(let utilisation):
      problems.aboveZero(
        place, .utilisation, utilisation, atMost: 1,
        advice: "It is a share of the hours open: 0.85 for 85%.")
    case .busyDay(let chance): problems.chance(place, chance)
    }
    if !(peakFactor >= 1 && peakFactor.isFinite) {
      problems.add(
        place, .peakFactor, found: "\(peakFactor)", expected: "a number of 1 or more",
        advice: "It is the busiest days over the mean day; 1 for no difference.")
    }
    if !available.isEmpty && ![1, years, years * 12].contains(available.count) {
      problems.add(
        place, .available, found: "\(available.count) numbers",
        expected: "none, 1, one a year (\(years)) or one a month (\(years * 12))",
        advice: "Give as many as there are years or months.")
    }
    for number in available { problems.zeroOrMore(place, .available, number) }
  }
}

extension ProblemList {
  fileprivate mutating func twice(_ place: CapacityPlace, _ id: String) {
    add(
      place, .id, found: "“\(id)” a second time", expected: "a name of its own",
      advice: "Rename one of the two.")
  }

  fileprivate mutating func missing(
    _ place: CapacityPlace, _ field: CapacityField, _ index: Int, of count: Int
  ) {
    add(
      place, field, found: "number \(index)",
      expected: count == 0 ? "none, as there are none" : "a number from 0 to \(count - 1)",
      advice: "Name one that exists.")
  }
}
