// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// Small networks, each with what a test is about and nothing else.
enum Networks {
  /// Somebody leaves the network.
  static let leaving = [Route(chance: 1, to: nil, name: "home")]

  /// A unit with beds that are always the same.
  static func ward(
    _ id: String = "ward", beds: Int, order: FlowUnit.Order = .firstCome,
    whenFull: FlowUnit.WhenFull = .wait(limit: nil)
  ) -> FlowUnit {
    ward(id, BedCalendar(beds: beds), order: order, whenFull: whenFull)
  }

  /// A unit with beds by a calendar.
  static func ward(
    _ id: String = "ward", _ calendar: BedCalendar, order: FlowUnit.Order = .firstCome,
    whenFull: FlowUnit.WhenFull = .wait(limit: nil)
  ) -> FlowUnit {
    FlowUnit(
      id: id, name: id, kind: .beds([BedGroup(calendar: calendar)]), order: order,
      whenFull: whenFull)
  }

  /// A unit without a limit.
  static func unlimited(_ id: String) -> FlowUnit {
    FlowUnit(id: id, name: id, kind: .unlimited)
  }

  /// One unit, one class, one stream.
  static func one(
    _ unit: FlowUnit, perDay: Double, stay: StayTime, patience: StayTime? = nil,
    balksAtQueue: Int? = nil, cancellation: CancellationRule? = nil,
    profile: ArrivalProfile = .even, people: Int = 0
  ) -> FlowNetwork {
    FlowNetwork(
      classes: [
        PatientClass(
          id: "all", name: "All", patience: patience, balksAtQueue: balksAtQueue,
          cancellation: cancellation)
      ], units: [unit],
      arrivals: [
        ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: perDay, profile: profile)
      ], journeys: [Journey(unit: 0, patientClass: 0, stay: stay, routes: leaving)],
      census: people > 0 ? [CensusEntry(patientClass: 0, unit: 0, people: people)] : [])
  }

  /// Acute beds from which a share goes on to community beds.
  static func blocking(community: Int) -> FlowNetwork {
    FlowNetwork(
      classes: [PatientClass(id: "all", name: "All")],
      units: [
        ward("acute", beds: 26, whenFull: .wait(limit: 60)), ward("community", beds: community),
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 4)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 5),
          routes: [Route(chance: 0.25, to: 1), Route(chance: 0.75, to: nil, name: "home")]),
        Journey(unit: 1, patientClass: 0, stay: .exponential(mean: 20), routes: leaving),
      ])
  }
}
