// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// A made-up system of a size like a county's, for a year: about five million events.
///
/// Four emergency departments by the hour, acute wards with emergencies and planned admissions,
/// discharge by four ways, one of them home visits. Figures are synthetic.
enum WholeSystem {
  private static let sites = 4

  static func run() throws {
    let plan = try FlowPlan(
      network(), horizon: FlowHorizon(warmUp: 60, length: 365, firstWeekday: 0))
    let watch = Stopwatch()
    var kernel = FlowKernel(plan, seed: 7)
    let result = kernel.run(replication: 1)
    let (processor, clock) = (watch.processorSeconds, watch.clockSeconds)
    let wards = result.units[sites..<(2 * sites)]
    printJSON([
      ("cpu", processor), ("wall", clock), ("events", Double(result.events)),
      ("eventsASecond", Double(result.events) / processor),
      ("arrivals", Double(result.classes.reduce(0) { $0 + $1.arrivals })),
      ("meanOccupied", wards.reduce(0) { $0 + $1.meanOccupied }),
      ("meanBlocked", wards.reduce(0) { $0 + $1.meanBlocked }),
      ("meanVisits", result.units[2 * sites + 2].meanVisits),
    ])
  }

  private static func network() throws -> FlowNetwork {
    let departments = (0..<sites).map { site in
      unit("ed\(site)", beds: 220)
    }
    let wards = (0..<sites).map { site in unit("ward\(site)", beds: 960) }
    let visits = HomeVisits(
      calendar: BedCalendar(beds: 3_900), first: (mean: 4, deviation: 0.5),
      last: (mean: 1, deviation: 0.5))
    let after = [
      unit("rehabilitation", beds: 480), unit("long", beds: 700),
      FlowUnit(id: "home", name: "Home", kind: .visits(visits)),
    ]
    return FlowNetwork(
      classes: [
        PatientClass(id: "emergency", name: "Emergency", priority: 0),
        PatientClass(id: "planned", name: "Planned", priority: 1),
      ], units: departments + wards + after, arrivals: arrivals(), journeys: try journeys())
  }

  private static func unit(_ id: String, beds: Int) -> FlowUnit {
    FlowUnit(
      id: id, name: id, kind: .beds([BedGroup(calendar: BedCalendar(beds: beds))]),
      order: .priority)
  }

  private static func arrivals() -> [ArrivalStream] {
    let hours = (0..<24).map { hour in hour < 8 ? 0.5 : 1.25 }
    let weekdays = [1.1, 1, 1, 1, 1, 0.95, 0.95]
    return (0..<sites).flatMap { site in
      [
        ArrivalStream(
          id: "ed\(site)", patientClass: 0, unit: site, perDay: 1_250,
          profile: ArrivalProfile(hours: hours, weekdays: weekdays)),
        ArrivalStream(
          id: "planned\(site)", patientClass: 1, unit: sites + site, perDay: 40,
          profile: ArrivalProfile(weekdays: [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0])),
      ]
    }
  }

  private static func journeys() throws -> [Journey] {
    let (bed, long, home) = (2 * sites, 2 * sites + 1, 2 * sites + 2)
    var journeys: [Journey] = []
    for site in 0..<sites {
      journeys.append(
        Journey(
          unit: site, patientClass: 0,
          stay: try .lognormal(mean: 0.14, standardDeviation: 0.1),
          routes: [
            Route(chance: 0.1, to: sites + site), Route(chance: 0.9, to: nil, name: "home"),
          ]))
      for one in 0...1 {
        journeys.append(
          Journey(
            unit: sites + site, patientClass: one,
            stay: try .lognormal(mean: 5, standardDeviation: 6),
            routes: [
              Route(chance: 0.02, to: bed), Route(chance: 0.01, to: long),
              Route(chance: 0.1, to: home, transition: .exponential(mean: 0.5)),
              Route(chance: 0.87, to: nil, name: "home"),
            ]))
      }
    }
    for (unit, mean) in [(bed, 30.0), (long, 45), (home, 18)] {
      for one in 0...1 {
        journeys.append(
          Journey(
            unit: unit, patientClass: one,
            stay: try .lognormal(mean: mean, standardDeviation: mean),
            routes: [Route(chance: 1, to: nil, name: "home")]))
      }
    }
    return journeys
  }
}
