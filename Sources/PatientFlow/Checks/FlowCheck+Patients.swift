// SPDX-License-Identifier: Apache-2.0

extension FlowCheck {
  // MARK: Arrivals

  mutating func checkArrivals() {
    checkNames(network.arrivals.map(\.id)) { .arrivals($0) }
    for (place, stream) in network.arrivals.enumerated() {
      let part = FlowProblem.Part.arrivals(place)
      checkPlace(stream.patientClass, in: network.classes.count, "class", part)
      checkPlace(stream.unit, in: network.units.count, "unit", part)
      checkNumber(stream.perDay, "the number of arrivals a day", part)
      check(stream.profile.hours, count: 24, "factors by hour", part)
      check(stream.profile.weekdays, count: 7, "factors by weekday", part)
      check(stream.profile.days, count: nil, "factors by day", part)
    }
  }

  private mutating func check(
    _ factors: [Double], count: Int?, _ name: String, _ part: FlowProblem.Part
  ) {
    guard !factors.isEmpty else { return }
    if let count, factors.count != count {
      note(
        part, "\(factors.count) \(name)", expected: "\(count), or none",
        remedy: "Give all of them.")
    }
    if let wrong = factors.first(where: { !$0.isFinite || $0 < 0 }) {
      checkNumber(wrong, "one of the \(name)", part)
    } else if factors.allSatisfy({ $0 == 0 }) {
      note(
        part, "all \(name) are 0", expected: "at least one above 0",
        remedy: "Correct them, or set the arrivals a day to 0.")
    }
  }

  // MARK: Journeys

  mutating func checkJourneys() {
    var seen: Set<[Int]> = []
    for (place, journey) in network.journeys.enumerated() {
      let part = FlowProblem.Part.journey(place)
      checkPlace(journey.unit, in: network.units.count, "unit", part)
      checkPlace(journey.patientClass, in: network.classes.count, "class", part)
      check(journey.stay, "the stay", part)
      if !seen.insert([journey.unit, journey.patientClass]).inserted {
        note(
          part, "a second journey of the same class at the same unit", expected: "one",
          remedy: "Put all ways on into one journey.")
      }
      checkRoutes(of: journey, place)
    }
  }

  private mutating func checkRoutes(of journey: Journey, _ place: Int) {
    let sum = journey.routes.reduce(0) { $0 + $1.chance }
    if !((sum - 1).magnitude <= 1e-9) {
      note(
        .journey(place), "the chances of the ways on make \(sum)", expected: "1",
        remedy: "Correct the chances, or add the way that is missing.")
    }
    for (number, route) in journey.routes.enumerated() {
      let part = FlowProblem.Part.route(journey: place, route: number)
      checkNumber(route.chance, "the chance", part)
      checkPlace(route.unit, in: network.units.count, "unit", part)
      checkPlace(route.becomes, in: network.classes.count, "class", part)
      check(route.stay, "the stay", part)
      check(route.transition, "the transition", part)
    }
  }

  // MARK: Census

  mutating func checkCensus() {
    for (place, entry) in network.census.enumerated() {
      let part = FlowProblem.Part.census(place)
      checkPlace(entry.patientClass, in: network.classes.count, "class", part)
      checkPlace(entry.unit, in: network.units.count, "unit", part)
      checkPlace(entry.waitingFor, in: network.units.count, "unit", part)
      checkCount(entry.people, "the number of people", part)
      if entry.waitingFor == entry.unit {
        note(
          part, "people who are nowhere, or wait for the unit that they are in",
          expected: "the unit where they are, the unit that they wait for, or both",
          remedy: "Say where they are.")
      }
      if let next = entry.waitingFor, network.units.indices.contains(next),
        network.units[next].kind == .unlimited
      {
        note(
          part, "people who wait for \"\(network.units[next].id)\", which has no limit",
          expected: "a unit with beds or visits", remedy: "Count them as being there.")
      }
    }
  }
}
