// SPDX-License-Identifier: Apache-2.0

import PatientFlow

extension FlowCases {
  /// Acute beds from which a quarter wait for a community bed and keep theirs.
  static var blocking: [ValidationCase] {
    let cases = [
      ("a", 24, 1.01053, 20.99970, 2.44902), ("b", 22, 2.49467, 22.38646, 8.34114),
      ("c", 30, 0.04456, 20.04455, 0.50938),
    ]
    return cases.flatMap { id, community, blocked, occupied, queue in
      let results = runs(chain(community: community), warmUp: 400, days: 2_500, runs: 15)
      let source =
        "Exact case: 26 acute and \(community) community beds, solved as a finite Markov chain"
      return [
        row(
          "flow-blocking-\(id)-blocked",
          "People who keep an acute bed, with \(community) community beds", source, exact: blocked,
          "people", results
        ) { $0.units[0].meanBlocked },
        row(
          "flow-blocking-\(id)-occupied", "Acute beds in use, with \(community) community beds",
          source, exact: occupied, "beds", results
        ) { $0.units[0].meanOccupied },
        row(
          "flow-blocking-\(id)-queue",
          "Mean number waiting for an acute bed, with \(community) community beds", source,
          exact: queue, "people", results
        ) { $0.units[0].meanQueue },
      ]
    }
  }

  private static func chain(community: Int) -> FlowNetwork {
    let home = Route(chance: 0.75, to: nil, name: "home")
    return FlowNetwork(
      classes: [PatientClass(id: "patient", name: "Patients")],
      units: [
        FlowUnit(
          id: "acute", name: "Acute", kind: .beds([BedGroup(calendar: BedCalendar(beds: 26))]),
          whenFull: .wait(limit: 60)),
        FlowUnit(
          id: "community", name: "Community",
          kind: .beds([BedGroup(calendar: BedCalendar(beds: community))])),
      ],
      arrivals: [ArrivalStream(id: "arrivals", patientClass: 0, unit: 0, perDay: 4)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 5),
          routes: [home, Route(chance: 0.25, to: 1)]),
        Journey(
          unit: 1, patientClass: 0, stay: .exponential(mean: 20),
          routes: [Route(chance: 1, to: nil, name: "home")]),
      ])
  }

  /// The stroke network that a published tool comes with: three stages with blocking.
  static var strokeNetwork: [ValidationCase] {
    let (count, theirs) = (400, 100)
    let results = runs(StrokeNetwork.network, warmUp: 250, days: 365, runs: count)
    return StrokeNetwork.published.map { figure in
      let found = estimate(results, figure.value)
      // Three standard errors of the difference between both simulations.
      let band = 3 * found.error * (1 + Double(count) / Double(theirs)).squareRoot()
      return row(
        "flow-stroke-network-\(figure.id)",
        "Stroke network with blocking: \(figure.words) (simulated in \(theirs) runs and in \(count), "
          + "within three standard errors of the difference; the published warm-up is not printed, and 250 days "
          + "are inferred; the first rehabilitation ward has a load of 0.977, so that the result "
          + "depends on the warm-up and is no long-run state)",
        "PathSimR stroke use case, Journal of Simulation 2022, doi 10.1080/17477778.2022.2081521",
        theirs: figure.published, ours: found.mean, figure.unit, tolerance: band)
    }
  }
}

/// The stroke use case of PathSimR (2022), its parameters and results as published.
private enum StrokeNetwork {
  struct Figure {
    let id: String
    let words: String
    let published: Double
    let unit: String
    let value: (FlowResult) -> Double
  }

  static var published: [Figure] {
    [
      Figure(
        id: "hyper-acute", words: "hyper-acute beds in use", published: 22.35, unit: "beds",
        value: { $0.units[0].meanOccupied }),
      Figure(
        id: "acute", words: "acute beds in use", published: 25.79, unit: "beds",
        value: { $0.units[1].meanOccupied }),
      Figure(
        id: "first", words: "beds in use in the first rehabilitation ward", published: 19.11,
        unit: "beds", value: { $0.units[2].meanOccupied }),
      Figure(
        id: "second", words: "beds in use in the second rehabilitation ward", published: 12.64,
        unit: "beds", value: { $0.units[3].meanOccupied }),
      Figure(
        id: "hyper-acute-blocked", words: "people held up in hyper-acute beds", published: 4.24,
        unit: "people", value: { $0.units[0].meanBlocked }),
      Figure(
        id: "acute-blocked", words: "people held up in acute beds", published: 8.11, unit: "people",
        value: { $0.units[1].meanBlocked }),
      Figure(
        id: "queue", words: "people waiting for a hyper-acute bed", published: 8.88, unit: "people",
        value: { $0.units[0].meanQueue }),
    ]
  }

  static var network: FlowNetwork {
    FlowNetwork(
      classes: [PatientClass(id: "stroke", name: "Stroke")],
      units: [
        unit("hyper-acute", 40, .wait(limit: 999)), unit("acute", 35), unit("first", 20),
        unit("second", 20),
      ],
      arrivals: [ArrivalStream(id: "stroke", patientClass: 0, unit: 0, perDay: 5.14)],
      journeys: [
        journey(
          0, 3.3,
          [on(0.42, 1), out(0.075, 1.5), out(0.15, 0.5), out(0.03, 2), out(0.25, 0), out(0.075, 0)]),
        journey(
          1, 7.7,
          [on(0.35, 2), on(0.225, 3), out(0.27, 1.5), out(0.09, 0.5), out(0.02, 2), out(0.045, 0)]),
        journey(2, 24, [out(0.71, 2), out(0.29, 1.5)]),
        journey(3, 24, [out(0.71, 2), out(0.29, 1.5)]),
      ])
  }

  private static func unit(
    _ id: String, _ beds: Int, _ whenFull: FlowUnit.WhenFull = .wait(limit: nil)
  ) -> FlowUnit {
    FlowUnit(
      id: id, name: id, kind: .beds([BedGroup(calendar: BedCalendar(beds: beds))]),
      whenFull: whenFull)
  }

  private static func journey(_ unit: Int, _ stay: Double, _ routes: [Route]) -> Journey {
    Journey(unit: unit, patientClass: 0, stay: .exponential(mean: stay), routes: routes)
  }

  private static func on(_ chance: Double, _ unit: Int) -> Route { Route(chance: chance, to: unit) }

  private static func out(_ chance: Double, _ transition: Double) -> Route {
    Route(
      chance: chance, to: nil, name: "out",
      transition: transition > 0 ? .exponential(mean: transition) : nil)
  }
}
