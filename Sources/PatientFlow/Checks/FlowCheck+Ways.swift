// SPDX-License-Identifier: Apache-2.0

/// A class at a unit.
struct Stop: Hashable {
  var unit: Int
  var patientClass: Int
}

extension FlowCheck {
  /// Follows all ways: whether each leads to a journey, every unit is reached, everybody can use a
  /// bed where they come, and everybody can leave.
  mutating func checkWays() {
    var ways = Ways(network)
    for (stop, part) in ways.starts + ways.census { follow(stop, part, &ways) }
    for (place, entry) in network.census.enumerated() where entry.waitingFor != nil {
      guard let unit = entry.unit else { continue }
      ways.units.insert(unit)
      checkBeds(Stop(unit: unit, patientClass: entry.patientClass), .census(place))
    }
    for unit in network.units.indices where !ways.units.contains(unit) {
      note(
        .unit(unit), "nobody can come to \"\(network.units[unit].id)\"",
        expected: "arrivals, a way on or people at the start that lead there",
        remedy: "Add a way there, or leave the unit out.")
    }
    for place in ways.journeysWithoutEnd() {
      note(
        .journey(place), "nobody who comes here can ever leave",
        expected: "a way on that leaves the network, here or later",
        remedy: "Add a way out to one of the units that follow.")
    }
  }

  private mutating func follow(_ start: Stop, _ part: FlowProblem.Part, _ ways: inout Ways) {
    var open = [(start, part)]
    while let (stop, part) = open.popLast() {
      guard ways.seen.insert(stop).inserted else { continue }
      ways.units.insert(stop.unit)
      checkBeds(stop, part)
      guard let place = ways.journeys[stop] else {
        note(
          part,
          "\(name(stop.patientClass)) come to \"\(network.units[stop.unit].id)\" without a journey",
          expected: "a stay and ways on of the class at the unit",
          remedy: "Add a journey for the two, or lead the way elsewhere.")
        continue
      }
      for (number, next) in ways.next(of: place, as: stop.patientClass) {
        open.append((next, .route(journey: place, route: number)))
      }
    }
  }

  private mutating func checkBeds(_ stop: Stop, _ part: FlowProblem.Part) {
    guard case .beds(let groups) = network.units[stop.unit].kind,
      !groups.contains(where: { $0.takes(stop.patientClass) })
    else { return }
    note(
      part,
      "\(name(stop.patientClass)) come to \"\(network.units[stop.unit].id)\", where no bed takes them",
      expected: "a group of beds that the class may use",
      remedy: "Add the class to a group of beds, or lead the way elsewhere.")
  }

  private func name(_ patientClass: Int) -> String {
    "people of \"\(network.classes[patientClass].id)\""
  }
}

/// The ways through a network.
struct Ways {
  private let network: FlowNetwork
  /// The place of the journey of each stop.
  let journeys: [Stop: Int]
  /// Stops that somebody comes to.
  var seen: Set<Stop> = []
  /// Units that somebody is in.
  var units: Set<Int> = []

  init(_ network: FlowNetwork) {
    self.network = network
    journeys = Dictionary(
      network.journeys.enumerated().map { place, journey in
        (Stop(unit: journey.unit, patientClass: journey.patientClass), place)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Where people come from outside.
  var starts: [(Stop, FlowProblem.Part)] {
    network.arrivals.enumerated().map { place, stream in
      (Stop(unit: stream.unit, patientClass: stream.patientClass), .arrivals(place))
    }
  }

  /// Where people are or wait to be at the start.
  var census: [(Stop, FlowProblem.Part)] {
    network.census.enumerated().compactMap { place, entry in
      (entry.waitingFor ?? entry.unit).map {
        (Stop(unit: $0, patientClass: entry.patientClass), .census(place))
      }
    }
  }

  /// Where a journey may lead, with the number of the route.
  func next(of journey: Int, as patientClass: Int) -> [(Int, Stop)] {
    network.journeys[journey].routes.enumerated().compactMap { number, route in
      guard route.chance > 0, let unit = route.unit else { return nil }
      return (number, Stop(unit: unit, patientClass: route.becomes ?? patientClass))
    }
  }

  /// Journeys that somebody comes to and from which no way leads out.
  func journeysWithoutEnd() -> [Int] {
    var ending: Set<Stop> = []
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for stop in seen where !ending.contains(stop) && ends(stop, ending) {
        ending.insert(stop)
        hasChanged = true
      }
    }
    return seen.subtracting(ending).compactMap { journeys[$0] }.sorted()
  }

  /// Whether a stop may lead out, or to one that may; a missing journey is another problem.
  private func ends(_ stop: Stop, _ ending: Set<Stop>) -> Bool {
    guard let place = journeys[stop] else { return true }
    let leaves = network.journeys[place].routes.contains { $0.chance > 0 && $0.unit == nil }
    return leaves || next(of: place, as: stop.patientClass).contains { ending.contains($0.1) }
  }
}
