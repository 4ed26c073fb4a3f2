// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// How much of a unit those who come would need, at its tightest place.
///
/// Where beds are kept for some classes, every set of classes must fit into the beds that any of them
/// may use (Hall 1935), so the set with the highest load decides.
struct UnitPressure {
  /// Beds, or visits a day, that are needed over those that there are.
  let load: Double
  /// Those that there are, for the classes that decide.
  let capacity: Double
  /// People a day who come and cannot be cared for; 0 when all can.
  let excess: Double

  /// Classes up to which every set is looked at; with more, each alone and all together.
  private static let mostClasses = 12

  /// The pressure on a unit; nil where there is no limit.
  init?(_ traffic: FlowTraffic, _ unit: Int, rates: [Double], _ horizon: FlowHorizon) {
    let places = traffic.journeys(unit).filter { rates[$0] > 0 }
    let span = (first: horizon.warmUp, last: horizon.warmUp + horizon.length)
    let journeys = traffic.network.journeys
    switch traffic.network.units[unit].kind {
    case .unlimited: return nil
    case .visits(let visits):
      let each = (visits.first.mean + min(visits.last.mean, visits.first.mean)) / 2
      let needed = places.reduce(0) { $0 + rates[$1] * journeys[$1].careDays * each }
      self.init(
        needed: needed, capacity: visits.calendar.meanBeds(from: span.first, to: span.last),
        people: places.reduce(0) { $0 + rates[$1] })
    case .beds(let groups):
      var tightest: UnitPressure?
      for set in Self.sets(of: places) {
        let classes = Set(set.map { journeys[$0].patientClass })
        let beds = groups.reduce(0.0) { sum, group in
          let isOpen = group.classes.map { !classes.isDisjoint(with: $0) } ?? true
          return isOpen ? sum + group.calendar.meanBeds(from: span.first, to: span.last) : sum
        }
        let found = UnitPressure(
          needed: set.reduce(0) { $0 + rates[$1] * journeys[$1].bedTime.mean }, capacity: beds,
          people: set.reduce(0) { $0 + rates[$1] })
        if found.load > tightest?.load ?? -1 { tightest = found }
      }
      guard let tightest else { return nil }
      self = tightest
    }
  }

  private init(needed: Double, capacity: Double, people: Double) {
    self.capacity = capacity
    load = needed > 0 ? needed / capacity : 0
    excess = load > 1 ? people * (1 - 1 / load) : 0
  }

  /// All of them first, so that of equal loads the whole decides.
  private static func sets(of places: [Int]) -> [[Int]] {
    guard places.count > 1 else { return [places] }
    guard places.count <= mostClasses else { return [places] + places.map { [$0] } }
    return (1..<(1 << places.count)).reversed().map { bits in
      places.indices.filter { bits >> $0 & 1 == 1 }.map { places[$0] }
    }
  }
}
