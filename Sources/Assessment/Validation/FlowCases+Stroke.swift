// SPDX-License-Identifier: Apache-2.0

import PatientFlow

extension FlowCases {
  /// The stroke capacity model of 2016, simulated as in the paper: 150 runs of three years that are not
  /// counted and five that are, unlimited beds, a count once a day.
  ///
  /// The bands are three standard deviations of such a set of 150 runs, as another program measured
  /// them; the chance of delay with n beds is P(N = n) over P(N ≤ n).
  static var strokeCapacity: [ValidationCase] {
    let first = runs(StrokeStudy.network(other: .death), warmUp: 1_095, days: 1_825, runs: 150)
    let second = runs(StrokeStudy.network(other: .noSupport), warmUp: 1_095, days: 1_825, runs: 150)
    return delays(
      first, unit: 0, "A",
      [
        (10, 0.1283, 0.00118), (11, 0.0868, 0.00090), (12, 0.0556, 0.00079), (13, 0.0337, 0.00059),
        (14, 0.0192, 0.00040),
      ])
      + delays(
        second, unit: 0, "B", [(10, 0.1379, 0.00125), (12, 0.0619, 0.00070), (14, 0.0223, 0.00045)])
      + delays(
        first, unit: 1, "A",
        [(10, 0.2016, 0.0025), (12, 0.1091, 0.0019), (14, 0.0497, 0.0012), (16, 0.0186, 0.0007)])
      + [
        means(first, 0, "acute", 8.1455, 0.07), means(first, 1, "rehabilitation", 9.7182, 0.12),
      ]
  }

  private static let source =
    "Exact for the parameters of Monks and others, BMC Health Services Research 2016;16:530"

  private static func delays(
    _ results: [FlowResult], unit: Int, _ reading: String, _ rows: [(Int, Double, Double)]
  ) -> [ValidationCase] {
    let counts = results.reduce(into: [Double](repeating: 0, count: 100)) { sums, result in
      for (people, days) in result.units[unit].auditOccupied.enumerated() where people < 100 {
        sums[people] += Double(days)
      }
    }
    let ward = unit == 0 ? "acute" : "rehabilitation"
    return rows.map { beds, exact, deviation in
      let delay = counts[beds] / max(1, counts[...beds].reduce(0, +))
      return row(
        "flow-stroke-\(ward)-\(beds)-\(reading)",
        "Stroke: chance of delay with \(beds) \(ward) beds, reading \(reading) (150 runs, within "
          + "three standard deviations of such sets)", source, theirs: exact, ours: delay, "share",
        tolerance: 3 * deviation)
    }
  }

  private static func means(
    _ results: [FlowResult], _ unit: Int, _ ward: String, _ exact: Double, _ band: Double
  ) -> ValidationCase {
    row(
      "flow-stroke-\(ward)-mean", "Stroke: mean number of \(ward) patients, reading A (150 runs)",
      source, theirs: exact, ours: estimate(results) { $0.units[unit].meanOccupied }.mean, "people",
      tolerance: band)
  }
}

/// The network of Monks and others (2016): additional file 1, its tables of arrivals, stays and ways.
private enum StrokeStudy {
  /// The stay of strokes that leave neither for rehabilitation nor with early supported discharge.
  enum OtherStay {
    /// Reading A: that of those who died.
    case death
    /// Reading B: that of those without early supported discharge.
    case noSupport
  }

  private static let names = ["stroke", "transient-attack", "neurological", "other"]

  static func network(other: OtherStay) -> FlowNetwork {
    let acute = [1 / 1.2, 1 / 9.3, 1 / 3.6, 1 / 3.2]
    let outside = [(0, 1 / 21.8), (2, 1 / 31.7), (3, 1 / 28.6)]
    return FlowNetwork(
      classes: names.map { PatientClass(id: $0, name: $0) },
      units: [
        FlowUnit(id: "acute", name: "Acute", kind: .unlimited),
        FlowUnit(id: "rehabilitation", name: "Rehabilitation", kind: .unlimited),
      ],
      arrivals: acute.indices.map {
        ArrivalStream(id: "acute-\(names[$0])", patientClass: $0, unit: 0, perDay: acute[$0])
      }
        + outside.map { place, rate in
          ArrivalStream(
            id: "rehabilitation-\(names[place])", patientClass: place, unit: 1, perDay: rate)
        },
      journeys: acuteJourneys(other) + rehabilitationJourneys)
  }

  private static func stay(_ mean: Double, _ deviation: Double) -> StayTime {
    (try? StayTime.lognormal(mean: mean, standardDeviation: deviation)) ?? .fixed(mean)
  }

  private static func acuteJourneys(_ other: OtherStay) -> [Journey] {
    let noSupport = stay(7.4, 8.61)
    let stroke = [
      Route(chance: 0.24, to: 1, stay: noSupport),
      Route(chance: 0.13, to: nil, name: "supported", stay: stay(4.6, 4.8)),
      Route(chance: 0.63, to: nil, name: "other", stay: other == .death ? stay(7, 8.7) : noSupport),
    ]
    let others = [(1, 0.01, stay(1.8, 2.3)), (2, 0.11, stay(4, 5)), (3, 0.05, stay(3.8, 5.2))]
    return [Journey(unit: 0, patientClass: 0, stay: noSupport, routes: stroke)]
      + others.map { place, share, time in
        Journey(
          unit: 0, patientClass: place, stay: time,
          routes: [
            Route(chance: share, to: 1), Route(chance: 1 - share, to: nil, name: "other"),
          ])
      }
  }

  private static var rehabilitationJourneys: [Journey] {
    let out = [Route(chance: 1, to: nil, name: "out")]
    let stroke = [
      Route(chance: 0.4, to: nil, name: "supported", stay: stay(30.3, 23.1)),
      Route(chance: 0.6, to: nil, name: "other", stay: stay(28.4, 27.2)),
    ]
    let others = [(1, stay(18.7, 23.5)), (2, stay(27.6, 28.4)), (3, stay(16.1, 14.1))]
    return [Journey(unit: 1, patientClass: 0, stay: stay(28.4, 27.2), routes: stroke)]
      + others.map { Journey(unit: 1, patientClass: $0, stay: $1, routes: out) }
  }
}
