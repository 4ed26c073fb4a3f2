// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Sampling
import Simulation

/// Small models for the tests of studies.
enum RunningModels {
  /// Beds with exponential stays: λ a day, so many beds.
  static func ward(
    arrivals: Double = 4, stay: Double = 1, beds: Int = 5,
    whenFull: FlowUnit.WhenFull = .wait(limit: nil), patience: StayTime? = nil,
    kind: FlowModel.Kind = .steady, warmUp: Double = 100, days: Double = 400,
    precision: Double = 0.1, most: Int = 20
  ) -> FlowModel {
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "Everybody", patience: patience)],
      units: [
        FlowUnit(
          id: "ward", name: "the ward",
          kind: .beds([BedGroup(calendar: BedCalendar(beds: beds))]), whenFull: whenFull)
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: arrivals)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: stay),
          routes: [Route(chance: 1, to: nil, name: "home")])
      ])
    return model(
      network, kind: kind, warmUp: warmUp, days: days, precision: precision, most: most,
      deciding: [FlowMeasure("ward", .occupied), FlowMeasure("ward", .foundFull)])
  }

  static func model(
    _ network: FlowNetwork, kind: FlowModel.Kind = .steady, warmUp: Double, days: Double,
    precision: Double = 0.1, most: Int = 20, deciding: [FlowMeasure] = [],
    variant: FlowVariant? = nil
  ) -> FlowModel {
    FlowModel(
      id: "test", title: "A test", question: "", kind: kind, network: network,
      horizon: FlowHorizon(warmUp: warmUp, length: days), firstDay: "", precision: precision,
      mostReplications: most, deciding: deciding, parameters: [], notes: [], variants: [],
      variant: variant)
  }

  static func beds(_ id: String, _ name: String, _ beds: Int, limit: Int? = nil) -> FlowUnit {
    FlowUnit(
      id: id, name: name, kind: .beds([BedGroup(calendar: BedCalendar(beds: beds))]),
      whenFull: .wait(limit: limit))
  }

  /// Acute beds kept by people who wait for the community: case A of the published exact table.
  static func chain(warmUp: Double = 4000) -> FlowModel {
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "Everybody")],
      units: [beds("acute", "acute", 26, limit: 60), beds("community", "community", 24)],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 4)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 5),
          routes: [
            Route(chance: 0.75, to: nil, name: "home"), Route(chance: 0.25, to: 1),
          ]),
        Journey(
          unit: 1, patientClass: 0, stay: .exponential(mean: 20),
          routes: [Route(chance: 1, to: nil, name: "home")]),
      ])
    return model(network, warmUp: warmUp, days: 1000)
  }

  /// The stroke use case of PathSimR (Wood and others, 2022), with transition delays.
  static func stroke(warmUp: Double = 250) -> FlowModel {
    func way(_ chance: Double, _ name: String, _ delay: Double?) -> Route {
      Route(
        chance: chance, to: nil, name: name, transition: delay.map { .exponential(mean: $0) })
    }
    let rehabilitation = [way(0.71, "complex", 2), way(0.29, "simple", 1.5)]
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "Everybody")],
      units: [
        beds("hasu", "HASU", 40, limit: 999), beds("asu", "ASU", 35), beds("sa1", "SA1", 20),
        beds("sa2", "SA2", 20),
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 5.14)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 3.3),
          routes: [
            Route(chance: 0.42, to: 1), way(0.075, "early", 1.5), way(0.15, "home", 0.5),
            way(0.03, "back", 2), way(0.25, "mimic", nil), way(0.075, "died", nil),
          ]),
        Journey(
          unit: 1, patientClass: 0, stay: .exponential(mean: 7.7),
          routes: [
            Route(chance: 0.35, to: 2), Route(chance: 0.225, to: 3), way(0.27, "early", 1.5),
            way(0.09, "home", 0.5), way(0.02, "back", 2), way(0.045, "died", nil),
          ]),
        Journey(
          unit: 2, patientClass: 0, stay: .exponential(mean: 24), routes: rehabilitation),
        Journey(
          unit: 3, patientClass: 0, stay: .exponential(mean: 24), routes: rehabilitation),
      ])
    return model(network, warmUp: warmUp, days: 365)
  }

  /// Care without a limit, in two units one after the other.
  static func unlimited(warmUp: Double = 200, days: Double = 600) -> FlowModel {
    let network = FlowNetwork(
      classes: [PatientClass(id: "all", name: "Everybody")],
      units: [
        FlowUnit(id: "acute", name: "acute", kind: .unlimited),
        FlowUnit(id: "rehabilitation", name: "rehabilitation", kind: .unlimited),
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 2)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .lognormal(location: 1, scale: 0.6),
          routes: [Route(chance: 0.5, to: 1), Route(chance: 0.5, to: nil, name: "home")]),
        Journey(
          unit: 1, patientClass: 0, stay: .uniform(low: 4, high: 8),
          routes: [Route(chance: 1, to: nil, name: "home")]),
      ])
    return model(network, warmUp: warmUp, days: days)
  }

  /// Results that no simulation made: they differ from one to the next and depend on the number alone.
  static func result(_ number: Int) -> FlowResult {
    var unit = UnitResult()
    let wave = Double(number * 7919 % 101) / 101
    unit.meanOccupied = 4 + wave
    unit.meanNeeded = unit.meanOccupied
    unit.meanStaffed = 5
    unit.arrivals = 1000 + number
    unit.foundFull = 500 + Int(wave * 100)
    unit.admissions = unit.arrivals
    unit.daysWaited = 550 + 50 * wave
    unit.waits = [400, 20, 30, 40, 10, 60, 40]
    unit.auditOccupied = [0, 10, 20, 30, 20, 10]
    unit.dailyOccupied = (0..<20).map { Int32(($0 + number) % 6) }
    unit.dailyQueue = unit.dailyOccupied
    var all = ClassResult()
    all.arrivals = unit.arrivals
    all.completed = unit.arrivals
    all.daysInSystem = 1550
    all.admitted = unit.arrivals
    return FlowResult(units: [unit], classes: [all], events: 2000)
  }

  /// A runner that makes such results.
  static func runner(_ model: FlowModel, threads: Int? = 1) -> ReplicationRunner {
    ReplicationRunner(model, seed: 7, threads: threads) { numbers, isOver in
      numbers.prefix { _ in !isOver() }.map { NumberedResult(number: $0, result: result($0)) }
    }
  }

  /// The stamp of such results.
  static func stamp(
    _ model: FlowModel, _ asked: ReplicationCount, seed: UInt64 = 7, shard: String? = nil
  ) -> FlowStamp {
    FlowStamp(
      engine: "0", plan: "plan", planDigest: "digest", model: model.id, scenario: nil, seed: seed,
      replications: asked.words, most: asked.most(of: model), shard: shard.flatMap { .init($0) })
  }
}
